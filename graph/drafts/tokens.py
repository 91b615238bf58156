"""The words of a text: as they stand, and as they are compared."""

import re
from typing import NamedTuple

from ..words import plain

TOKEN = re.compile(r"\d[\d,.]*\d|\w+(?:['’-]\w+)*|[^\w\s]")
_FUNCTION_WORDS = (
    "a an the this that these those of to in on at by for from with into over under and or but nor as it its "
    "their his her they he she is are was were be been being has have had do does did shall will would may "
    "can must not no any all each such which who whom whose than then there after before"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_ENDING = re.compile(r"(?<=\w{3})(?:'s|ies|(?<=s|x)es|(?<=sh|ch)es|s|'|y)$")


class Token(NamedTuple):
    """A word or a sign, and where it stands."""

    text: str
    start: int


def tokens(text: str) -> list[Token]:
    """Return words and signs of a text with their places."""
    return [Token(match[0], match.start()) for match in TOKEN.finditer(text)]


def same_word(one: str, other: str) -> bool:
    """Say whether two words are one, but for capitals and the shape of quotes and dashes."""
    return plain(one).casefold() == plain(other).casefold()


def key(text: str) -> str:
    """Return a text as it is compared whole: spaces, quotes, capitals and the final stop do not matter."""
    return " ".join(plain(text).casefold().split()).rstrip(" .;,")


def stem(word: str) -> str:
    """Return a word without the endings of plural and owner."""
    return _ENDING.sub("", plain(word).casefold())


def stems(text: str) -> list[str]:
    """Return the words of a text as they are compared one by one; signs are left out."""
    return [stem(token.text) for token in tokens(text) if token.text[0].isalnum()]


def is_function(word: str) -> bool:
    """Say whether a word says little by itself."""
    return word in _FUNCTION
