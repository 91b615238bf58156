"""Numbers of the items of HTML lists: a page counts them itself, so they are no part of its text."""

import re
from typing import Any

_NUMBERED = re.compile(r"\s*\(?(?:\d{1,3}|[a-z])[.):]", re.I)
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def number_items(tree: Any) -> None:
    """Write the number of each item of an ordered list before its words, as a browser shows it."""
    for listed in tree.iter("ol"):
        items = [child for child in listed if child.tag == "li"]
        step = -1 if listed.get("reversed") is not None else 1
        at = _whole(listed.get("start"), len(items) if step < 0 else 1)
        for item in items:
            at = _whole(item.get("value"), at)
            if not _NUMBERED.match("".join(item.itertext())):
                _lead(item, _label(at, listed.get("type")))
            at += step


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else default


def _label(number: int, kind: str | None) -> str:
    if kind in ("a", "A") and 1 <= number <= len(_ALPHABET):
        letter = _ALPHABET[number - 1]
        return f"{letter if kind == 'a' else letter.upper()}) "
    return f"{number}. "


def _lead(element: Any, label: str) -> None:
    """Put a label before the first words of an element, however deep they stand."""
    while not (element.text or "").strip() and len(element) and isinstance(element[0].tag, str):
        element = element[0]
    element.text = label + (element.text or "").lstrip()
