"""Which person a name means: one of the article, one who is known, or somebody new."""

from collections.abc import Callable

from spacy.tokens import Token

from ..sentences import position
from .cast import Cast, Member
from .names import actor_words, bare, equal_surname, same_given, same_surname

Same = Callable[[str, str], bool]


def person(
    cast: Cast, given: str, surname: str, of: str | None, gender: str | None, at: Token, titled: bool
) -> Member | None:
    """Return who is meant by a name, or None where two fit equally well.

    Exact surnames come before those that only sound alike, people of the article before others.
    """
    for same in (equal_surname, same_surname):
        fits = [m for m in cast.bearing(surname) if _fits(m, given, surname, of, gender, same)]
        if len(fits) > 1 and not given:
            fits = _last_named(fits, cast, at)
            if not fits:
                return None
        if fits:
            return _spelled(cast, fits[-1], given, surname)
        if known := _famous(cast, given, surname, of, same, titled):
            return _spelled(cast, cast.known(known), given, surname)
    return _new(cast, given, surname, of)


def surname_known(surname: str, cast: Cast) -> bool:
    """Say whether somebody of the article or the gazetteer bears a surname."""
    if any(same_surname(m.surname, surname) for m in cast.bearing(surname)):
        return True
    return bare(surname) in cast.gazetteer.bare


def _fits(member: Member, given: str, surname: str, of: str | None, gender: str | None, same: Same) -> bool:
    if not same(member.surname, surname):
        return False
    if given and member.given and not same_given(given, member.given):
        return False
    if of and member.of and of != member.of:
        return False
    if gender and member.gender is None and member.given.lower() in _other_names(gender):
        return False
    return not (gender and member.gender and gender != member.gender)


def _other_names(gender: str) -> frozenset[str]:
    """Return the given names of those who are not meant by a pronoun."""
    return actor_words("men" if gender == "she" else "women")


def _last_named(fits: list[Member], cast: Cast, at: Token) -> list[Member]:
    """Of people with one surname, return who was last called by the full name before a place."""
    ids = {m.id: m for m in fits}
    for mention in cast.places.back(position(at)):
        if mention.of in ids and mention.first.i != mention.last.i:
            return [ids[mention.of]]
    return []


def _famous(cast: Cast, given: str, surname: str, of: str | None, same: Same, titled: bool) -> str | None:
    """Return a known person; a bare surname that is only spelled alike needs a title before it."""
    if same is same_surname and not (given or titled):
        return None
    for entry in cast.gazetteer.entries.values():
        if entry.kind != "Person" or not entry.surname or not same(entry.surname, surname):
            continue
        if given and not same_given(given, entry.name.split()[0]):
            continue
        if not (of and entry.of and of != entry.of):
            return entry.id
    return None


def _spelled(cast: Cast, member: Member, given: str, surname: str) -> Member:
    """Record how the name is spelled here: as an alias, or as a misspelling if no known name is so."""
    name = f"{given} {surname}".strip()
    known = {member.name, *(member.entry.aliases if member.entry else ())}
    if any(bare(name) == bare(k) or bare(surname) == _last(bare(k), surname) for k in known):
        if name != member.name:
            member.spellings.add(name)
    else:
        member.misspellings.add(name)
    if not member.given and given and not member.entry:
        member.spellings.add(member.name)
        member.name = name
        cast.call(member, given)
        member.spellings.discard(name)
    return member


def _last(name: str, surname: str) -> str:
    """Return as many last words of a name as the surname has."""
    return " ".join(name.split()[-len(bare(surname).split()) or 0 :])


def _new(cast: Cast, given: str, surname: str, of: str | None) -> Member:
    name = f"{given} {surname}".strip()
    member = cast.join("Person", name, of)
    cast.call(member, given)
    cast.bear(member, surname)
    return member
