"""Measure the rules against hand-made annotations: statements, acts and disputes.

    python benchmarks/extraction.py [-v] [FOLDER]

A statement is found when one of the same speaker covers much the same words; an act is right when
such a statement also does the same thing to something; a dispute is a pair of statements, one
asserting and one denying the same claim, its whole or its part.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from graph.extract import annotate  # noqa: E402
from graph.models import ACTS, Annotation, Statement  # noqa: E402
from graph.read import read_article  # noqa: E402


@dataclass
class Score:
    """How many there are by hand, by rule, and in both."""

    gold: int = 0
    found: int = 0
    both: int = 0

    def __str__(self) -> str:
        precision = self.both / self.found if self.found else 0.0
        recall = self.both / self.gold if self.gold else 0.0
        return (
            f"precision {precision:.2f} ({self.both}/{self.found})  "
            f"recall {recall:.2f} ({self.both}/{self.gold})"
        )

    def add(self, gold: int, found: int, both: int) -> None:
        """Add one article's counts."""
        self.gold, self.found, self.both = self.gold + gold, self.found + found, self.both + both


def words(text: str) -> set[str]:
    """Return the words of `text`."""
    return set(text.lower().replace("’", "'").split())


def alike(one: Statement, other: Statement) -> bool:
    """Say whether two statements have a speaker in common and half of their words."""
    mine, yours = words(one.span.exact), words(other.span.exact)
    shared = len(mine & yours) / max(1, min(len(mine), len(yours)))
    near = len(mine & yours) / len(mine | yours)
    speakers = {s.replace("the-", "") for s in one.speakers} & {s.replace("the-", "") for s in other.speakers}
    return bool(speakers) and shared >= 0.6 and near >= 0.35


def acts(statement: Statement) -> set[str]:
    """Return the acts of a statement."""
    return {act for act in ACTS if getattr(statement, act)}


def pairs(gold: Annotation, found: Annotation) -> dict[str, str]:
    """Match statements one to one, those with the same act first."""
    matched: dict[str, str] = {}
    for same_act in (True, False):
        for mine in gold.statements:
            for yours in found.statements:
                taken = mine.id in matched or yours.id in matched.values()
                if not taken and alike(mine, yours) and (not same_act or acts(mine) & acts(yours)):
                    matched[mine.id] = yours.id
                    break
    return matched


def disputes(annotation: Annotation) -> Iterator[tuple[str, str]]:
    """Yield every pair of an asserting and a denying statement about one claim or its part."""
    whole = {c.id: c.part_of or c.id for c in annotation.claims}
    for one in annotation.statements:
        for other in annotation.statements:
            shared = {
                (a, d) for a in one.asserts for d in other.denies if a == d or whole[a] == d or whole[d] == a
            }
            if shared and one.speakers != other.speakers:
                yield one.id, other.id


def measure(folder: Path, *, verbose: bool) -> dict[str, Score]:
    """Compare every hand-made annotation in `folder` with what the rules make of its article."""
    scores = {name: Score() for name in ("statements", "acts", "disputes")}
    for path in sorted((folder / "annotations").glob("*.yaml")):
        gold = Annotation.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        article = folder / "articles" / f"{path.stem}.txt"
        if not article.exists():
            continue
        found = annotate(read_article(article))
        matched = pairs(gold, found)
        mine = {s.id: s for s in gold.statements}
        yours = {s.id: s for s in found.statements}
        right = [g for g, f in matched.items() if acts(mine[g]) & acts(yours[f])]
        scores["statements"].add(len(mine), len(yours), len(matched))
        scores["acts"].add(len(mine), len(yours), len(right))
        here, there = set(disputes(gold)), set(disputes(found))
        both = {(matched.get(a), matched.get(d)) for a, d in here} & there
        scores["disputes"].add(len(here), len(there), len(both))
        if verbose:
            report(path.stem, mine, yours, matched, right)
    return scores


def report(
    name: str,
    mine: dict[str, Statement],
    yours: dict[str, Statement],
    matched: dict[str, str],
    right: list[str],
) -> None:
    """Print what was missed, what is extra and where acts differ."""
    print(f"== {name}")
    for id_, statement in mine.items():
        if id_ not in matched:
            print("  missed", statement.speakers, sorted(acts(statement)), statement.span.exact[:80])
        elif id_ not in right:
            other = yours[matched[id_]]
            print(
                "  act   ",
                sorted(acts(statement)),
                "read as",
                sorted(acts(other)),
                statement.span.exact[:60],
            )
    for id_, statement in yours.items():
        if id_ not in matched.values():
            print("  extra ", statement.speakers, sorted(acts(statement)), statement.span.exact[:80])


def main() -> None:
    """Print precision and recall."""
    arguments = [a for a in sys.argv[1:] if a != "-v"]
    folder = Path(arguments[0]) if arguments else ROOT / "examples"
    start = time.perf_counter()
    for name, score in measure(folder, verbose="-v" in sys.argv).items():
        print(f"{name:11} {score}")
    print(f"{time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
