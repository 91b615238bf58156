"""The parts of a sentence that each hold provisions of their own."""

from itertools import pairwise

from spacy.tokens import Span

_SUBJECT = ("nsubj", "nsubjpass")


def parts(sentence: Span) -> list[Span]:
    """Cut a sentence at its semicolons, and after a colon if a clause stands on both sides."""
    cuts = [t.i for t in sentence if t.text == ";" and not _adds_only(sentence.doc[t.i : sentence.end])]
    colon = next((t.i for t in sentence if t.text == ":"), None)
    if colon is not None and all(
        any(t.dep_ in _SUBJECT for t in side)
        for side in (sentence.doc[sentence.start : colon], sentence.doc[colon : sentence.end])
    ):
        cuts.append(colon)
    edges = [sentence.start - 1, *sorted(cuts), sentence.end]
    found = [sentence.doc[a + 1 : b] for a, b in pairwise(edges)]
    return [part for part in found if len(part) > 1]


def _adds_only(rest: Span) -> bool:
    """'...; border guards do not count' belongs to what stands before it."""
    return len(rest) < 8 and any(t.dep_ == "neg" for t in rest)
