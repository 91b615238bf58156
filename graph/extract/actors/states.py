"""States that no gazetteer knows, and the adjectives made of their names: 'Norvale', 'Norvalian'."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from .cast import Cast, Member, Mention
from .names import actor_words, is_calendar
from .titles import capital, is_post, is_title, text

_HEAD = 4
"""Letters that an adjective and the name that it is made of have in common at least."""
_LISTED = 60
"""Tokens that a list of states goes back at most."""
_ENDS = re.compile(r"(?:an|ian|ean|n|ish|ese|i|er|ic|ine)s?$")


def find_states(docs: list[Doc], cast: Cast) -> None:
    """Record the states that a text treats as such, however it spells them, and their adjectives."""
    surnames = {token.text for doc in docs for token in doc if _joined(token)}
    alone = {t.text for doc in docs for t in doc if proper(t, cast) and not _joined(t) and not _has_after(t)}
    names = {text(run) for doc in docs for token in doc for run in _evidence(token, cast, surnames, alone)}
    others = _by_head(names | alone)
    names = {n for n in names if not any(made_of(n, other) for other in others.get(n[:_HEAD], ()))}
    names |= set(_by_adjective(docs, cast, names))
    for name in sorted(names):
        cast.join("State", name)
    _spread(docs, cast, names)
    _adjectives(docs, cast)


def proper(token: Token, cast: Cast) -> bool:
    """Say whether a word can be a part of a name that is not known yet."""
    return (
        capital(token)
        and token.text[0].isalpha()
        and token.pos_ in ("PROPN", "NOUN", "ADJ")
        and cast.at(token) is None
        and not is_calendar(token.text)
        and not is_title(token)
        and not _shouted(token)
        and not (token.is_sent_start and token.pos_ != "PROPN")
    )


def _shouted(token: Token) -> bool:
    """Say whether a word is in capitals: a dateline or an acronym."""
    return len(token.text) > 1 and token.text.isupper()


def _joined(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    return before is not None and before.pos_ == "PROPN" and capital(before) and not is_compass(before)


def is_compass(token: Token) -> bool:
    """Say whether a word begins the names of places: 'Upper Merrow'."""
    return token.lower_ in ("north", "south", "east", "west", "upper", "lower", "new", "quay")


def _run(last: Token, cast: Cast) -> list[Token]:
    """Return the name that ends with a word: 'Upper Merrow', 'Quay Islands'."""
    if not proper(last, cast):
        return []
    run = [last]
    plural = last.lower_ in ("islands", "isles")
    while run[0].i and proper(run[0].nbor(-1), cast) and (plural or is_compass(run[0].nbor(-1))):
        run.insert(0, run[0].nbor(-1))
    return run


def _has_after(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and (_has_officials(token) or capital(token.nbor()))


def _evidence(token: Token, cast: Cast, surnames: set[str], alone: set[str]) -> Iterator[list[Token]]:
    """Yield the name that ends here if it owns, is governed or acts as states do."""
    run = _run(token, cast)
    if not run or token.i + 1 >= len(token.doc):
        return
    one = len(run) == 1
    before = run[0].nbor(-1) if run[0].i else None
    if (
        before is not None
        and before.lower_ in ("of", "and", ",")
        and _governed(run[0])
        and not _first_name(run)
    ):
        yield run
    elif one and (token.text in surnames or is_org_word(token)):
        return
    elif (
        _owns(token)
        or (_has_officials(token) and token.text in alone)
        or ((not one or (before is not None and before.lower_ == "the")) and _country(run))
    ):
        yield run
    elif token.ent_type_ == "GPE" and token.dep_ in ("nsubj", "agent"):
        if before is None or before.pos_ not in ("PROPN", "ADP"):
            yield run


def is_org_word(token: Token) -> bool:
    """Say whether a word ends the names of organisations: 'Council', 'Courier'."""
    return token.lower_ in actor_words("org_words")


def _owns(token: Token) -> bool:
    """'Norvale's foreign minister', 'the Isles' army'."""
    if token.nbor().text not in ("'s", "'"):
        return False
    for after in token.doc[token.i + 2 : token.i + 6]:
        if after.lemma_.lower() in actor_words("owned_by_states"):
            return True
        if after.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV"):
            return False
    return False


def _has_officials(token: Token) -> bool:
    """'Calder officials'."""
    return token.nbor().lemma_.lower() in (
        "official",
        "diplomat",
        "troop",
        "delegation",
        "ambassador",
        "envoy",
    )


def _country(run: list[Token]) -> bool:
    """'Upper Merrow said', 'the Quay Islands called for': a place that acts."""
    islands = run[-1].lower_ in ("islands", "isles")
    return (islands or is_compass(run[0])) and run[-1].dep_ in ("nsubj", "agent")


def _first_name(run: list[Token]) -> bool:
    after = run[-1].nbor()
    return after.pos_ == "PROPN" and capital(after)


def _governed(first: Token) -> bool:
    """'the Premier of Aubry', 'Chancellor Greta Moll of Haldane', 'the delegations of Calder and Veldria'."""
    at = first.i - 1
    doc = first.doc
    while (
        at > 0
        and first.i - at < _LISTED
        and (
            doc[at].lower_ in ("and", ",") or (capital(doc[at]) and doc[at - 1].lower_ in ("of", "and", ","))
        )
    ):
        at -= 1
    if at < 1 or doc[at].lower_ != "of":
        return False
    noun = doc[at - 1]
    if noun.lemma_.lower() in (
        "delegation",
        "government",
        "leader",
        "parliament",
        "president",
        "army",
        "people",
    ):
        return True
    if noun.lower_ in actor_words("national_posts"):
        return True
    back = noun
    while back.i and capital(back) and noun.i - back.i < 3:
        back = back.nbor(-1)
        if back.lower_.removesuffix("s") in actor_words("national_posts"):
            return True
    return False


def _by_adjective(docs: list[Doc], cast: Cast, names: set[str]) -> Iterator[str]:
    """A name is a state's if an adjective made of it stands in the text: 'Osmark', 'Osmarkan assets'."""
    tokens = [t for doc in docs for t in doc if proper(t, cast)]
    adjectives = {t.text for t in tokens if t.dep_ in ("amod", "compound", "nmod") and len(t.text) > 5}
    known = _by_head(names)
    free = {a for a in adjectives if not any(made_of(a, n) for n in known.get(a[:_HEAD], ()))}
    made = _by_head(free)
    for name in sorted({t.text for t in tokens if not _joined(t) and len(t.text) > 3}):
        if any(made_of(adjective, name) for adjective in made.get(name[:_HEAD], ())):
            yield name


