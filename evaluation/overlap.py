"""Compare two readings of an article's attributions, role by role, as sets of words."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from evaluation.brat import Ranges, Relation
from graph.extract.claims.verbs import past, present

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SPEECH = """
say tell state add write tweet announce argue claim note report explain declare insist warn acknowledge
admit reply respond assert contend recall remark observe allege confirm deny maintain concede stress
emphasize reveal disclose suggest continue conclude joke quip complain predict promise pledge vow ask
testify mention repeat reiterate boast lament caution urge counter describe call accuse
"""


def _forms(lemma: str) -> set[str]:
    stem = lemma.removesuffix("e")
    past_ = past(lemma)
    return {lemma, past_, present(lemma, plural=False), f"{stem}ing"}


SPEECH = frozenset(form for lemma in _SPEECH.split() for form in _forms(lemma)) | {"written"}
SETS = ("all", "speech", "sourced")
MEASURES = ("cue", "source", "content", "triple", "said by")


@dataclass(frozen=True)
class Words:
    """The roles of a relation as sets of word numbers, and its cue's characters."""

    source: frozenset[int]
    content: frozenset[int]
    cue: frozenset[int]
    relation: Relation
    speech: bool


@dataclass
class Score:
    """Sums over articles: by set, measure and strictness, what gold, ours and both hold."""

    counts: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    words: int = 0
    seconds: float = 0.0

    def f1(self, set_: str, measure: str, how: str) -> tuple[float, float, float]:
        """Return precision, recall and F1 in percent."""
        right = self.counts[set_, measure, how, "gold right"]
        mine = self.counts[set_, measure, how, "ours right"]
        recall = 100 * right / max(1, self.counts[set_, measure, how, "gold"])
        precision = 100 * mine / max(1, self.counts[set_, measure, how, "ours"])
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def worded(text: str, relations: Iterable[Relation]) -> list[Words]:
    """Turn ranges of characters into sets of word numbers."""
    spans = [m.span() for m in _WORD.finditer(text)]
    words = [text[a:b].lower() for a, b in spans]

    def inside(ranges: Ranges) -> frozenset[int]:
        return frozenset(i for i, (a, b) in enumerate(spans) if any(a < e and s < b for s, e in ranges))

    found: list[Words] = []
    for relation in relations:
        content = inside(relation.content)
        if len(content) > 1 and words[min(content)] == "that":
            content -= {min(content)}
        cue = inside(relation.cue)
        chars = frozenset(i for a, b in relation.cue for i in range(a, b))
        speech = any(words[i] in SPEECH for i in cue)
        found.append(Words(inside(relation.source), content, chars, relation, speech))
    return found


def iou(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the union that both have; two empty sets agree."""
    return len(one & other) / len(one | other) if one or other else 1.0


def paired(gold: list[Words], ours: list[Words]) -> list[tuple[int, int]]:
    """Pair attributions with overlapping cues one to one, the most alike first."""
    near = [
        (iou(g.source, o.source) + iou(g.content, o.content), -i, -j)
        for i, g in enumerate(gold)
        for j, o in enumerate(ours)
        if g.cue & o.cue
    ]
    taken: dict[int, int] = {}
    for _, i, j in sorted(near, reverse=True):
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    return sorted(taken.items())


def right(gold: Words, ours: Words, measure: str, how: str) -> bool:
    """Say whether a pair agrees in a measure."""
    least = 1.0 if how == "exact" else 0.5
    source = iou(gold.source, ours.source) >= least
    content = iou(gold.content, ours.content) >= least
    if measure == "cue":
        return how == "half" or gold.cue == ours.cue
    shared = gold.source & ours.source
    alike = source or (bool(shared) and shared in (gold.source, ours.source))
    return {"source": source, "content": content, "triple": source and content, "said by": alike and content}[
        measure
    ]


def member(words: Words, set_: str) -> bool:
    """Say whether an attribution belongs to one of the sets that are scored."""
    return {"all": True, "speech": words.speech, "sourced": bool(words.source)}[set_]


def compare(score: Score, gold: list[Words], ours: list[Words]) -> list[tuple[int, int]]:
    """Add one article to the score and return the pairs."""
    pairs = paired(gold, ours)
    for set_ in SETS:
        for measure in MEASURES:
            for how in ("exact", "half"):
                good = [(g, o) for g, o in pairs if right(gold[g], ours[o], measure, how)]
                for side, all_, hits in (
                    ("gold", gold, [gold[g] for g, _ in good]),
                    ("ours", ours, [ours[o] for _, o in good]),
                ):
                    score.counts[set_, measure, how, side] += sum(member(w, set_) for w in all_)
                    score.counts[set_, measure, how, f"{side} right"] += sum(member(w, set_) for w in hits)
    return pairs
