"""Literals as text: escaped so that every parser reads the same characters back."""

import re

from ..errors import InputError

_ODD = re.compile(r'[\x00-\x1f"\\\x7f]')
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff￾￿]")
_MARKUP = re.compile(r"[&<>\r]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}


def quoted(text: str) -> str:
    """Return a string between quotation marks, as Turtle, TriG and N-Triples have it."""
    return f'"{_ODD.sub(_escaped, text)}"' if _ODD.search(text) else f'"{text}"'


def _escaped(match: re.Match[str]) -> str:
    return _NAMED.get(match[0]) or f"\\u{ord(match[0]):04X}"


def xml(text: str, subject: str) -> str:
    """Return text as the content of an element; InputError where it holds what XML cannot."""
    if odd := _NO_XML.search(text):
        raise InputError(
            f"{subject} holds the character U+{ord(odd[0]):04X}, which RDF/XML cannot hold; "
            "export Turtle or another format"
        )
    return _MARKUP.sub(lambda match: _ENTITIES[match[0]], text)
