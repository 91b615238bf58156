"""Measure `graph.extract.quotations` on a folder of PolNeAR (https://github.com/networkdynamics/PolNeAR).

    python -m evaluation.polnear FOLDER [--limit N] [--processes N] [--errors N] [--second | --pipeline]

The corpus has no licence for its news texts: give the path of your own copy, and keep its words out of here.

Spans are compared as sets of words, so quotation marks and stops do not count, nor does a "that" at the
beginning of a content, for our contents leave them out. The corpus nests no attribution in another, so ours
inside another's content are left out. Ours and theirs are paired one to one where the cues overlap, the best
pairs first. A role is right when the words agree (exact) or by half of their union (half); a source that both
leave out is right. A triple is right when source and content are, "said by" also where one source is a part
of the other ("Ana Poe" of "Ana Poe, who trades"). `speech` takes only attributions whose cue
holds a form of a verb of speech, `sourced` only those with a source. Counts are summed over all articles.
`--second` scores the second annotator of the articles that have one as if they were ours: human agreement.
`--pipeline` scores the statements of the whole reader that have a cue; those of one cue and speaker are one
attribution. The reader knows only speech by actors, so that its recall over all attributions must be low.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing import Pool
from pathlib import Path

from graph.extract import annotate, quotations
from graph.read import RawArticle

from .brat import Article, Ranges, Relation, read_folder
from .overlap import MEASURES, SETS, Score, Words, compare, right, worded


def found_in(article: Article) -> "Read":
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


def told_in(article: Article) -> "Read":
    """Return what the whole reader finds: its statements with a cue, outermost only."""
    start = time.perf_counter()
    acts: dict[tuple[Ranges, Ranges], list[tuple[int, int]]] = {}
    raw = RawArticle(text=article.text, title=article.text.split("\n", 1)[0].strip())
    for told in annotate(raw).statements:
        if told.cue is not None and told.speaker_span is not None:
            who, cue, said = ((s.start, s.end) for s in (told.speaker_span, told.cue, told.span))
            acts.setdefault(((who,), (cue,)), []).append(said)
    cut = [(cue[0], said) for (_, cue), said in acts.items()]
    found = [
        Relation(who, cue, tuple(sorted(said)))
        for (who, cue), said in acts.items()
        if not any(a <= cue[0][0] and cue[0][1] <= b for other, s in cut if other != cue[0] for a, b in s)
    ]
    return article, found, time.perf_counter() - start


def differences(
    text: str, gold: list[Words], ours: list[Words], pairs: list[tuple[int, int]]
) -> Iterator[str]:
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
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="read only so many articles")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0, help="list so many articles' errors")
    parser.add_argument("--second", action="store_true", help="score the second annotator instead")
    parser.add_argument("--pipeline", action="store_true", help="score the whole reader instead")
    options = parser.parse_args()
    articles = list(islice(read_folder(options.folder), options.limit))
    if options.second:
        read = [(a, list(a.annotators[1]), 0.0) for a in articles if len(a.annotators) > 1]
    else:
        read = read_all(articles, options.processes, told_in if options.pipeline else found_in)
    for article, found, _ in read[: options.errors]:
        print(f"== {article.name}")
        gold, ours = worded(article.text, article.annotators[0]), worded(article.text, found)
        print(*differences(article.text, gold, ours, compare(Score(), gold, ours)), sep="\n")
    report(score(read))


Read = tuple[Article, list[Relation], float]
"""An article, what was found in it, and the seconds that it took."""


def read_all(
    articles: list[Article], processes: int, reading: Callable[[Article], Read] = found_in
) -> list[Read]:
    """Return what the rules find in each article."""
    with Pool(processes) as pool:
        return pool.map(reading, articles, chunksize=4)


def score(read: list[Read]) -> Score:
    """Return the score over all articles, against the first annotator of each."""
    total = Score()
    for article, found, seconds in read:
        gold, ours = worded(article.text, article.annotators[0]), worded(article.text, found)
        compare(total, gold, ours)
        total.words, total.seconds = total.words + len(article.text.split()), total.seconds + seconds
    return total


if __name__ == "__main__":
    main()
