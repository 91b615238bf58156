"""How much the rules cost over bare spaCy on the same texts, and what a second process gives.

    python benchmarks/reading.py [FOLDER] [--repeat N] [--copies N]

Every figure is from one run, side by side, turn by turn: the ratio of time to that of spaCy alone
(median of the turns, with the lowest and highest), and words per second. The time of several
processes includes their start, each loading the model: take `--copies` to see what a long stream gives.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from graph.batch import understand_all
from graph.extract import annotate
from graph.extract.sentences import read_paragraphs
from graph.read import read_article
from graph.settings import Settings

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "examples" / "articles")
    parser.add_argument("--repeat", type=int, default=5, help="turns")
    parser.add_argument("--copies", type=int, default=1, help="read the folder so many times over in a turn")
    options = parser.parse_args()
    settings, paths = Settings(), sorted(options.folder.rglob("*.txt")) * options.copies
    articles = [read_article(path) for path in paths]
    words = sum(len(article.text.split()) for article in articles)

    ways: dict[str, Callable[[], object]] = {
        "spaCy alone": lambda: [read_paragraphs(a.text, settings.spacy_model) for a in articles],
        "reading": lambda: [annotate(a, settings) for a in articles],
        "reading, project, SHACL, 1 process": lambda: list(understand_all(paths, settings)),
        "the same, 2 processes": lambda: list(understand_all(paths, settings, workers=2)),
    }
    ways["reading"]()  # loads the model
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(options.repeat):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            seconds[name].append(time.perf_counter() - start)
    print(f"{len(articles)} articles, {words} words, {options.repeat} turns")
    for name, taken in seconds.items():
        ratios = [mine / bare for mine, bare in zip(taken, seconds["spaCy alone"], strict=True)]
        print(
            f"{name:36} {statistics.median(ratios):5.2f} x spaCy ({min(ratios):.2f}–{max(ratios):.2f})"
            f"  {words / statistics.median(taken):7.0f} words/s"
        )


if __name__ == "__main__":
    main()
