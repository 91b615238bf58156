"""What is read from an actor's own statements or from shortcuts is what reading all statements tells."""

import sys
from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest

from graph import ask, judge
from graph.ask.deeds import deeds, sides, stances_of
from graph.errors import NotFoundError
from graph.generate import generate
from graph.models import Annotation
from graph.read.annotation import load_annotation
from graph.store import Store

from .conftest import annotations, put
from .samples import saying
from .strait import ANNOTATIONS
from .test_live import W, of_parts

EVER = "2999"
"""Later than all documents: with it all statements are read, not shortcuts."""
SIDES: tuple[Literal["asserts", "denies"], ...] = ("asserts", "denies")

Cypher = Callable[..., list[dict[str, Any]]]


def awkward() -> Iterator[Annotation]:
    """What is wanted and taken back, by others and again; rejected in review; the writer's; a part denied."""
    day = 0
    for act in ("demands", "accepts_if", "supports", "rejects", "asserts", "denies"):
        for speaker in ("ann", "bob"):
            day += 1
            condition = {"condition": "if it is dry"} if act == "accepts_if" else {}
            yield wanting(act, speaker, f"2026-02-{day:02}", **condition)
    yield wanting("retracts", "ann", "2026-02-20")
    yield wanting("demands", "ann", "2026-02-21")
    yield wanting("demands", "cat", "2026-02-22", review="rejected")
    yield wanting("rejects", "dan", "2026-02-22", inference=True)
    yield wanting("accepts_if", "dan", "2026-02-23", inference=True, condition="if it is dry")
    yield of_parts(W, "asserts", "W", "ann", 1)
    yield of_parts(W, "denies", "P", "bob", 2)
    yield of_parts(W, "asserts", "Q", "cat", 3)
    yield of_parts(W, "retracts", "W", "ann", 4)


def wanting(act: str, speaker: str, published: str, **given: Any) -> Annotation:
    text = f"{speaker} {act} on {published}"
    return saying(act, speaker, text=text, published=published, claim="The dam is dry", **given)


@pytest.fixture(scope="module")
def full(database: Store, cypher: Cypher) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    known = [*map(load_annotation, annotations()), *ANNOTATIONS.values()]
    for annotation in [*known, *awkward(), *generate(15, 3)]:
        put(database, annotation)
    judge.merge(database, "cat", "bob", by="a person")
    return database


@pytest.fixture(scope="module")
def actors(full: Store, cypher: Cypher) -> list[str]:
    rows = cypher("MATCH (a:Actor)<-[:SPOKEN_BY]-() RETURN DISTINCT a.id AS id ORDER BY id")
    assert len(rows) > 50
    return [row["id"] for row in rows]


@pytest.fixture(scope="module")
def targets(full: Store, cypher: Cypher) -> list[str]:
    rows = cypher("MATCH (t:Claim|Plan|PlanVersion|Term) RETURN DISTINCT t.id AS id ORDER BY id")
    return [row["id"] for row in rows]


def test_sides_are_those_of_all_deeds(full: Store, targets: list[str]) -> None:
    told: dict[tuple[Any, ...], str] = {}
    for doing in deeds(full, targets):
        key = (doing.target, doing.name, doing.act, doing.speaker)
        told[key] = min(doing.statement, told.get(key, doing.statement))
    found = sides(full, targets)
    assert {(d.target, d.name, d.act, d.speaker): d.statement for d in found} == told
    assert len(found) == len(told) > 300
    assert {d.act for d in found} == {"asserts", "denies", "supports", "rejects", "demands", "accepts_if"}


@pytest.mark.parametrize(
    "filters", [{}, {"until": "2026-02-20"}, {"since": "2026-02-02"}, {"as_of": "2026-02"}]
)
def test_stances_of_an_actor_are_those_of_all_deeds(
    full: Store, actors: list[str], targets: list[str], filters: dict[str, str]
) -> None:
    every = deeds(full, targets, wanting=True, **filters)
    assert every
    for actor in actors:
        assert stances_of(full, actor, **filters) == [d for d in every if d.actor == actor], actor


def test_relations_are_the_same_by_shortcuts_and_by_statements(full: Store, actors: list[str]) -> None:
    number = 0
    for actor in (*actors[::3], "ann", "cat"):
        for side in ("allies", "opponents"):
            page = ask.relations(full, actor, side, limit=500)
            assert page == ask.relations(full, actor, side, limit=500, until=EVER), (actor, side)
            number += len(page.items)
    assert number > 50


def test_paths_are_the_same_by_shortcuts_and_by_statements(full: Store, actors: list[str]) -> None:
    for start in ("ann", "us-officials"):
        found = [_path(full, start, end) for end in (*actors[::8], "bob", "rustem-umerov")]
        assert found == [
            _path(full, start, end, as_of=EVER) for end in (*actors[::8], "bob", "rustem-umerov")
        ]
        assert any(found)


def _path(store: Store, start: str, end: str, **filters: str) -> object:
    try:
        return ask.path(store, start, end, **filters)
    except NotFoundError:
        return None


@pytest.mark.parametrize("few", [1, 1000])
def test_disputes_of_an_actor_are_those_of_all_in_which_it_speaks(
    full: Store, actors: list[str], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["graph.ask.claims"], "FEW", few)
    every = ask.disputes(full, status=None, limit=5000).items
    assert len(every) > 100
    for actor in (*actors[::6], "ann", "cat", "rustem-umerov"):
        for side in (None, *SIDES):
            spoken = [
                each
                for each in every
                if any(
                    one.id == actor
                    for name, said in (("asserts", each.asserting), ("denies", each.denying))
                    if side in (None, name)
                    for statement in said
                    for one in statement.speakers
                )
            ]
            found = ask.disputes(full, status=None, actor=actor, side=side, limit=5000).items
            assert [d.id for d in found] == [d.id for d in spoken], (actor, side)
            assert (
                found == ask.disputes(full, status=None, actor=actor, side=side, as_of=EVER, limit=5000).items
            ), (actor, side)
