"""Several at once: 'the leaders of A and B', 'the two ministers', 'both sides', 'the latter'."""

from spacy.tokens import Token

from ..lexicon import words
from ..sentences import position
from .cast import Cast, Member
from .nouns import coordinated, count, listed
from .pronouns import Recent
from .titles import is_post
from .unnamed import named

_HEADS = frozenset(("President", "Prime Minister", "Chancellor", "Premier"))
_PEOPLE = frozenset(
    ("man", "woman", "leader", "minister", "president", "politician", "official", "envoy", "diplomat")
)
_SIDES = frozenset(("side", "country", "state", "nation", "government", "neighbour", "neighbor", "capital"))


def collective(noun: Token, lemma: str, states: list[str], cast: Cast) -> Member:
    """Return the collective of a plural noun: by its states, by its number, or by its words."""
    if len(states) < 2:
        number = next((c for c in noun.children if c.dep_ == "nummod"), None)
        for member in reversed(list(cast.members.values())):
            alike = member.kind == "Collective" and lemma in member.name
            if number is not None and alike and count(number) == len(member.states):
                return member
        return named("Collective", noun, cast)
    for member in cast.members.values():
        if member.kind == "Collective" and set(member.states) == set(states):
            return member
    names = [_spelled(noun, s, cast) for s in states]
    member = cast.join("Collective", f"{noun.text.lower()} of {listed(names)}")
    member.states = tuple(states)
    _gather(member, cast)
    return member


def _spelled(noun: Token, state: str, cast: Cast) -> str:
    """Return a state's name as the phrase spells it."""
    for token in noun.subtree:
        mention = cast.at(token)
        if mention and mention.of == state and mention.how == "name":
            return token.doc[mention.first.i : mention.last.i + 1].text
    return cast.members[state].phrase


def _gather(group: Member, cast: Cast) -> None:
    """The leaders of states whom the article names are members of the collective."""
    for member in cast.members.values():
        posts = {post.title() for post, _ in cast.posts(member)} if member.kind == "Person" else set[str]()
        if group.name.startswith("leader") and posts & _HEADS and member.of in group.states:
            member.member_of.add(group.id)


def several(noun: Token, cast: Cast, recent: Recent) -> tuple[str, ...] | None:
    """Return the persons or states that 'the two leaders', 'the pair' or 'both sides' means."""
    lemma = noun.lemma_.lower()
    before = noun.nbor(-1).lower_ if noun.i else ""
    number = next((n for t in noun.children if t.i < noun.i and (n := count(t)) > 0), 0)
    if lemma in ("pair", "duo") and before in ("the", "this"):
        return _joined(noun, cast, recent, 2, ("Person",))
    if lemma in ("trio",) and before in ("the", "this"):
        return _joined(noun, cast, recent, 3, ("Person",))
    if before == "both" or any(c.lower_ == "both" for c in noun.children):
        number = 2
    definite = any(c.lower_ in ("the", "both", "these") for c in noun.children)
    if not (definite and number in (2, 3, 4)) or noun.tag_ not in ("NNS", "NNPS", "CD"):
        return None
    if any(
        m.kind == "Collective" and lemma in m.name and len(m.states) == number for m in cast.members.values()
    ):
        return None
    if lemma in words("institution"):
        return _joined(noun, cast, recent, number, ("Organization",))
    if lemma in _SIDES:
        return _joined(noun, cast, recent, number, ("State",)) or _only_states(noun, cast, number)
    if lemma in _PEOPLE or lemma in words("posts"):
        return _joined(noun, cast, recent, number, ("Person",))
    return None


def one_of_two(noun: Token, cast: Cast, recent: Recent) -> tuple[str, ...] | None:
    """Return whom 'the former' or 'the latter' means: the first or last of the pair before."""
    pair = _joined(noun, cast, recent, 2, ("Person", "State", "Organization"))
    if pair is None:
        return None
    return (pair[0],) if noun.lower_ == "former" else (pair[-1],)


def _joined(
    noun: Token, cast: Cast, recent: Recent, number: int, kinds: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Return the last actors that spoke together, or that were joined by 'and', if they are so many."""
    here = position(noun)
    for at, actors in reversed(recent):
        if at < here and len(actors) == number and all(cast.known(a).kind in kinds for a in actors):
            return actors
    ordered = sorted(
        (m for m in cast.places.between(here - 1500, here) if m.how == "name"),
        key=lambda m: position(m.first),
    )
    ordered = [m for m in ordered if cast.members[m.of].kind in kinds]
    for end in range(len(ordered), number - 1, -1):
        group = ordered[end - number : end]
        if len({m.of for m in group}) == number and _linked(group[-2].last, group[-1].first):
            if all(m.first.doc is group[0].first.doc for m in group):
                return tuple(m.of for m in group)
    return None


def _linked(last: Token, first: Token) -> bool:
    """Say whether 'and' or 'with' and little more stands between two names."""
    if last.doc is not first.doc:
        return False
    between = first.doc[last.i + 1 : first.i]
    lowered = [t.lower_ for t in between]
    verbs = any(t.pos_ in ("VERB", "AUX") for t in between)
    return len(lowered) <= 9 and not verbs and bool({"and", "with"} & set(lowered))


def _only_states(noun: Token, cast: Cast, number: int) -> tuple[str, ...] | None:
    """Return the states of an article that names no others before a place."""
    here = position(noun)
    found = list(
        dict.fromkeys(
            m.of for m in cast.mentions if cast.members[m.of].kind == "State" and position(m.first) < here
        )
    )
    return tuple(sorted(found)) if len(found) == number else None


def delegations(noun: Token, states: list[str], cast: Cast) -> tuple[str, ...] | None:
    """Return each of 'the delegations of Norvale and Sund' or 'the two governments of ...'."""
    lemma = noun.lemma_.lower()
    if lemma not in words("institution") or noun.tag_ != "NNS" or len(states) < 2:
        return None
    ids: list[str] = []
    for state in states:
        member = cast.join("Organization", f"{lemma} of {cast.known(state).phrase}")
        member.of, member.words = state, frozenset((lemma,))
        ids.append(member.id)
    return tuple(ids)


def joined_by_post(head: Token, cast: Cast) -> list[Token]:
    """'Premier Poe of Aubry and Chancellor Moll of Haldane': the parser takes Moll for a place."""
    mention = cast.at(head)
    if mention is None or cast.members[mention.of].kind != "Person":
        return []
    doc, at = head.doc, mention.last.i + 1
    if at + 1 < len(doc) and doc[at].lower_ == "of" and cast.at(doc[at + 1]) is not None:
        at += 2
    while at < len(doc) and (doc[at].lower_ in (",", "and") or is_post(doc[at])):
        at += 1
    if at >= len(doc) or at == mention.last.i + 1 or cast.kind(doc[at]) != "Person":
        return []
    links = {t.lower_ for t in doc[mention.last.i + 1 : at]}
    other = cast.at(doc[at])
    joined = "and" in links and "of" in links and other is not None
    return [other.last] if joined and other is not None and other.last not in coordinated(head) else []
