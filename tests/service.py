"""The service as programs on its own machine meet it: a client who may write."""

from typing import Any

from starlette.testclient import TestClient

from api.main import create_app
from graph.settings import Settings
from graph.store import Store

HOME = "http://127.0.0.1:8000"


def local(store: Store | None = None, settings: Settings | None = None, **given: Any) -> TestClient:
    """A client on loopback of a service that is bound to loopback: writes without a key."""
    app = create_app(settings or Settings(), store, bound=given.pop("bound", "127.0.0.1"))
    return TestClient(app, **{"base_url": HOME, "client": ("127.0.0.1", 50000), **given})
