"""The whole OpenAPI description against a live server: what it says is true, and nothing makes it fail."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase
from hypothesis import settings as bounds
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import positive_data_acceptance

from api.main import create_app
from graph import judge
from graph.read.annotation import load_annotation
from graph.settings import Settings
from graph.store import Store

from .conftest import ROOT, put

DESCRIPTION = create_app(Settings(neo4j_uri="bolt://127.0.0.1:1")).openapi()
CONFIG = SchemathesisConfig.from_dict(
    {
        "generation": {"deterministic": True, "max-examples": 12, "no-shrink": True},
        "phases": {"coverage": {"enabled": False}, "stateful": {"enabled": False}},
    }
)
SCHEMA = schemathesis.openapi.from_dict(DESCRIPTION, config=CONFIG)
schemathesis.serializer("application/sparql-query")(lambda _, value: str(value).encode())
OPERATIONS = [
    (method, path, operation)
    for path, item in DESCRIPTION["paths"].items()
    for method, operation in item.items()
]


@pytest.fixture(scope="module")
def service(corpus_store: Store) -> Iterator[str]:
    """The address of a server of its own thread, with the samples that the examples name; on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    judge.accept(corpus_store, "d534a60bffc4be64")
    for name in ("01-draft-1", "02-wire-tarrant", "10-harbour-master", "14-draft-2"):
        put(corpus_store, load_annotation(ROOT / "examples/strait/annotations" / f"{name}.yaml"))
    app = create_app(Settings(watch=ROOT / "examples/strait/watch.yaml"), corpus_store, bound="127.0.0.1")
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def examples(holder: dict[str, Any]) -> list[Any]:
    """The examples of a parameter or of a body, wherever OpenAPI lets them stand."""
    named = [example["value"] for example in holder.get("examples", {}).values()]
    return named + holder.get("schema", {}).get("examples", [])


@pytest.mark.parametrize(
    ("method", "path", "operation"), OPERATIONS, ids=[f"{m} {p}" for m, p, _ in OPERATIONS]
)
def test_every_example_is_answered(method: str, path: str, operation: dict[str, Any], service: str) -> None:
    parameters = operation.get("parameters", [])
    url, required = path, dict[str, Any]()
    for parameter in parameters:
        if parameter["in"] == "path":
            (value,) = examples(parameter)
            url = url.replace(f"{{{parameter['name']}}}", value)
        elif parameter.get("required"):
            (required[parameter["name"]], *_) = examples(parameter)
    asked = [required] + [
        {**required, parameter["name"]: value}
        for parameter in parameters
        if parameter["in"] == "query"
        for value in examples(parameter)
    ]
    bodies = [
        (media_type, body)
        for media_type, content in operation.get("requestBody", {}).get("content", {}).items()
        for body in examples(content)
    ]
    if method == "delete":  # What it names is asked for by others.
        assert requests.delete(f"{service}{path.replace('{id}', '0' * 16)}", timeout=60).status_code == 404
        return
    if operation.get("requestBody", {}).get("required") and not bodies:
        return
    for query in asked:
        for media_type, body in bodies or [("", None)]:
            data = json.dumps(body) if isinstance(body, dict) else body
            headers = {"content-type": media_type} if media_type else {}
            response = requests.request(
                method, f"{service}{url}", params=query, data=data, headers=headers, timeout=60,
                allow_redirects=False,
            )  # fmt: skip
            assert response.ok, (query, response.text)
            assert str(response.status_code) in operation["responses"]


# Last, for it takes documents back.
@SCHEMA.parametrize()
@bounds(
    max_examples=12,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_whatever_is_asked_is_answered_as_described(case: schemathesis.Case, service: str) -> None:
    response = case.call(base_url=service, timeout=120)
    if response.status_code != 414:  # What is too long is refused before it is looked at.
        # Not all that is a string is a cursor, and not all that is a text is an article.
        case.validate_response(response, excluded_checks=[positive_data_acceptance])
