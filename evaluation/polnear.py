"""Measure `graph.extract.quotations` on a folder of PolNeAR (https://github.com/networkdynamics/PolNeAR).

    python -m evaluation.polnear FOLDER [--limit N] [--processes N] [--errors N] [--second]

The corpus has no licence for its news texts: give the path of your own copy, and keep its words out of here.

Spans are compared as sets of words, so quotation marks and stops do not count, nor does a "that" at the
beginning of a content, for our contents leave them out. The corpus nests no attribution in another, so ours
inside another's content are left out. Ours and theirs are paired one to one where the cues overlap, the best
pairs first. A role is right when the words agree (exact) or by half of their union (half); a source that both
leave out is right. A triple is right when source and content are. `speech` takes only attributions whose cue
holds a form of a verb of speech, `sourced` only those with a source. Counts are summed over all articles.
`--second` scores the second annotator of the articles that have one as if they were ours: human agreement.
"""

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import Pool
from pathlib import Path

from evaluation.brat import Article, Ranges, Relation, read_folder
from graph.extract import quotations
from graph.extract.verbs import past, present

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SPEECH = (
    "say tell state add write tweet announce argue claim note report explain declare insist warn acknowledge "
    "admit reply respond assert contend recall remark observe allege confirm deny maintain concede stress "
    "emphasize reveal disclose suggest continue conclude joke quip complain predict promise pledge vow ask "
    "testify mention repeat reiterate boast lament caution urge counter explain describe call accuse"
).split()


def _forms(lemma: str) -> set[str]:
    stem = lemma.removesuffix("e")
    past_ = past(lemma)
    return {lemma, past_, present(lemma, plural=False), f"{stem}ing", "spoken" if lemma == "speak" else past_}


SPEECH = frozenset(form for lemma in _SPEECH for form in _forms(lemma)) | {"written", "foretold"}
SETS = ("all", "speech", "sourced")
MEASURES = ("cue", "source", "content", "triple")


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
    return {"source": source, "content": content, "triple": source and content}[measure]


def compare(score: Score, gold: list[Words], ours: list[Words]) -> list[tuple[int, int]]:
    """Add one article to the score and return the pairs."""
    pairs = paired(gold, ours)
    member = {
        "all": lambda _: True,
        "speech": lambda w: w.speech,
        "sourced": lambda w: bool(w.source),
    }
    for set_ in SETS:
        for measure in MEASURES:
            for how in ("exact", "half"):
                good = [(g, o) for g, o in pairs if right(gold[g], ours[o], measure, how)]
                for side, all_, hits in (
                    ("gold", gold, [gold[g] for g, _ in good]),
                    ("ours", ours, [ours[o] for _, o in good]),
                ):
                    score.counts[set_, measure, how, side] += sum(map(member[set_], all_))
                    score.counts[set_, measure, how, f"{side} right"] += sum(map(member[set_], hits))
    return pairs


def found_in(article: Article) -> tuple[Article, list[Relation], float]:
    """Return what the rules find in an article, outermost only, with the seconds it took."""
    start = time.perf_counter()
    found = [
        Relation(
            ((q.source.start, q.source.end),) if q.source else (),
            ((q.cue.start, q.cue.end),),
            tuple((s.start, s.end) for s in q.content),
        )
        for q in quotations(article.text)
        if not q.nested
    ]
    return article, found, time.perf_counter() - start


def differences(text: str, gold: list[Words], ours: list[Words], pairs: list[tuple[int, int]]) -> Iterator[str]:
    """Yield a line for each attribution that is missed, extra or has a wrong part."""
    mine, theirs = dict(pairs), {o for _, o in pairs}

    def shown(words: Words) -> str:
        r = words.relation
        parts = ("…".join(text[a:b] for a, b in x) for x in (r.source, r.cue, r.content))
        return " | ".join(" ".join(p.split()) for p in parts)

    for i, words in enumerate(gold):
        if i not in mine:
            yield f"missed  {shown(words)}"
        elif not right(words, ours[mine[i]], "triple", "half"):
            wrong = [m for m in ("source", "content") if not right(words, ours[mine[i]], m, "half")]
            yield f"{'+'.join(wrong)}  {shown(words)}\n   ours {shown(ours[mine[i]])}"
    for j, words in enumerate(ours):
        if j not in theirs:
            yield f"extra   {shown(words)}"


def report(score: Score) -> None:
    """Print precision, recall and F1 of every set and measure."""
    for set_ in SETS:
        for measure in MEASURES:
            cells = (
                f"{how} P {p:4.1f} R {r:4.1f} F1 {f:4.1f}"
                for how in ("half", "exact")
                for p, r, f in [score.f1(set_, measure, how)]
            )
            print(f"{set_:8}{measure:8}", "   ".join(cells))
    if score.seconds:
        print(f"{score.words} words, {1000 * score.seconds / score.words:.3f} s per 1000 words")


def main() -> None:
    """Score a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="read only so many articles")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0, help="list so many articles' errors")
    parser.add_argument("--second", action="store_true", help="score the second annotator instead")
    options = parser.parse_args()
    articles = list(islice(read_folder(options.folder), options.limit))
    score = Score()
    if options.second:
        results = [(a, list(a.annotators[1]), 0.0) for a in articles if len(a.annotators) > 1]
    else:
        with Pool(options.processes) as pool:
            results = pool.map(found_in, articles, chunksize=4)
    for n, (article, found, seconds) in enumerate(results):
        gold, ours = worded(article.text, article.annotators[0]), worded(article.text, found)
        pairs = compare(score, gold, ours)
        score.words, score.seconds = score.words + len(article.text.split()), score.seconds + seconds
        if n < options.errors:
            print(f"== {article.name}")
            print(*differences(article.text, gold, ours, pairs), sep="\n")
    report(score)


if __name__ == "__main__":
    main()
