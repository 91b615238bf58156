"""Broken files of our own kinds: gazetteers, saved questions, queries, texts of drafts."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.check import problems
from graph.errors import CounterclaimError, InputError, QueryFileError
from graph.extract.actors import gazetteer
from graph.extract.plantext import DraftOf, annotate_draft
from graph.models import Plan, PlanVersion
from graph.queries import parse
from graph.read import read_article
from graph.watching.questions import load_watch

from .conftest import ROOT
from .fuzz import broken, contents, reshaped
from .long import tries
from .test_fuzz import SETTINGS, told


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


ENTRIES = {
    "people": [{"name": "Ada Voss", "aliases": ["Voss"], "gender": "f", "posts": [{"post": "mayor"}]}],
    "states": [{"name": "Norvale", "capital": "Vesse", "demonyms": ["Norvalian"]}],
}  # fmt: skip


@tries(60)
@given(
    data=st.one_of(
        reshaped([ENTRIES]).map(lambda x: yaml.safe_dump(x).encode()),
        broken([yaml.safe_dump(ENTRIES).encode()]),
    )
)
def test_broken_gazetteers(folder: Path, data: bytes) -> None:
    path = folder / "gazetteer.yaml"
    path.write_bytes(data)
    try:
        gazetteer.load(path)
    except InputError as error:
        told(error, str(path))


@tries(60)
@given(data=broken(contents(ROOT / "examples/strait/watch.yaml")))
def test_broken_watch_files(folder: Path, data: bytes) -> None:
    path = folder / "watch.yaml"
    path.write_bytes(data)
    try:
        load_watch(path)
    except InputError as error:
        told(error, str(path))


@tries(60)
@given(data=broken(contents(ROOT / "cypher/claims.cypher")))
def test_broken_query_files(data: bytes) -> None:
    try:
        parse(data.decode("utf-8", "replace"), "x.cypher")
    except QueryFileError as error:
        told(error, "x.cypher:")


DRAFT = DraftOf(
    Plan(id="halm-accord", name="Halm accord"),
    PlanVersion(id="halm-accord:d9", plan="halm-accord", name="d9"),
)


@tries(25)
@given(data=broken([p.read_bytes()[:1200] for p in sorted((ROOT / "examples/strait/drafts").iterdir())]))
def test_broken_drafts(data: bytes) -> None:
    try:
        found = annotate_draft(read_article(data, "draft"), DRAFT, SETTINGS)
    except CounterclaimError:
        return
    assert problems(found) == []
