"""When two spellings are the same name."""

import unicodedata

import jellyfish


def fold(name: str) -> str:
    """Return `name` without accents, case and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’")


def same_surname(one: str, other: str) -> bool:
    """Say whether two surnames are spellings of one: they sound alike and look alike."""
    one, other = fold(one), fold(other)
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or one[0] != other[0] or not (one + other).isascii():
        return False
    alike = (
        jellyfish.damerau_levenshtein_distance(one, other) <= 2
        or jellyfish.jaro_winkler_similarity(one, other) >= 0.9
    )
    return alike and jellyfish.metaphone(one) == jellyfish.metaphone(other)


def same_given(one: str, other: str) -> bool:
    """Say whether two given names may belong to one person: 'Dan' and 'Daniel', 'J.' and 'Joe'."""
    one, other = fold(one).rstrip("."), fold(other).rstrip(".")
    if not one or not other or one.startswith(other) or other.startswith(one):
        return True
    return jellyfish.jaro_winkler_similarity(one, other) >= 0.9
