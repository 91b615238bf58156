"""The errors behind the scores, with their words, the worst of each kind first."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.models import Annotation, Statement

from .claims import Claims
from .links import denial_right
from .match import Comparison, acts, targets
from .spans import same_speakers

KINDS = ("missed", "spurious", "wrong speaker", "wrong act", "bad span", "wrong link")


class Mistake(NamedTuple):
    """One error: its kind, how bad it is, the article, and what a person needs to see of it."""

    kind: str
    weight: float
    article: str
    lines: tuple[str, ...]


def mistakes(article: str, comparison: Comparison) -> list[Mistake]:
    """Return the errors of one article, by kind and then the worst first.

    The worst are missed denials and long statements, spurious ones that the reader was sure of,
    wrong speakers and acts of statements whose words are right, and the least overlapping spans.
    """
    found = [*_unpaired(comparison), *_properties(comparison), *_spans(comparison), *_links(comparison)]
    return worst_first(Mistake(kind, weight, article, lines) for kind, weight, lines in found)


def worst_first(found: Iterator[Mistake] | list[Mistake]) -> list[Mistake]:
    """Return mistakes by kind, the worst of each first."""
    return sorted(found, key=lambda m: (KINDS.index(m.kind), -m.weight, m.article, m.lines))


Raw = tuple[str, float, tuple[str, ...]]


def _unpaired(comparison: Comparison) -> Iterator[Raw]:
    golds = {pair.gold.id for pair in comparison.pairs}
    founds = {pair.found.id for pair in comparison.pairs}
    for s in comparison.gold.statements:
        if s.id not in golds:
            weight = len(comparison.words.of(s.span)) + 100 * bool(s.denies)
            yield "missed", weight, (_told(comparison.gold, s),)
    for s in comparison.found.statements:
        if s.id not in founds:
            yield "spurious", s.confidence, (_told(comparison.found, s),)


def _properties(comparison: Comparison) -> Iterator[Raw]:
    for pair in comparison.matched:
        told = _told(comparison.gold, pair.gold)
        if not same_speakers(comparison, pair):
            yield "wrong speaker", pair.content, (told, f"found: {', '.join(pair.found.speakers)}")
        if acts(pair.gold) != acts(pair.found):
            weight = pair.content + bool(pair.gold.denies) + bool(pair.found.denies)
            yield "wrong act", weight, (told, f"found: {_deeds(comparison.found, pair.found)}")


def _spans(comparison: Comparison) -> Iterator[Raw]:
    for pair in comparison.pairs:
        if pair.content < 1:
            yield (
                "bad span",
                1 - pair.content,
                (_told(comparison.gold, pair.gold), f"found: “{_short(pair.found)}”"),
            )


def _links(comparison: Comparison) -> Iterator[Raw]:
    gold, found = Claims(comparison.gold), Claims(comparison.found)
    for pair in comparison.matched:
        told, deeds = _told(comparison.gold, pair.gold), _deeds(comparison.found, pair.found)
        if pair.gold.denies and pair.found.denies and not denial_right(comparison, pair, gold, found):
            wanted, have = sorted(gold.asserters(pair.gold)), sorted(found.asserters(pair.found))
            yield (
                "wrong link",
                2,
                (
                    told,
                    f"found: {deeds}",
                    f"asserted in the gold by {_saying(comparison.gold, wanted)}",
                    f"asserted as found by {_saying(comparison.found, have)}",
                ),
            )
        outer, inner = pair.gold.reported_by, pair.found.reported_by
        if (comparison.found_for.get(outer) if outer else None) != inner or (outer and not inner):
            lines = (
                f"reported in the gold by {_saying(comparison.gold, [outer] if outer else [])}",
                f"reported as found by {_saying(comparison.found, [inner] if inner else [])}",
            )
            yield "wrong link", 1, (told, *lines)


def _saying(annotation: Annotation, ids: list[str]) -> str:
    by_id = {s.id: s for s in annotation.statements}
    return "; ".join(f"{', '.join(by_id[i].speakers)} “{_short(by_id[i])}”" for i in ids) or "nobody"


def _told(annotation: Annotation, statement: Statement) -> str:
    return f"{', '.join(statement.speakers)} {_deeds(annotation, statement)} “{_short(statement)}”"


def _deeds(annotation: Annotation, statement: Statement) -> str:
    return f"{', '.join(sorted(acts(statement)))} [{'; '.join(targets(annotation, statement))}]"


def _short(statement: Statement, most: int = 140) -> str:
    words = " ".join(statement.span.exact.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
