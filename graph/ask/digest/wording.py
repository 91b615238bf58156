"""Words for what was found: plain sentences that say who says it, never that it is so."""

import re
from collections.abc import Iterable

from ...answers import Evidence
from ...answers.digest import Citation, Piece

# Words that begin a sentence in capitals and stand in small letters within one.
_WORDS = """A All An Another Any At Both Each Either Every Few For From He Her His In It Its Little Many More
Most Much Neither No Nobody Nothing On One Only Others Our Several She Some That The Their There These They
This Those Under Very We Who"""
_SMALL = frozenset(_WORDS.split())


_BREAK = re.compile(r"[.!?:;\n\"“”]")

DID = {
    "asserts": "said that", "denies": "denied that", "supports": "supported", "rejects": "rejected",
    "accepts_if": "accepted under a condition", "demands": "demanded", "questions": "questioned that",
    "retracts": "took back that",
}  # fmt: skip
DOING = {
    "asserts": "saying that", "denies": "denying that", "supports": "supporting", "rejects": "rejecting",
    "accepts_if": "accepting under a condition", "demands": "demanding",
}  # fmt: skip


def within(claim: str) -> str:
    """Return a claim as it stands after 'that'."""
    first, _, rest = claim.partition(" ")
    return f"{first.lower()} {rest}" if first in _SMALL else claim


def joined(words: Iterable[str]) -> str:
    """Return words as a list within a sentence."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


def who(words: Evidence) -> str:
    """Return who speaks."""
    return joined([speaker.name for speaker in words.speakers] or ["Somebody"])


def fullest(words: Iterable[Evidence]) -> Evidence:
    """Return the longest of several statements, the first of equals: headlines cut them short."""
    return max(words, key=lambda each: len(each.exact))


def cite(words: Evidence) -> Citation:
    """Return a statement as a citation, with the cue where it leads into the words: 'denied that …'."""
    before = _lead(words)
    return Citation(
        document=words.document, quote=before + words.exact,
        start=words.start - len(before), end=words.end, statement=words.id,
    )  # fmt: skip


def _lead(words: Evidence) -> str:
    """Return the words from the cue on to the statement; none where the quote is the speaker's own."""
    if words.mode == "direct" or words.cue_span is None or words.prefix is None:
        return ""
    length = words.start - words.cue_span[0]
    lead = words.prefix[len(words.prefix) - length :] if 0 < length <= len(words.prefix) else ""
    return "" if _BREAK.search(lead) else lead


def piece(text: str, *words: Evidence) -> Piece:
    """Return a part of a sentence with the statements that prove it."""
    return Piece(text=text, citations=[cite(each) for each in words])


def said(words: Evidence, act: str, claim: str) -> str:
    """Return who said or denied a claim, through whom, with what narrows it."""
    through = f", through {joined(hop.name for hop in words.chain)}," if words.chain else ""
    narrowed = f" (only: “{words.qualification}”)" if words.qualification else ""
    doubt = f" ({words.certainty})" if words.certainty != "plain" else ""
    return f"{who(words)}{through} {DID[act]} {within(claim)}{narrowed}{doubt}"
