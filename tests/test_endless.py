"""Texts that never come to an end are read, or refused, in bounded time."""

import time

import pytest

from .test_fuzz import understood

ENDLESS = {
    "nested acts": "he said " * 300 + ")" * 300,
    "quotation marks": '"' * 6000,
    "parentheses": "(" * 3000 + "x" + ")" * 3000,
    "single quotes": "'a " * 2000,
    "letters": "e" + "\u0301" * 6000,
    "one sentence": "the council would sign the treaty and denied " * 150,
    "short lines": "\n".join(f"He said no {i}." for i in range(400)),
    "a name without end": " ".join(f"Ada{chr(97 + i % 26)} Kestrel{chr(97 + i // 26)}" for i in range(260)),
    "lists without end": "<html><body>" + "<ol><li>" * 1000 + "He said that the dam stays.",
    "nesting without end": "<html><body>" + "<div>" * 5000 + "<p>He said that the dam stays.</p>",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_texts_without_end_are_read_in_bounded_time(name: str) -> None:
    began = time.process_time()
    understood(f"Title of it\n\nHe said {ENDLESS[name]}".encode(), "text/plain")
    if ENDLESS[name].startswith("<"):
        understood(ENDLESS[name].encode(), "text/html")
    assert time.process_time() - began < 30  # Seconds of the processor: other programs do not count.
