"""Who is said to say or think what: every attribution in a text, by grammar alone."""

from dataclasses import dataclass

from spacy.tokens import Doc

from ...models import Span
from ...settings import Settings
from ..sentences import read_paragraphs
from .finder import find
from .found import Found, Kind
from .quotemarks import MARKS


@dataclass(frozen=True)
class Quotation:
    """One attribution. `content` has a part for each side of a cue that interrupts it.

    `source` is None where nobody is named; it may be any noun phrase, also a pronoun. `nested` says that the
    cue stands in the content of another.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: Kind
    confidence: float
    nested: bool = False


def quotations(text: str, settings: Settings | None = None) -> list[Quotation]:
    """Return the attributions of a text in the order of their cues; spans count characters of `text`."""
    return spelled(text, find(read_paragraphs(text, (settings or Settings()).spacy_model, whole=False)))


def spelled(text: str, found: list[Found]) -> list[Quotation]:
    """Turn tokens into stretches of the text."""
    covered = [(a, b) for f in found for a, b in _stretches(f)]
    result: list[Quotation] = []
    for one in found:
        source = _span(text, *_edges(one.doc, one.source.tokens)) if one.source else None
        cue = _span(text, *_edges(one.doc, one.cue))
        nested = any(a <= cue.start and cue.end <= b for a, b in covered)
        content = tuple(_span(text, a, b) for a, b in _stretches(one))
        result.append(Quotation(source, cue, content, one.kind, one.confidence, nested))
    return sorted(result, key=lambda q: (q.cue.start, q.cue.end))


def _stretches(found: Found) -> list[tuple[int, int]]:
    return sorted(_edges(doc, run) for doc, tokens in found.content for run in _runs(doc, tokens))


def _runs(doc: Doc, tokens: frozenset[int]) -> list[list[int]]:
    """Cut tokens into unbroken runs, with no marks, stops or spaces at their edges."""
    runs: list[list[int]] = []
    for i in sorted(tokens):
        near = runs and all(doc[k].is_punct or doc[k].is_space for k in range(runs[-1][-1] + 1, i))
        if near:
            runs[-1].append(i)
        else:
            runs.append([i])
    for run in runs:
        while run and _bare(doc, run[0]):
            run.pop(0)
        while run and (_bare(doc, run[-1]) or doc[run[-1]].lower_ in ("and", "but", "or")):
            run.pop()
        if len(run) > 1 and doc[run[0]].lower_ == "that" and doc[run[0]].dep_ == "mark":
            run.pop(0)
        _close(doc, run)
    return [run for run in runs if run]


def _close(doc: Doc, run: list[int]) -> None:
    """Let a run that holds the opening mark of a quotation hold its closing mark, too."""
    if sum(doc[i].text in MARKS for i in run) % 2 == 0:
        return
    for i in range(run[-1] + 1, min(run[-1] + 4, len(doc))):
        if doc[i].text in MARKS:
            run += range(run[-1] + 1, i + 1)
            return
        if not doc[i].is_punct:
            return


def _bare(doc: Doc, i: int) -> bool:
    return doc[i].is_space or (doc[i].is_punct and doc[i].text not in ("%", "(", ")"))


def _edges(doc: Doc, tokens: "tuple[int, ...] | list[int]") -> tuple[int, int]:
    start = doc.user_data["base"]
    last = doc[tokens[-1]]
    return start + doc[tokens[0]].idx, start + last.idx + len(last.text)


def _span(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, exact=text[start:end])
