"""Organisations that the text names by what they are: 'the Strait Wire', 'University of Skarne'."""

import re

from spacy.tokens import Doc, Token

from .bodykinds import after_kinds
from .cast import Cast, Member, Mention
from .generic import body_of
from .names import actor_words, is_calendar
from .states import is_org_word
from .titles import capital, is_post, is_title, text

_INSIDE = frozenset(("of", "and", "for", "on", "'s", "'", "&"))
_LONG = 9


def find_bodies(docs: list[Doc], cast: Cast) -> None:
    """Record organisations by their long names, then by the short ones that the text makes of them."""
    for doc in docs:
        for run in (*_long_names(doc, cast), *after_kinds(doc, cast)):
            _record(run, cast)
    shorts = _shorts(cast)
    for doc in docs:
        _short_names(doc, shorts, cast)


def _free(token: Token, cast: Cast) -> bool:
    """Say whether a word can be in an organisation's name: no person and no other organisation has it."""
    mention = cast.at(token)
    if mention is None:
        return not is_calendar(token.text)
    return mention.how == "name" and cast.members[mention.of].kind in ("State", "Place")


def _named(token: Token, cast: Cast) -> bool:
    return capital(token) and token.text[0].isalpha() and _free(token, cast)


def _long_names(doc: Doc, cast: Cast) -> list[list[Token]]:
    runs: list[list[Token]] = []
    run: list[Token] = []
    for token in doc:
        inside = run and token.text in _INSIDE and token.i + 1 < len(doc) and _named(token.nbor(), cast)
        if (_named(token, cast) and not (run and _dateline(run[-1]))) or inside:
            run.append(token)
            continue
        runs.append(run)
        run = []
    runs.append(run)
    return [kept for run in runs for part in _parts(run, cast) if (kept := _body(part))]


def _dateline(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 5


def _parts(run: list[Token], cast: Cast) -> list[list[Token]]:
    """Cut a run of capital words where an organisation's name ends: "Veldria's | Security Council"."""
    parts: list[list[Token]] = [[]]
    for index, token in enumerate(run):
        owner = token.text in ("'s", "'") and cast.kind(run[index - 1]) == "State"
        many = run[index - 1].tag_ in ("NNS", "NNPS") or run[index - 1].text.endswith(("s", "men", "People"))
        plural = index and token.text in ("'s", "'") and not many
        title = token.text == "and" and not any(is_org_word(t) for t in run[index:])
        if owner or plural or title:
            parts.append([])
            continue
        parts[-1].append(token)
    return parts


def _body(run: list[Token]) -> list[Token]:
    """Return the organisation's name in a run: up to its last word for one, without a title before it."""
    while run and (run[0].text in _INSIDE or run[0].lower_ == "the"):
        run = run[1:]
    ends = [i for i, t in enumerate(run) if is_org_word(t) and (i or len(run) > 1)]
    first = run[0] if run else None
    if first is not None and first.lower_ in actor_words("org_firsts") and len(run) > 1:
        if run[1].lower_ in ("of", "for") or first.lower_ == "radio":
            return run
        return run[: ends[-1] + 1] if ends else []
    if not ends or ends[-1] == 0:
        return []
    run = run[: ends[-1] + 1]
    after = run[-1].nbor() if run[-1].i + 1 < len(run[-1].doc) else None
    if after is not None and is_title(after) and is_post(after) and after.text[0].isupper():
        return []  # 'Army Secretary', 'Trade Commission President'
    posts = [i for i, t in enumerate(run) if is_post(t) and i < len(run) - 1]
    return run[posts[-1] + 1 :] if posts and len(run) - posts[-1] > 2 else ([] if posts else run)


def _record(run: list[Token], cast: Cast) -> None:
    if len(run) < 2 or len(run) > _LONG:
        return
    before = run[0].nbor(-2) if run[0].i > 1 and run[0].nbor(-1).text in ("'s", "'") else None
    owner = cast.at(before) if before is not None else None
    shared = body_of(run, cast)
    for token in run:
        mention = cast.at(token)
        if mention is not None and mention.first.i >= run[0].i and mention.last.i <= run[-1].i:
            cast.release(mention)
    state = owner.of if owner is not None and cast.members[owner.of].kind == "State" else None
    known = cast.gazetteer.phrases.get(text(run))
    name = text(run)
    if known and not (state and cast.gazetteer.entries[known].of not in (None, state)):
        if name not in cast.gazetteer.generic or _about(known, cast):
            member = cast.known(known)
            cast.mention(Mention(member.id, run[0], run[-1]))
            return
    if shared is not None:
        shared.spellings.add(name)
        cast.mention(Mention(shared.id, run[0], run[-1]))
        return
    member = cast.join(
        "Organization", name if not (known and state) else f"{name} of {cast.members[state].phrase}"
    )
    member.spellings.add(name)
    member.of = member.of or state
    cast.mention(Mention(member.id, run[0], run[-1]))
    _abbreviation(run[-1], member)


def _about(id_: str, cast: Cast) -> bool:
    """Say whether the text names whom a body with a common name belongs to."""
    of = cast.gazetteer.entries[id_].of
    return id_ in cast.members or (of is not None and of in cast.members)


def _abbreviation(last: Token, member: Member) -> None:
    """Take 'URS' of 'Union of Rail Workers (URS)' as another name."""
    after = last.doc[last.i + 1 : last.i + 4]
    if (
        len(after) == 3
        and after[0].text == "("
        and after[2].text == ")"
        and re.fullmatch(r"[A-Z]{2,7}", after[1].text)
    ):
        member.spellings.add(after[1].text)


def _shorts(cast: Cast) -> dict[str, str]:
    """Return the one capital word by which a text calls an organisation, where only one has that word."""
    owners: dict[str, set[str]] = {}
    for member in cast.members.values():
        if member.kind != "Organization":
            continue
        names = [n.split() for n in sorted({member.name, *member.spellings})]
        for word in {w for words in names for w in (words[0], words[-1]) if w[0].isupper()}:
            owners.setdefault(word, set()).add(member.id)
    return {word: min(ids) for word, ids in owners.items() if len(ids) == 1}


def _short_names(doc: Doc, shorts: dict[str, str], cast: Cast) -> None:
    for token in doc:
        id_ = shorts.get(token.text)
        if id_ is None or cast.at(token) is not None or not token.i:
            continue
        alone = not (token.i + 1 < len(doc) and capital(token.nbor()) and token.nbor().is_alpha)
        the = token.nbor(-1).lower_ in ("the", "its", "their", "our")
        acronym = token.text.isupper() and len(token.text) > 1
        if (
            alone
            and (the or acronym)
            and (is_org_word(token) or acronym or _only_such(token, cast.members[id_]))
        ):
            cast.members[id_].spellings.add(token.text)
            cast.mention(Mention(id_, token, token))


def _only_such(token: Token, member: Member) -> bool:
    """'the Concord' of 'the Northern Concord', not 'the Northern'."""
    return member.name.split()[-1] == token.text
