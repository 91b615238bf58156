"""Scores as text for people and as plain data for programs."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from .calibration import Bin
from .errors import Mistake
from .result import Result
from .score import Score, Scores

HEADLINES = ("content overlap", "speaker identity", "act", "dispute", "term", "actors in an article")
"""The scores that tables of articles and genres show, as F1."""


def report(result: Result, *, verbose: bool, errors: int) -> str:
    """Return the report as lines of plain text."""
    parts = [table(f"{len(result.articles)} articles", result.scores), _confidence(result.calibration)]
    if verbose:
        parts += [overview(name, rows) for name, rows in _groups(result) if rows]
    if errors:
        parts += _errors(result.mistakes, errors)
    return "\n\n".join(parts)


def table(title: str, scores: Mapping[str, Score]) -> str:
    """Return scores as a table; the last column is the share right of the statements that matched."""
    width = max(len(title), *map(len, scores), 24)
    lines = [f"{title:{width}}  prec. recall    F1   right/found   right/gold   of matched"]
    for name, score in scores.items():
        counts = f"{_count(score.precise, score.found):>13} {_count(score.recalled, score.gold):>12}"
        accuracy = "" if score.accuracy is None else f"{score.accuracy:13.2f}"
        values = "    –      –     –" if not score.gold and not score.found else _values(score)
        lines.append(f"{name:{width}}  {values} {counts}{accuracy}".rstrip())
    return "\n".join(lines)


def _values(score: Score) -> str:
    return f"{score.precision:5.2f}  {score.recall:5.2f} {score.f1:5.2f}"


def _count(right: float, of: float) -> str:
    return f"{right:.4g}/{of:.4g}"


def overview(title: str, rows: Mapping[str, Scores]) -> str:
    """Return a table of F1 with one row per article or genre."""
    width = max(len(title), *map(len, rows), 24)
    lines = [f"{title:{width}}  " + "  ".join(HEADLINES)]
    for name, scores in rows.items():
        cells = (f"{_f1(scores[h]):>{len(h)}}" for h in HEADLINES)
        lines.append(f"{name:{width}}  " + "  ".join(cells))
    return "\n".join(lines)


def _f1(score: Score) -> str:
    return f"{score.f1:.2f}" if score.gold or score.found else "–"


def _groups(result: Result) -> Iterator[tuple[str, dict[str, Scores]]]:
    yield "F1 by genre", result.by_genre()
    yield "F1 by article", result.by_article()


def _confidence(bins: list[Bin]) -> str:
    lines = ["confidence   statements   mean   in the gold   speaker and act right too"]
    lines += [
        f"{b.low:.1f}–{b.low + 0.1:.1f} {b.statements:15} {b.confidence:6.2f}"
        f" {b.matched:13.2f} {b.right:27.2f}"
        for b in bins
    ]
    return "\n".join(lines)


def _errors(found: list[Mistake], most: int) -> Iterator[str]:
    for kind, group in groupby(found, key=lambda m: m.kind):
        mistakes = list(group)
        lines = [f"{kind}: {len(mistakes)}"]
        for mistake in mistakes[:most]:
            first, *rest = mistake.lines
            lines += [f"  {mistake.article}: {first}", *(f"      {line}" for line in rest)]
        yield "\n".join(lines)


def as_data(result: Result, *, verbose: bool, errors: int) -> dict[str, Any]:
    """Return the report as plain data."""
    data: dict[str, Any] = {
        "articles": len(result.articles),
        "scores": plain(result.scores),
        "calibration": [b._asdict() for b in result.calibration],
    }
    if verbose:
        data["by_genre"] = {name: plain(scores) for name, scores in result.by_genre().items()}
        data["by_article"] = {name: plain(scores) for name, scores in result.by_article().items()}
    if errors:
        data["errors"] = {
            kind: [{"article": m.article, "lines": m.lines} for m in list(group)[:errors]]
            for kind, group in groupby(result.mistakes, key=lambda m: m.kind)
        }
    return data


def plain(scores: Mapping[str, Score]) -> dict[str, dict[str, float]]:
    """Return scores as plain data."""
    return {name: score.as_dict() for name, score in scores.items()}
