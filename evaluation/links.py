"""Scores of what joins statements: denials to claims, disputes, the parts of compound claims."""

from graph.models import Statement

from .assign import assign
from .claims import Claims
from .match import ENOUGH, Comparison, Pair
from .score import Score, Scores
from .words import bag, likeness


def link_scores(comparison: Comparison) -> Scores:
    """Return the scores of denials, disputes and parts."""
    gold, found = Claims(comparison.gold), Claims(comparison.found)
    return {
        "denial of a claimed": _denials(comparison, gold, found, claimed=True),
        "denial of an unclaimed": _denials(comparison, gold, found, claimed=False),
        "dispute": _disputes(comparison, gold, found),
        **_parts(gold, found),
    }


def denial_right(comparison: Comparison, pair: Pair, gold: Claims, found: Claims) -> bool:
    """Say whether a denial denies what the gold's denies.

    That is a claim that a counterpart of one of the gold's asserting statements asserts; where the
    gold has none, a claim that nobody asserts.
    """
    if not pair.found.denies:
        return False
    wanted, have = gold.asserters(pair.gold), found.asserters(pair.found)
    if not wanted:
        return not have
    return bool({comparison.found_for.get(s) for s in wanted} & have)


def _denials(comparison: Comparison, gold: Claims, found: Claims, *, claimed: bool) -> Score:
    def counts(claims: Claims, statement: Statement) -> bool:
        return bool(statement.denies) and bool(claims.asserters(statement)) is claimed

    pairs = [p for p in comparison.matched if counts(gold, p.gold)]
    return Score.of(
        sum(counts(gold, s) for s in gold.statements),
        sum(counts(found, s) for s in found.statements),
        sum(denial_right(comparison, p, gold, found) for p in pairs),
        len(pairs),
    )


def _disputes(comparison: Comparison, gold: Claims, found: Claims) -> Score:
    here, there = gold.disputes(), found.disputes()
    of = comparison.found_for
    return Score.of(len(here), len(there), sum((of.get(a), of.get(d)) in there for a, d in here))


def _parts(gold: Claims, found: Claims) -> Scores:
    """Score the status of the parts of compound claims, the parts paired by their words."""
    here = [(bag(gold.text[c], content_only=True), gold.status(c)) for c in gold.parts]
    there = [(bag(found.text[c], content_only=True), found.status(c)) for c in found.parts]
    likenesses = [[likeness(mine, yours) for yours, _ in there] for mine, _ in here]
    pairs = assign([[x if x >= ENOUGH else 0.0 for x in row] for row in likenesses])
    statuses = [(here[g][1], there[f][1]) for g, f in pairs]
    return {
        "part status": Score.of(len(here), len(there), sum(g == f for g, f in statuses), len(pairs)),
        "part denied or implied": Score.of(
            sum(status != "unanswered" for _, status in here),
            sum(status != "unanswered" for _, status in there),
            sum(g == f != "unanswered" for g, f in statuses),
        ),
    }
