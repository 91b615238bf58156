"""Scores of terms, and of stances on terms, plans and claims."""

from collections.abc import Iterable
from typing import NamedTuple

from graph.models import Act, Annotation, Term, slug

from .assign import assign
from .match import ENOUGH, Comparison
from .score import Score, Scores
from .words import bag, likeness

STANCES: tuple[Act, ...] = ("supports", "rejects", "demands", "accepts_if")


class Stance(NamedTuple):
    """Who takes which stance on what, and in which statement."""

    speaker: str
    act: Act
    target: str
    statement: str


def term_scores(comparison: Comparison) -> Scores:
    """Return the scores of terms with their amounts, units and bound parties, and of stances."""
    gold, found = comparison.gold.terms, comparison.found.terms
    pairs = term_pairs(comparison)
    same = comparison.identity
    return {
        "term": Score.of(len(gold), len(found), len(pairs)),
        "term amount": _field(gold, found, pairs, "amount"),
        "term unit": _field(gold, found, pairs, "unit"),
        "term binds": Score.of(
            sum(len(t.binds) for t in gold),
            sum(len(t.binds) for t in found),
            sum(same.common(g.binds, f.binds) for g, f in pairs),
        ),
        "stance": _stances(comparison, pairs),
    }


def term_pairs(comparison: Comparison) -> list[tuple[Term, Term]]:
    """Return the terms of gold and found paired by the words of their texts and names."""
    gold, found = comparison.gold.terms, comparison.found.terms
    likenesses = [[term_likeness(g, f) for f in found] for g in gold]
    chosen = assign([[x if x >= ENOUGH else 0.0 for x in row] for row in likenesses])
    return [(gold[g], found[f]) for g, f in chosen]


def term_likeness(one: Term, other: Term) -> float:
    """Return the likeness of two terms' texts, or of texts and names together if that is greater."""
    texts = likeness(bag(one.text, content_only=True), bag(other.text, content_only=True))
    whole = [bag(f"{t.name} {t.text}", content_only=True) for t in (one, other)]
    return max(texts, likeness(*whole))


def _field(gold: Iterable[Term], found: Iterable[Term], pairs: list[tuple[Term, Term]], name: str) -> Score:
    def value(term: Term) -> object:
        given = getattr(term, name)
        return slug(given).removesuffix("s") if isinstance(given, str) else given

    return Score.of(
        sum(value(t) is not None for t in gold),
        sum(value(t) is not None for t in found),
        sum(value(g) is not None and value(g) == value(f) for g, f in pairs),
    )


def stances(annotation: Annotation) -> list[Stance]:
    """Return every stance of every speaker, each once, with the first statement that takes it."""
    first: dict[tuple[str, Act, str], Stance] = {}
    for s in annotation.statements:
        for act in STANCES:
            for target in getattr(s, act):
                for who in s.speakers:
                    first.setdefault((who, act, target), Stance(who, act, target, s.id))
    return list(first.values())


def _stances(comparison: Comparison, pairs: list[tuple[Term, Term]]) -> Score:
    gold, found = stances(comparison.gold), stances(comparison.found)
    same_target = _Targets(comparison, pairs)
    rights = [
        [
            float(g.act == f.act and comparison.identity.same(g.speaker, f.speaker) and same_target(g, f))
            for f in found
        ]
        for g in gold
    ]
    return Score.of(len(gold), len(found), len(assign(rights)))


class _Targets:
    """Tells whether two stances are on the same thing."""

    def __init__(self, comparison: Comparison, pairs: list[tuple[Term, Term]]) -> None:
        self._terms = {(g.id, f.id) for g, f in pairs}
        self._found_for = comparison.found_for
        self._gold, self._found = _Things(comparison.gold), _Things(comparison.found)

    def __call__(self, gold: Stance, found: Stance) -> bool:
        mine, yours = self._gold, self._found
        if gold.target in mine.claims and found.target in yours.claims:
            told = likeness(bag(mine.claims[gold.target]), bag(yours.claims[found.target]))
            return self._found_for.get(gold.statement) == found.statement or told >= ENOUGH
        if gold.target in mine.plans and found.target in yours.plans:
            return bool(mine.plans[gold.target] & yours.plans[found.target])
        return (gold.target, found.target) in self._terms


class _Things:
    """The texts of claims and the names of plans and their versions."""

    def __init__(self, annotation: Annotation) -> None:
        self.claims = {c.id: c.text for c in annotation.claims}
        self.plans = {
            p.id: {slug(n).removeprefix("the-") for n in (p.id, p.name, *p.aliases)} for p in annotation.plans
        }
        self.plans |= {v.id: {slug(v.id), slug(v.name)} for v in annotation.versions}