def _by_head(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by their first letters, which an adjective and its name share."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[:_HEAD], []).append(word)
    return found


def made_of(adjective: str, name: str) -> bool:
    """Say whether an adjective is made of a name: it begins so, and ends as adjectives of states do."""
    same = 0
    while same < min(len(adjective), len(name)) and adjective[same] == name[same]:
        same += 1
    rest, ending = name[same:], adjective[same:]
    return (
        same >= _HEAD
        and adjective != name
        and bool(re.fullmatch(r"(?:[aeiouy]{0,3}|land|s)", rest))
        and bool(re.fullmatch(r"(?:i?an|ean|n|ish|ese|i|er|ic|ine)s?", ending))
        and bool(_ENDS.search(adjective))
    )


def _spread(docs: list[Doc], cast: Cast, names: set[str]) -> None:
    last = {name.split()[-1] for name in names}
    shouted = {name.upper(): name for name in names if len(name) > 3}
    for token in (token for doc in docs for token in doc):
        if token.text not in last and token.text not in shouted:
            continue
        run = _run(token, cast) or [token]
        name = shouted.get(token.text, text(run))
        person = run[0].i > 0 and _joined(run[0]) and not is_post(run[0].nbor(-1))
        follows = token.i + 1 < len(token.doc) and token.nbor().text in ("'s", "'") and not person
        if name in names and (not person or follows) and not _dateline(token):
            cast.mention(Mention(cast.join("State", name).id, run[0], token))


def _dateline(token: Token) -> bool:
    return (
        _shouted(token) and token.i < 3 and any(t.text in ("\u2014", "\u2013", "-") for t in token.doc[:12])
    )


def _adjectives(docs: list[Doc], cast: Cast) -> None:
    states: dict[str, list[Member]] = {}
    for member in cast.members.values():
        if member.kind == "State" and not member.entry and " " not in member.name:
            states.setdefault(member.name[:_HEAD], []).append(member)
    for token in (token for doc in docs for token in doc):
        if not capital(token) or token.pos_ not in ("ADJ", "PROPN", "NOUN") or cast.at(token) is not None:
            continue
        for state in states.get(token.text[:_HEAD], ()):
            if made_of(token.text, state.name):
                state.demonym = state.demonym or token.text.removesuffix("s")
                cast.mention(Mention(state.id, token, token, "demonym"))
                break
