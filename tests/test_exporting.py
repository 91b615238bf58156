"""Exports of the whole graph are few at a time; those of one document are not counted."""

from threading import BoundedSemaphore

from fastapi import FastAPI

from api.triples import WHOLE
from graph.store import Store

from .conftest import put
from .samples import model
from .service import local


def test_too_many_exports_are_refused_until_one_ends(store: Store) -> None:
    document = put(store, model()).document
    with local(store) as client:
        assert isinstance(client.app, FastAPI)
        places: BoundedSemaphore = client.app.state.exporting
        for _ in range(WHOLE):
            assert places.acquire(blocking=False)
        refused = client.get("/export")
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "30")
        assert "etag" not in refused.headers
        assert client.get(f"/export?document={document}").status_code == 200
        places.release()
        assert [client.get("/export").status_code for _ in range(WHOLE)] == [200] * WHOLE
