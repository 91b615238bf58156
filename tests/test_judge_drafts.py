"""Judgements of drafts and findings: what became of a provision, and what is a false alarm."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph import ask
from graph.errors import ConflictError, CounterclaimError, InputError, NotFoundError
from graph.export import FORMATS, export
from graph.ingest import ingest
from graph.judge import align, dismiss, undo
from graph.judgements import Judgement
from graph.models import Annotation
from graph.project import project
from graph.settings import Settings
from graph.store import Store
from graph.write import forget_document

from .conftest import put
from .service import local
from .test_judge import BASE
from .test_judging_http import judge
from .test_write import Cypher, everything

OLD, NEW, NEWEST = "canal:d1", "canal:d2", "canal:d3"
FINDING = "0123456789abcdef"


def draft(version: str, *provisions: str, plan: str = "canal") -> Annotation:
    return Annotation.model_validate(
        {
            "document": {"title": version, "text": version, "published": "2030-01-01"},
            "extraction": {"reader": "hand", "version": "1"},
            "plans": [{"id": plan, "name": plan}],
            "versions": [{"id": version, "plan": plan, "name": version}],
            "terms": [{"id": f"{version}:{p}", "part_of": version, "name": p, "text": p} for p in provisions],
        }
    )


@pytest.fixture
def drafts(store: Store) -> Store:
    put(store, draft(OLD, "army", "toll"))
    put(store, draft(NEW, "army", "toll", "fish"))
    put(store, draft(NEWEST, "army"))
    put(store, draft("dam:d1", "army", plan="dam"))
    return store


def test_it_is_listed_and_undone_without_a_trace(drafts: Store, cypher: Cypher) -> None:
    before = everything(cypher)
    made = align(drafts, [f"{OLD}:army"], [f"{NEW}:army", f"{NEW}:fish"], reason="see the minutes", by="Zoe")
    (held,) = ask.judgements(drafts, term=f"{NEW}:fish", kind="align").items
    assert (held.id, held.older, held.newer) == (made.id, [f"{OLD}:army"], [f"{NEW}:army", f"{NEW}:fish"])
    assert held.told == f"{OLD}:army became {NEW}:army, {NEW}:fish"
    assert (held.waits, held.reason, held.by) == (False, "see the minutes", "Zoe")
    assert ask.judgements(drafts, term=f"{NEW}:toll").items == []
    undo(drafts, made.id)
    assert everything(cypher) == before


def test_what_was_dropped_and_added(drafts: Store) -> None:
    assert ask.judgement(drafts, align(drafts, [f"{OLD}:toll"], []).id).told == f"{OLD}:toll was dropped"
    assert ask.judgement(drafts, align(drafts, [], [f"{NEW}:toll"]).id).told == f"{NEW}:toll was added"


def test_a_dismissal_is_listed_and_undone(store: Store, cypher: Cypher) -> None:
    before = everything(cypher)
    made = dismiss(store, FINDING, reason="two armies")
    (held,) = ask.judgements(store, finding=FINDING).items
    assert (held.id, held.finding, held.waits) == (made.id, FINDING, False)
    assert dismiss(store, FINDING).id == made.id
    undo(store, made.id)
    assert everything(cypher) == before


def test_it_waits_while_a_provision_is_away(drafts: Store) -> None:
    made = align(drafts, [f"{OLD}:army"], [f"{NEW}:army"])
    away = draft(NEW, "army", "toll", "fish")
    forget_document(drafts, project(away).document.id)
    assert ask.judgement(drafts, made.id).waits
    put(drafts, away)
    assert not ask.judgement(drafts, made.id).waits


REFUSED: dict[str, tuple[list[str], list[str], type[CounterclaimError], str]] = {
    "nothing": ([], [], InputError, "give at least one"),
    "an unknown provision": ([f"{OLD}:army"], [f"{NEW}:dam"], NotFoundError, "no term 'canal:d2:dam'"),
    "one draft": ([f"{NEW}:army"], [f"{NEW}:toll"], InputError, "of one draft, the newer ones of another"),
    "three drafts": (
        [f"{OLD}:army"],
        [f"{NEW}:army", f"{NEWEST}:army"],
        InputError,
        "of one draft, the newer",
    ),
    "two plans": ([f"{OLD}:army"], ["dam:d1:army"], InputError, "of one plan"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_leaves_nothing(drafts: Store, cypher: Cypher, name: str) -> None:
    older, newer, error, message = REFUSED[name]
    before = everything(cypher)
    with pytest.raises(error, match=message):
        align(drafts, older, newer)
    assert everything(cypher) == before


def test_one_provision_became_one_thing_in_one_draft(drafts: Store) -> None:
    made = align(drafts, [f"{OLD}:army"], [f"{NEW}:army"])
    for older, newer in (
        ([f"{OLD}:army"], [f"{NEW}:toll"]), ([f"{OLD}:army"], []), ([f"{OLD}:toll"], [f"{NEW}:army"]),
        ([], [f"{NEW}:army"]),
    ):  # fmt: skip
        with pytest.raises(ConflictError, match=f"{made.id}.*undo that first"):
            align(drafts, older, newer)
    align(drafts, [f"{NEW}:army"], [f"{NEWEST}:army"])
    align(drafts, [f"{OLD}:army"], [f"{NEWEST}:army"])
    assert align(drafts, [f"{OLD}:army"], [f"{NEW}:army"]).id == made.id


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_both_come_back_from_a_file(
    drafts: Store, settings: Settings, cypher: Cypher, tmp_path: Path, format_: str
) -> None:
    align(drafts, [f"{OLD}:army"], [f"{NEW}:army", f"{NEW}:fish"])
    align(drafts, [f"{OLD}:toll"], [])
    dismiss(drafts, FINDING)
    text, before = export(drafts, BASE, format_), everything(cypher)
    file = tmp_path / f"graph.{format_}"
    file.write_text(text, encoding="utf-8")
    cypher("MATCH (n) DETACH DELETE n")
    ingest(file, settings, drafts)
    assert (everything(cypher), export(drafts, BASE, format_)) == (before, text)


@pytest.mark.parametrize(
    "more", [{"older": []}, {"newer": [], "act": "dismiss"}, {"finding": FINDING}, {"statement": FINDING}]
)
def test_shapes_refuse_halves(
    drafts: Store, settings: Settings, cypher: Cypher, tmp_path: Path, more: dict[str, Any]
) -> None:
    align(drafts, [f"{OLD}:army"], [])
    cypher("MATCH (j:Judgement) SET j += $more", more={k: v or None for k, v in more.items()})
    file = tmp_path / "graph.ttl"
    file.write_text(export(drafts, BASE, "ttl"), encoding="utf-8")
    cypher("MATCH (n) DETACH DELETE n")
    with pytest.raises(InputError, match="an align"):
        ingest(file, settings, drafts)


@pytest.fixture
def client(drafts: Store) -> Iterator[TestClient]:
    with local(drafts) as client:
        yield client


def test_over_http(client: TestClient) -> None:
    made = judge(client, kind="align", older=[f"{OLD}:army"], newer=[f"{NEW}:army"], reason="so")
    assert (made["older"], made["newer"], made["kind"]) == ([f"{OLD}:army"], [f"{NEW}:army"], "align")
    assert client.get("/judgements", params={"term": f"{OLD}:army"}).json()["items"] == [made]
    assert "undo that first" in judge(client, 409, kind="align", older=[f"{OLD}:army"])["detail"]
    judge(client, 404, kind="align", older=[f"{OLD}:dam"])
    judge(client, 400, kind="align")
    false = judge(client, kind="dismiss", finding=FINDING)
    assert client.get("/judgements", params={"finding": FINDING}).json()["items"] == [false]
    judge(client, 422, kind="dismiss", finding="all of them")
    assert client.delete(f"/judgements/{false['id']}").status_code == 204


def test_ids_of_the_older_kinds_are_as_they_were() -> None:
    assert Judgement("merge", "bo", "ada").id == "fc7bfc55a24559c5"
    assert Judgement("accept", statement=FINDING).id == "c338742727dd083c"
