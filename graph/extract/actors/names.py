"""When two spellings are the same name."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import cast

import jellyfish

from ..lexicon import data

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
# Ways to write one Cyrillic, Arabic or German letter; each pair goes to one form.
_LETTERS = (
    ("shch", "sh"),
    ("sch", "sh"),
    ("zh", "z"),
    ("kh", "h"),
    ("gh", "g"),
    ("q", "g"),
    ("oe", "o"),
    ("ae", "a"),
    ("ue", "u"),
    ("ts", "c"),
    ("tz", "c"),
    ("ou", "u"),
    ("yu", "iu"),
    ("ya", "ia"),
    ("ye", "e"),
)


def fold(name: str) -> str:
    """Return `name` without accents, case and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʻ`")


def is_calendar(word: str) -> bool:
    """Say whether a word names a day or month and no person; 'May' may be one."""
    return word.lower() in actor_words("calendar")


@lru_cache(maxsize=4096)
def bare(surname: str) -> str:
    """Return a surname without 'Jr' and the like, 'al-' and hyphens."""
    words = [w for w in re.split(r"[\s-]+", fold(surname).replace(".", "")) if w not in _SUFFIXES]
    while len(words) > 1 and words[0] in ("al", "el"):
        words = words[1:]
    return " ".join(words)


def equal_surname(one: str, other: str) -> bool:
    """Say whether two surnames are one but for accents, hyphens, 'al-' and 'Jr'."""
    return bare(one) == bare(other)


def same_surname(one: str, other: str) -> bool:
    """Say whether two surnames are spellings of one: they sound alike and look alike."""
    one, other = bare(one), bare(other)
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or one[0] != other[0] or not (one + other).isascii():
        return False
    if transliterated(one) == transliterated(other):
        return True
    alike = (
        jellyfish.damerau_levenshtein_distance(one, other) <= 2
        or jellyfish.jaro_winkler_similarity(one, other) >= 0.9
    )
    return alike and jellyfish.metaphone(one) == jellyfish.metaphone(other)


@lru_cache(maxsize=4096)
def transliterated(name: str) -> str:
    """Return a name from another alphabet in one of the ways in which its letters are written."""
    for written, letter in _LETTERS:
        name = name.replace(written, letter)
    return re.sub(r"(?:iy|yy|ij|yi|y)(?=\s|$)", "i", name)


def same_given(one: str, other: str) -> bool:
    """Say whether two given names may belong to one person: 'Dan' and 'Daniel', 'J.' and 'Joe'."""
    one, other = (re.sub(r"[.\s]", "", fold(name)) for name in (one, other))
    if not one or not other or one.startswith(other) or other.startswith(one):
        return True
    initial = min(len(one), len(other)) == 1 or _initials(one, other)
    return (initial and one[0] == other[0]) or jellyfish.jaro_winkler_similarity(one, other) >= 0.9


def _initials(one: str, other: str) -> bool:
    """'JD' is 'James D.': two consonants at most, no vowel between."""
    short = min((one, other), key=len)
    return len(short) == 2 and not set(short) & set("aeiouy")


@cache
def actor_words(name: str) -> frozenset[str]:
    """Return a list of the words that tell who is who."""
    return frozenset(data("actors.yaml")[name])


@cache
def synonyms(post: str) -> frozenset[str]:
    """Return the posts that a noun may stand for, itself among them."""
    rows = cast("list[list[str]]", data("actors.yaml")["same_posts"])
    return frozenset(p for row in rows if post in row for p in row) | {post}
