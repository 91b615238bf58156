"""Several persons in a row beside a verb: 'President Poe, Premier Moll of Aubry and Chancellor Ries said'."""

from typing import NamedTuple

from spacy.tokens import Token

from .cast import Cast
from .mentions import Mention
from .names import is_calendar

_LINKS = frozenset((",", "and", "&"))
_POST = ("ADJ", "NOUN", "PROPN", "DET", "PART")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


class Row(NamedTuple):
    """Persons in the order in which they are named, and the words that name them."""

    actors: tuple[str, ...]
    first: Token
    last: Token


def row_beside(verb: Token, cast: Cast) -> Row | None:
    """Return the persons in a row before a verb or behind it; the parser takes such rows apart."""
    return _before(verb, cast) or _behind(verb, cast)


def _before(verb: Token, cast: Cast) -> Row | None:
    doc, last = verb.doc, _before_helpers(verb)
    at, names, links = last, list[str](), set[str]()
    while (person := _person(at, verb, cast)) is not None:
        names.append(person.of)
        at = _before_post(person.first.i - 1, verb, cast)
        if _begins(at, verb, cast):
            return Row(tuple(reversed(names)), doc[at + 1], doc[last]) if "and" in links else None
        while doc[at].lower_ in _LINKS and at > verb.sent.start:
            links.add(doc[at].lower_)
            at -= 1
        if "and" not in links:  # 'Moll, Premier Ries said' is no row.
            return None
    return None


def _behind(verb: Token, cast: Cast) -> Row | None:
    doc, end = verb.doc, verb.sent.end
    at, names, links = verb.i + 1, list[str](), set[str]()
    while True:
        while at < end and doc[at].pos_ in _POST and cast.kind(doc[at]) != "Person":
            at += 1
        person = cast.at(doc[at]) if at < end else None
        if person is None or person.how != "name" or cast.members[person.of].kind != "Person":
            return None
        names.append(person.of)
        at = _after_state(person.last.i + 1, end, person.last, cast)
        if "and" in links:
            closed = at >= end or doc[at].tag_ not in _FINITE  # 'said Moll, and Ries agreed' is no row.
            return Row(tuple(names), doc[verb.i + 1], doc[at - 1]) if closed else None
        if at >= end or doc[at].lower_ not in _LINKS:
            return None
        while at < end and doc[at].lower_ in _LINKS:
            links.add(doc[at].lower_)
            at += 1


def _begins(at: int, verb: Token, cast: Cast) -> bool:
    """Say whether a row can begin after a place: at the sentence, after 'In a statement,' or a quotation."""
    if at < verb.sent.start or verb.doc[at].is_quote:
        return True
    before = verb.doc[verb.sent.start : at + 1]
    if any(t.tag_ in _FINITE or cast.kind(t) == "Person" for t in before):
        return False
    return before[-1].text == "," or (before[0].pos_ == "ADP" and is_calendar(before[-1].text))


def _before_helpers(verb: Token) -> int:
    """Return the place before a verb and its adverbs and auxiliaries."""
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    return at


def _person(at: int, verb: Token, cast: Cast) -> Mention | None:
    """Return the person whose name ends at a place, be it with 'of Aubry' behind it."""
    if at < verb.sent.start:
        return None
    found = cast.at(verb.doc[at])
    if found is not None and cast.members[found.of].kind != "Person":
        before = found.first.i - (2 if verb.doc[found.first.i - 1].lower_ == "the" else 1)
        if before <= verb.sent.start or verb.doc[before].lower_ != "of":
            return None
        at, found = before - 1, cast.at(verb.doc[before - 1])
    if found is None or found.last.i != at or cast.members[found.of].kind != "Person":
        return None
    return found if found.how == "name" else None


def _after_state(at: int, end: int, name: Token, cast: Cast) -> int:
    """Return the place behind 'of Aubry', if it stands at a place."""
    if at + 1 >= end or name.doc[at].lower_ != "of":
        return at
    state = cast.at(name.doc[at + 2 if name.doc[at + 1].lower_ == "the" and at + 2 < end else at + 1])
    return state.last.i + 1 if state is not None else at


def _before_post(at: int, verb: Token, cast: Cast) -> int:
    """Return the place before the post that stands before a name."""
    start = verb.sent.start
    while at >= start and cast.kind(verb.doc[at]) != "Person":
        word = verb.doc[at]
        inside = word.pos_ in _POST or (word.lower_ in ("of", "for") and at > start)
        if not inside or is_calendar(word.text):
            break
        at -= 1
    return at
