"""Networks that take long: what is empty costs nothing, and nobody computes without end."""

from collections.abc import Iterator

import numpy as np
import pytest
from scipy import sparse
from starlette.testclient import TestClient

from api.main import create_app
from api.networking import AT_ONCE
from graph import ask
from graph.errors import OverlongError, QueryTimeoutError
from graph.networks import Options, counted
from graph.networks.backbone import backbone
from graph.networks.camps import camps
from graph.networks.deadline import Deadline
from graph.settings import Settings
from graph.store import Store

TIMED = (
    "polarisation",
    "polarisation?window=days&size=1",
    "backbone?method=penalty",
    "congruence/windows?window=days&size=1&on=false",
)


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), corpus_store)) as client:
        yield client


def test_a_search_ends_at_its_deadline() -> None:
    weights = sparse.csr_array(np.ones((4, 4)) - np.eye(4))
    with pytest.raises(OverlongError, match="0 seconds; take larger windows"):
        camps(weights, weights, deadline=Deadline(0))
    counts = counted([("A", "p", True), ("B", "p", True), ("B", "q", False)])
    with pytest.raises(OverlongError, match="fewer iterations"):
        backbone(counts, deadline=Deadline(0))
    assert backbone(counts, deadline=Deadline(60)) == backbone(counts)
    assert issubclass(OverlongError, QueryTimeoutError)


def test_windows_in_which_nobody_speaks_cost_nothing(corpus_store: Store) -> None:
    span, filters = ask.Span("days", 1), ask.Filters()
    options = Options(on=False)
    slices = ask.series(corpus_store, options, span, filters, Deadline(30)).slices
    divisions = ask.polarisation(corpus_store, options, span, filters, 10, Deadline(30)).divisions
    assert len(slices) == len(divisions) > 1_500
    assert any(each.edges for each in slices)
    for each, division in zip(slices, divisions, strict=True):
        assert (each.start, each.end) == (division.start, division.end)
        if not each.statements:
            assert not each.edges
            assert not division.camps
            assert division.modularity == division.within == division.between == 0


@pytest.mark.parametrize("path", TIMED)
def test_what_takes_too_long_is_given_up_with_advice(corpus_store: Store, path: str) -> None:
    with TestClient(create_app(Settings(query_timeout=1e-6), corpus_store)) as client:
        found = client.get(f"/networks/{path}")
    assert found.status_code == 504
    assert found.json()["type"] == "urn:counterclaim:problem:query-timeout"
    assert "; take " in found.json()["detail"]


def test_only_so_many_compute_at_a_time(corpus_store: Store) -> None:
    app = create_app(Settings(), corpus_store)
    with TestClient(app) as client:
        for _ in range(AT_ONCE):
            assert app.state.computing.acquire(blocking=False)
        for path in TIMED:
            found = client.get(f"/networks/{path}")
            assert found.status_code == 503
            assert found.headers["Retry-After"] == "10"
        assert client.get("/networks/conflict").status_code == 200
        app.state.computing.release()
        for _ in range(AT_ONCE):  # what fails gives its place back
            assert client.get("/networks/backbone?method=fixed").status_code == 400
        assert client.get("/networks/polarisation").status_code == 200


@pytest.mark.parametrize("form", ["graphml", "gexf", "json", "svg"])
def test_a_table_is_of_csv_alone(client: TestClient, form: str) -> None:
    for table in ("matrix", "statements"):
        found = client.get(f"/networks/conflict?format={form}&table={table}")
        assert found.status_code == 422
        assert found.json()["errors"] == [
            {"pointer": "/query/table", "detail": f"{table} is of csv only, not {form}"}
        ]
    assert client.get("/networks/conflict", params={"table": "matrix"}).status_code == 422
    asked = {"table": "matrix", "format": "csv"}
    assert client.get("/networks/conflict", params=asked).status_code == 200
