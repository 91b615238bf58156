"""The posts that a text gives to the people it names, with the intervals that it tells."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from ...models import Role, is_slug, slug
from ..lexicon import noun_act
from ..sentences import position
from .cast import Cast, Member, Mention
from .names import actor_words
from .offices import Office, home, office_at
from .pronouns import HE, it, salient
from .titles import is_post, title_before

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_WHEN = rf"(?:in |on )?(?:(?:[0-9]{{1,2}} )?({'|'.join(m.capitalize() for m in _MONTHS)}) )?([0-9]{{4}})"
_FROM = re.compile(rf"^.{{0,25}}?\bfrom {_WHEN} (?:to|until|till) {_WHEN}\b")
_YEARS = re.compile(r"^.{0,3}?\(([0-9]{4})\s?[-\u2013]\s?([0-9]{4})\)")
_SINCE = re.compile(rf"^.{{0,30}}?\b(?:since|took office|became [\w ]{{3,30}}) {_WHEN}\b")
_UNTIL = re.compile(
    rf"^.{{0,30}}?\b(?:until|till|left office|left the post|left|stepped down|resigned|retired) {_WHEN}\b"
)
_SPEAKS = {"speaks": "spokesperson", "chairs": "chair", "heads": "head", "leads": "leader"}
_STOPS = frozenset((".", ";", ":", "!", "?", '"'))


def beside(first: Token, last: Token, cast: Cast) -> bool:
    """Say whether a post stands as an aside next to a name: 'Ann Poe, the envoy'."""
    return any(_offices_beside(first, last, cast))


def add_roles(mention: Mention, cast: Cast) -> None:
    """Record the posts that the article gives to the person of a mention."""
    member = cast.members[mention.of]
    title = title_before(mention.first, cast)
    if title:
        cast.titles[position(mention.first)] = title[0]
        head = next(t for t in title if is_post(t))
        _add(_titled(office_at(head, cast, mention.first.i), title, mention, cast), member, mention, cast)
    for office in _offices_beside(mention.first, mention.last, cast):
        _add(office, member, mention, cast)
    _speaks_for(member, mention, cast)
    _whose_party(member, mention, cast)


def _titled(office: Office, title: list[Token], mention: Mention, cast: Cast) -> Office:
    """Add the state after the name: 'Chancellor Greta Moll of Haldane'."""
    doc = mention.last.doc
    of = list(office.of)
    at = mention.last.i + 1
    if at + 1 < len(doc) and doc[at].lower_ == "of":
        found = cast.at(doc[at + 1]) or (cast.at(doc[at + 2]) if at + 2 < len(doc) else None)
        if found is not None and cast.members[found.of].kind in ("State", "Organization"):
            of.append(found.of)
    return Office(office.head, office.words, tuple(of), None, office.owner, office.first, title[-1].i)


def _offices_beside(first: Token, last: Token, cast: Cast) -> Iterator[Office]:
    doc = first.doc
    if last.i + 2 < len(doc) and doc[last.i + 1].text in (",", "(", "\u2013", "\u2014"):
        if (office := _after(last.i + 2, last, cast)) is not None:
            yield office
    ends = last.i + 1 >= len(doc) or doc[last.i + 1].text in (",", ".", ")", ";", "\u2013", "\u2014")
    if first.i >= 2 and doc[first.i - 1].text in (",", "(") and ends:
        for at in range(first.i - 2, max(first.i - 10, -1), -1):
            if doc[at].text in _STOPS or cast.kind(doc[at]) == "Person" or doc[at].pos_ in ("VERB", "AUX"):
                break
            if is_post(doc[at]):
                office = office_at(doc[at], cast)
                if office.last == first.i - 2:
                    yield office
                break


def _after(start: int, last: Token, cast: Cast) -> Office | None:
    """Return the office that begins after a name and its comma."""
    doc = last.doc
    if doc[start].lower_ == "and":
        return None  # 'Ann Poe, and the envoy, Ian Moll': the post is the next one's
    for at in range(start, min(start + 9, len(doc))):
        word = doc[at]
        if (
            word.text in _STOPS
            or word.text == ","
            or (word.pos_ in ("VERB", "AUX", "PRON") and word.tag_ != "PRP$")
        ):
            return None
        if is_post(word):
            office = office_at(word, cast)
            end = office.last + 1
            if office.first > start + 2 or word.lower_.rstrip(".") in actor_words("honorifics"):
                return None
            if end < len(doc) and (doc[end].pos_ in ("VERB", "AUX") or cast.kind(doc[end]) == "Person"):
                return None
            return None if end < len(doc) and doc[end].pos_ == "PROPN" else office
    return None


def _add(office: Office, member: Member, mention: Mention, cast: Cast) -> None:
    post = office.post.strip(" ,.-")
    if post.lower().startswith("one of"):
        return
    at = _place(office, mention, cast)
    member.gender = member.gender or office.gender
    if at is not None and "former" not in office.lowered:
        member.of = member.of or home(cast.known(at))
    if not is_slug(slug(post)) or noun_act(post) or post.lower().rstrip(".") in actor_words("honorifics"):
        return
    since, until = _interval(office, mention)
    role = Role(post=post, organization=at, since=since, until=until)
    for index, held in enumerate(member.roles):
        if held.post.lower() == post.lower() and (at is None or held.organization in (None, at)):
            member.roles[index] = held.model_copy(
                update={
                    "organization": held.organization or at,
                    "since": held.since or since,
                    "until": held.until or until,
                }
            )
            return
    member.roles.append(role)


def _place(office: Office, mention: Mention, cast: Cast) -> str | None:
    """Return where a post is held: a body before a state, or where the person served is."""
    bodies = [o for o in office.of if cast.known(o).kind == "Organization"]
    if bodies or office.of:
        return [*bodies, *office.of][0]
    if office.person is not None:
        return cast.known(office.person).of
    if office.owner is not None:
        return _owner(office.owner, mention, cast)
    return None


def _owner(pronoun: Token, mention: Mention, cast: Cast) -> str | None:
    """Return the state or body of 'its spokeswoman', or that of the person of 'her minister'."""
    if pronoun.lower_ in ("his", "her"):
        found = salient(pronoun, cast, [], HE[pronoun.lower_])
        return cast.known(found).of if found is not None and found != mention.of else None
    return it(pronoun, cast, [])


def _interval(office: Office, mention: Mention) -> tuple[str | None, str | None]:
    """Return since and until as the words after a post tell them."""
    doc = office.head.doc
    end = max(office.last, mention.last.i if office.last < mention.first.i else 0)
    sentence = doc[end].sent
    after = doc[end + 1 : sentence.end].text.split(";")[0]
    if found := _FROM.search(after):
        return _date(found[1], found[2]), _date(found[3], found[4])
    if found := _YEARS.search(after):
        return _date(None, found[1]), _date(None, found[2])
    since, until = _SINCE.search(after), _UNTIL.search(after)
    return (_date(since[1], since[2]) if since else None, _date(until[1], until[2]) if until else None)


def _date(month: str | None, year: str) -> str | None:
    if not int(year):
        return None
    return f"{year}-{_MONTHS.index(month.lower()) + 1:02}" if month else year


def _speaks_for(member: Member, mention: Mention, cast: Cast) -> None:
    """'Ines Ruhl, who speaks for the presidency': a post told by a verb."""
    words = mention.last.doc[mention.last.i + 1 : mention.last.i + 12]
    if len(words) < 4 or words[1].lower_ != "who" or words[2].lower_ not in _SPEAKS:
        return
    named = [m for t in words[3:] if (m := cast.at(t)) and cast.kind(t) in ("State", "Organization")]
    if named:
        member.of = member.of or home(cast.members[named[0].of])
        role = Role(post=_SPEAKS[words[2].lower_], organization=named[0].of)
        if role not in member.roles:
            member.roles.append(role)


def _whose_party(member: Member, mention: Mention, cast: Cast) -> None:
    """'Ann Poe's Meadow Union': she is of that body, whatever her post is."""
    doc, at = mention.last.doc, mention.last.i + 1
    if at + 1 >= len(doc) or doc[at].text not in ("'s", "'"):
        return
    body = cast.at(doc[at + 1])
    if body is not None and cast.members[body.of].kind == "Organization":
        member.of = member.of or body.of
