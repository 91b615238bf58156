"""The gold articles, and what the reader makes of them."""

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import yaml

from graph.extract import annotate
from graph.models import Annotation
from graph.read import read_article
from graph.read.annotation import load_annotation

HERE = Path(__file__).parent
_GOLD = ("dev", "test", "fresh-a", "fresh-b", "fresh-c", "fresh-d", "fresh-e", "fresh-f")
PARTS = {
    **{part: HERE / "gold" / part for part in _GOLD},
    "examples": HERE.parent / "examples",
}


@dataclass(frozen=True)
class Case:
    """One article of a part: its name, its genre, and where its text and gold annotation are."""

    name: str
    genre: str
    article: Path
    annotation: Path


def cases(folder: Path) -> list[Case]:
    """Return the annotated articles of a part, by name; `genres.yaml` there may name each one's genre."""
    listed = folder / "genres.yaml"
    genres: dict[str, str] = yaml.safe_load(listed.read_text("utf-8")) if listed.exists() else {}
    return [
        Case(path.stem, genres.get(path.stem, ""), folder / "articles" / f"{path.stem}.txt", path)
        for path in sorted((folder / "annotations").glob("*.yaml"))
    ]


def read(case: Case) -> tuple[Annotation, Annotation]:
    """Return the gold annotation of an article and what the reader makes of it, as the product does."""
    try:
        return load_annotation(case.annotation), annotate(read_article(case.article))
    except Exception as error:
        error.add_note(f"in {case.article}")
        raise


def read_all(chosen: Iterable[Case], jobs: int) -> list[tuple[Annotation, Annotation]]:
    """Return `read` of each case, in their order, over at most `jobs` processes."""
    chosen = list(chosen)
    jobs = min(jobs, len(chosen), os.cpu_count() or 1)
    if jobs <= 1:
        return [read(case) for case in chosen]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(read, chosen))
