"""Lists of what is latest, read a stretch of documents at a time: as the whole graph gives them, in pages."""

from collections.abc import Callable
from typing import Any

import pytest

from graph import ask
from graph.ask import stretches
from graph.errors import UnknownFilterError
from graph.generate import generate
from graph.models import Annotation
from graph.project import project
from graph.store import Store
from graph.write import write_documents

from .strait import ANNOTATIONS


@pytest.fixture(scope="module")
def wide(database: Store, cypher: Callable[..., Any]) -> Store:
    """Some days of documents, every seventh of unknown date, and those of one small negotiation."""
    cypher("MATCH (n) DETACH DELETE n")
    documents = [_undated(n, each) for n, each in enumerate(generate(60, 1))]
    write_documents(database, [project(each) for each in [*ANNOTATIONS.values(), *documents]])
    # Else plans that were made for a graph that was all but empty may take longer here than a query may.
    cypher("CALL db.clearQueryCaches()")
    cypher("CALL db.prepareForReplanning(60)")
    return database


def _undated(number: int, annotation: Annotation) -> Annotation:
    known = annotation.document.published if number % 7 else None
    document = annotation.document.model_copy(update={"published": known})
    return annotation.model_copy(update={"document": document})


@pytest.fixture(params=["small", "whole"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "small":
        monkeypatch.setattr(stretches, "FIRST", 2)
        monkeypatch.setattr(stretches, "MOST", 8)
    return request.param


LISTS: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "disputes": (ask.disputes, {}),
    "disputes of any status": (ask.disputes, {"status": None}),
    "disputes with a text": (ask.disputes, {"text": "on", "status": None}),
    "disputes since": (ask.disputes, {"since": "2020-01-02", "status": None}),
    "disputes until": (ask.disputes, {"until": "2020-01-02", "status": None}),
    "disputes as of": (ask.disputes, {"as_of": "2020-01-02", "status": None}),
    "documents": (ask.documents, {}),
    "documents since": (ask.documents, {"since": "2020-01"}),
    "documents until": (ask.documents, {"until": "2020-01-01"}),
    "timeline": (ask.timeline, {}),
    "timeline, falling": (ask.timeline, {"order": "desc"}),
    "timeline since, falling": (ask.timeline, {"order": "desc", "since": "2020-01-02"}),
    "timeline until": (ask.timeline, {"until": "2020-01-02"}),
    "timeline as of": (ask.timeline, {"as_of": "2020-01-02"}),
    "unanswered": (ask.unanswered, {}),
    "unanswered as of": (ask.unanswered, {"as_of": "2033-04"}),
    "denials": (ask.denials, {}),
    "denials as of": (ask.denials, {"as_of": "2020-01-02"}),
    "overreach": (ask.overreach, {}),
    "contradictions": (ask.contradictions, {}),
    "contradictions since": (ask.contradictions, {"since": "2020-01-02"}),
    "contradictions as of": (ask.contradictions, {"as_of": "2033-04"}),
    "contradictions of one kind": (ask.contradictions, {"kind": "dated-before"}),
    "shifts": (ask.shifts, {}),
    "shifts since": (ask.shifts, {"since": "2020-01-02"}),
    "shifts until": (ask.shifts, {"until": "2020-01-02"}),
    "shifts as of": (ask.shifts, {"as_of": "2033-04"}),
}


@pytest.mark.parametrize("filters", [{}, {"as_of": "2033-04-20"}, {"as_of": "2020-01-02"}])
def test_what_stretches_find_of_all_is_what_each_actor_has(
    filters: dict[str, str], wide: Store, cypher: Callable[..., Any], size: str
) -> None:
    actors = [row["id"] for row in cypher("MATCH (a:Actor) WHERE (a)<-[:SPOKEN_BY]-() RETURN a.id AS id")]

    def told(question: Callable[..., Any], **more: str) -> set[str]:
        return {
            each.model_dump_json()
            for each in _paged(lambda at: question(wide, **more, **filters, after=at, limit=500))
        }

    def of_one(question: Callable[..., Any], **more: str) -> set[str]:
        try:
            return told(question, **more)
        except UnknownFilterError:  # nothing published by then mentions it
            return set()

    def of_each(question: Callable[..., Any], **more: str) -> set[str]:
        return {each for actor in actors for each in of_one(question, actor=actor, **more)}

    assert told(ask.shifts) == of_each(ask.shifts)
    for kind in ("actor-against-itself", "outlet-against-itself"):
        assert told(ask.contradictions, kind=kind) == of_each(ask.contradictions, kind=kind)


@pytest.mark.parametrize("name", LISTS)
def test_pages_by_stretches_are_one_large_page_of_the_whole(
    name: str, wide: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    question, filters = LISTS[name]
    monkeypatch.setattr(stretches, "FIRST", stretches.MOST)
    whole = _paged(lambda after: question(wide, **filters, after=after, limit=500))
    assert whole
    monkeypatch.setattr(stretches, "FIRST", 2)
    monkeypatch.setattr(stretches, "MOST", 8)
    assert _paged(lambda after: question(wide, **filters, after=after, limit=11)) == whole


def test_what_has_no_date_lies_in_one_stretch_as_all_else(wide: Store, size: str) -> None:
    every = list(stretches.newest_first(wide))
    for published in ("", "2019", "2020-01-01", "2033-04-17T08:00:00Z"):
        assert sum(stretches.within(published, stretch) for stretch in every) == 1


def test_disputes_by_stretches_are_those_of_all_claims(
    wide: Store, size: str, cypher: Callable[..., Any]
) -> None:
    every = [row["id"] for row in cypher("MATCH (c:Claim) RETURN c.id AS id")]
    rows = wide.read("who_disputes", filter={"among": every, "limit": 1000})
    assert [each.id for each in ask.disputes(wide, status=None, limit=500).items] == [
        row["id"] for row in rows
    ]
    assert "" in {row["latest"] for row in rows}


def test_documents_by_stretches_are_all_documents(wide: Store, size: str) -> None:
    known = {row["id"] for row in wide.read("document_ids")}
    items = ask.documents(wide, limit=500).items
    assert {each.id for each in items} == known
    assert items[-1].published is None


def test_a_filter_that_fits_too_much_gives_the_same_by_stretches(
    wide: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_key = ask.disputes(wide, actor="ada-bardan", limit=500)
    monkeypatch.setattr("graph.ask.claims.FEW", 1)
    assert ask.disputes(wide, actor="ada-bardan", limit=500) == by_key
    assert by_key.items


def test_a_page_reads_no_more_than_it_needs(wide: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "FIRST", 2)
    read: list[str] = []
    plain = Store.read

    def noted(self: Store, name: str, **params: object) -> Any:
        read.append(name)
        return plain(self, name, **params)

    monkeypatch.setattr(Store, "read", noted)
    ask.documents(wide, limit=1)
    assert read == ["stretch", "documents"]


def _paged(read: Callable[[str | None], Any]) -> list[Any]:
    page = read(None)
    items = list(page.items)
    while page.next:
        page = read(page.next)
        items += page.items
    return items
