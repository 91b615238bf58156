"""B-cubed (Bagga & Baldwin 1998, "Algorithms for scoring coreference chains"): who is taken for whom."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from .match import Comparison
from .score import Score, Scores


class Item(NamedTuple):
    """The words that name the speaker of a matched statement, by what gold and reader take them for."""

    article: str
    gold: frozenset[str]
    found: frozenset[str]


def items(article: str, comparison: Comparison) -> list[Item]:
    """Return the speakers of the matched statements that name one in both annotations."""
    return [
        Item(article, frozenset(pair.gold.speakers), frozenset(pair.found.speakers))
        for pair in comparison.matched
        if pair.gold.speaker_span and pair.found.speaker_span
    ]


def cluster_scores(speakers: Sequence[Item]) -> Scores:
    """Return B-cubed within each article and over all: there an actor must keep its id."""
    return {
        "actors in an article": b_cubed([((s.article, s.gold), (s.article, s.found)) for s in speakers]),
        "actors over articles": b_cubed([(s.gold, s.found) for s in speakers]),
    }


def b_cubed(labels: Sequence[tuple[Hashable, Hashable]]) -> Score:
    """Return B-cubed of a clustering: for each item its cluster of the gold and that which was found."""
    gold, found, both = Counter(g for g, _ in labels), Counter(f for _, f in labels), Counter(labels)
    recalled = sum(both[g, f] / gold[g] for g, f in labels)
    precise = sum(both[g, f] / found[f] for g, f in labels)
    return Score(len(labels), len(labels), recalled, precise)
