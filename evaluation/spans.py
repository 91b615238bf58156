"""Scores of the spans and properties of statements."""

from collections.abc import Callable

from graph.models import ACTS, Statement

from .match import ENOUGH, Comparison, Pair, acts
from .score import Score, Scores
from .words import bag, likeness

Value = Callable[[Statement], object]


def span_scores(comparison: Comparison) -> Scores:
    """Return the scores of content, speaker and cue spans and of all three together.

    A statement without a speaker span or cue (a headline) counts only where its spans are asked for.
    """
    return {
        f"{part} {how}": Score.of(
            sum(_has(s, part) for s in comparison.gold.statements),
            sum(_has(s, part) for s in comparison.found.statements),
            sum(_has(p.gold, part) and _has(p.found, part) and right(p, part, how) for p in comparison.pairs),
        )
        for part in ("content", "speaker", "cue", "triple")
        for how in ("exact", "overlap")
    }


def _has(statement: Statement, part: str) -> bool:
    span = {"speaker": statement.speaker_span, "cue": statement.cue}
    return span.get(part, statement.span) is not None


def right(pair: Pair, part: str, how: str) -> bool:
    """Say whether a span, or speaker and content with cues that touch, agree."""
    least = 1.0 if how == "exact" else ENOUGH
    if part != "triple":
        return getattr(pair, part) >= least
    speaker = pair.speaker >= least or pair.gold.speaker_span is pair.found.speaker_span is None
    cue = pair.cue > 0 or pair.gold.cue is pair.found.cue is None
    return pair.content >= least and speaker and cue


def property_scores(comparison: Comparison) -> Scores:
    """Return the scores of who speaks, the act, the manner and the chain, over matched statements."""
    scores = {"speaker identity": _score(comparison, lambda p: same_speakers(comparison, p))}
    scores["act"] = _score(comparison, lambda p: acts(p.gold) == acts(p.found))
    for act in ACTS:
        scores[f"act: {act}"] = _valued(comparison, lambda s, act=act: bool(getattr(s, act)) or None)
    scores["mode"] = _score(comparison, lambda p: p.gold.mode == p.found.mode)
    scores["certainty"] = _score(comparison, lambda p: p.gold.certainty == p.found.certainty)
    scores["certainty: not plain"] = _valued(
        comparison, lambda s: None if s.certainty == "plain" else s.certainty
    )
    scores["said"] = _valued(comparison, lambda s: s.said)
    scores["inference"] = _valued(comparison, lambda s: s.inference or None)
    for name in ("condition", "qualification"):
        scores[name] = _valued(comparison, lambda s, name=name: getattr(s, name), _alike)
    scores["reported by"] = _valued(
        comparison, lambda s: s.reported_by, lambda g, f: comparison.found_for.get(str(g)) == f
    )
    return scores


def same_speakers(comparison: Comparison, pair: Pair) -> bool:
    """Say whether the same actors speak."""
    return comparison.identity.all_same(pair.gold.speakers, pair.found.speakers)


def claim_scores(comparison: Comparison) -> Scores:
    """Return the mean likeness of the claims' texts over the matched statements that act on claims."""
    mine = {c.id for c in comparison.gold.claims}
    yours = {c.id for c in comparison.found.claims}
    pairs = [p for p in comparison.matched if _on(p.gold, mine) and _on(p.found, yours)]
    likenesses = [comparison.claim_likeness(p) for p in pairs]
    return {
        "claim wording": Score.of(len(pairs), len(pairs), sum(likenesses)),
        "claim same words": Score.of(len(pairs), len(pairs), sum(x == 1 for x in likenesses)),
    }


def _on(statement: Statement, claims: set[str]) -> bool:
    return all(id_ in claims for act in ACTS for id_ in getattr(statement, act))


def _score(comparison: Comparison, is_right: Callable[[Pair], bool]) -> Score:
    return Score.of(
        len(comparison.gold.statements),
        len(comparison.found.statements),
        sum(is_right(pair) for pair in comparison.matched),
        len(comparison.matched),
    )


def _equal(gold: object, found: object) -> bool:
    return gold == found


def _alike(gold: object, found: object) -> bool:
    return likeness(bag(str(gold)), bag(str(found))) >= ENOUGH


def _valued(comparison: Comparison, value: Value, same: Callable[[object, object], bool] = _equal) -> Score:
    """Return the score of a property that some statements have and others do not."""
    pairs = [(value(p.gold), value(p.found)) for p in comparison.matched]
    return Score.of(
        sum(value(s) is not None for s in comparison.gold.statements),
        sum(value(s) is not None for s in comparison.found.statements),
        sum(g is not None and f is not None and same(g, f) for g, f in pairs),
    )
