"""One article: the statements of the gold beside those that were found, paired one to one."""

from dataclasses import dataclass
from functools import cached_property

from graph.models import ACTS, Act, Annotation, Statement

from .actors import Identity
from .assign import assign
from .words import Words, bag, likeness, overlap

ENOUGH = 0.5
"""The overlap from which two spans, terms or claims count as the same."""


class OtherTextError(ValueError):
    """The gold annotation was made of another text than the reader reads."""


@dataclass(frozen=True)
class Pair:
    """A statement of the gold, the one found in its place, and how far their spans overlap."""

    gold: Statement
    found: Statement
    content: float
    speaker: float
    cue: float

    @property
    def matched(self) -> bool:
        """Say whether what is said is the same: half of the words or more."""
        return self.content >= ENOUGH


class Comparison:
    """Gold and found annotation of one article; OtherTextError if their texts differ."""

    def __init__(self, gold: Annotation, found: Annotation) -> None:
        if gold.document.text != found.document.text:
            name = gold.document.source or gold.document.title
            raise OtherTextError(
                f"{name}: the gold annotation was made of another text; complete its draft again"
            )
        self.gold, self.found = gold, found
        self.words = Words(gold.document.text)
        self.identity = Identity(gold, found)

    @cached_property
    def pairs(self) -> list[Pair]:
        """Return statements paired so that most match and the sum of what agrees is the greatest.

        Two statements can pair if they share a word of what is said, or of both cue and speaker.
        """
        pairs = [[self._pair(g, f) for f in self.found.statements] for g in self.gold.statements]
        weights = [[self._weight(pair) for pair in row] for row in pairs]
        return [pairs[g][f] for g, f in assign(weights)]

    @cached_property
    def matched(self) -> list[Pair]:
        """Return the pairs that say the same."""
        return [pair for pair in self.pairs if pair.matched]

    @cached_property
    def found_for(self) -> dict[str, str]:
        """Return the id of the matching found statement by that of the gold's."""
        return {pair.gold.id: pair.found.id for pair in self.matched}

    def _pair(self, gold: Statement, found: Statement) -> Pair:
        of = self.words.of
        return Pair(
            gold,
            found,
            content=overlap(of(gold.span), of(found.span)),
            speaker=overlap(of(gold.speaker_span), of(found.speaker_span)),
            cue=overlap(of(gold.cue), of(found.cue)),
        )

    def _weight(self, pair: Pair) -> float:
        if not pair.content and not (pair.speaker and pair.cue):
            return 0.0
        speakers = self.identity.all_same(pair.gold.speakers, pair.found.speakers)
        return (
            10 * pair.matched
            + 2 * pair.content
            + pair.speaker / 2
            + pair.cue / 2
            + speakers / 4
            + (acts(pair.gold) == acts(pair.found)) / 4
            + self.claim_likeness(pair) / 8
        )

    def claim_likeness(self, pair: Pair) -> float:
        """Return how like the texts of what the two statements are about are."""
        mine, yours = targets(self.gold, pair.gold), targets(self.found, pair.found)
        return likeness(bag(" ".join(mine)), bag(" ".join(yours)))


def acts(statement: Statement) -> set[Act]:
    """Return the acts of a statement."""
    return {act for act in ACTS if getattr(statement, act)}


def targets(annotation: Annotation, statement: Statement) -> list[str]:
    """Return the texts of the claims, or else the ids, that a statement acts on, sorted."""
    texts: dict[str, str] = {claim.id: claim.text for claim in annotation.claims}
    ids: list[str] = [id_ for act in ACTS for id_ in getattr(statement, act)]
    return sorted(texts.get(id_, id_) for id_ in ids)
