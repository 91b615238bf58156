"""Web Annotation selectors: which words of a text a target means."""

from rdflib import Graph, Namespace
from rdflib.term import Node

from ..models import Span
from . import RowError
from .used import Used

OA = Namespace("http://www.w3.org/ns/oa#")
_UNKNOWN = (OA.refinedBy, OA.hasState, OA.renderedVia)


def span_of(used: Used, target: Node, text: str) -> Span:
    """Return the words that a target selects; RowError where they are not there, or at more than one place.

    Positions count code points, as the recommendation says. A quote that has a position too must be there.
    """
    selectors = used.objects(target, OA.hasSelector)
    if not selectors:
        raise RowError("its target selects no words (oa:hasSelector)")
    quotes = [each for each in selectors if used.graph.value(each, OA.exact) is not None]
    positions = [each for each in selectors if used.graph.value(each, OA.start) is not None]
    _require_plain(used.graph, [target, *selectors])
    if not quotes and not positions:
        raise RowError("its selector has neither words (oa:exact) nor places (oa:start, oa:end)")
    spans = {_position(used, each, text) for each in positions}
    quoted = [_quote(used, each, text, spans) for each in quotes]
    found = {*spans, *quoted}
    if len(found) != 1:
        raise RowError(f"its selectors do not agree: {', '.join(f'{s}-{e}' for s, e in sorted(found))}")
    ((start, end),) = found
    return Span(start=start, end=end, exact=text[start:end])


def _require_plain(graph: Graph, nodes: list[Node]) -> None:
    for node in nodes:
        for predicate in _UNKNOWN:
            if (node, predicate, None) in graph:
                raise RowError(
                    f"{predicate.removeprefix(str(OA))} narrows its target in a way that is not known"
                )


def _position(used: Used, selector: Node, text: str) -> tuple[int, int]:
    try:
        start, end = (int(str(used.value(selector, name))) for name in (OA.start, OA.end))
    except ValueError as error:
        raise RowError("oa:start and oa:end are no numbers") from error
    if not 0 <= start < end <= len(text):
        raise RowError(f"{start}-{end} is outside the text, which has {len(text)} characters")
    return start, end


def _quote(used: Used, selector: Node, text: str, spans: set[tuple[int, int]]) -> tuple[int, int]:
    exact = str(used.value(selector, OA.exact))
    prefix, suffix = (str(used.value(selector, name) or "") for name in (OA.prefix, OA.suffix))
    for start, end in spans:
        if text[start:end] != exact:
            raise RowError(f"{exact!r} is not what the text has at {start}-{end}: {text[start:end]!r}")
        return start, end
    if not exact:
        raise RowError("its quote is empty")
    starts = _places(text, exact)
    if len(starts) > 1:
        starts = [s for s in starts if _between(text, s, s + len(exact), prefix, suffix)]
    if len(starts) != 1:
        times = f"{len(starts)} times" if starts else "nowhere"
        raise RowError(f"{exact!r} stands {times} in the text as its context tells")
    return starts[0], starts[0] + len(exact)


def _places(text: str, exact: str) -> list[int]:
    found, at = list[int](), text.find(exact)
    while at >= 0:
        found.append(at)
        at = text.find(exact, at + 1)
    return found


def _between(text: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    return text[:start].endswith(prefix) and text[end:].startswith(suffix)
