"""Every address of the service, found in its own description, so that new routes are tried too."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from starlette.testclient import TestClient

from api.main import create_app
from graph.settings import Settings

DESCRIPTION = create_app(Settings(neo4j_uri="bolt://127.0.0.1:1")).openapi()

# Where a list tells ids that fit an address with this first segment.
_LISTS = {
    "claims": "/claims?status=disputed", "chains": "/claims?status=disputed", "actors": "/actors",
    "terms": "/terms", "plans": "/plans", "documents": "/documents", "judgements": "/judgements",
    "statements": "/search?q=img&kind=Statement",
}  # fmt: skip


@dataclass(frozen=True)
class Door:
    """One operation: its method and path, and the parameters that it takes."""

    method: str
    path: str
    parameters: list[dict[str, Any]] = field(hash=False)

    @property
    def forms(self) -> list[str]:
        """The values of `format`, or none where it takes none."""
        for each in self.parameters:
            if each["name"] == "format":
                kinds = each["schema"].get("anyOf", [each["schema"]])
                return [form for kind in kinds for form in (kind.get("enum") or [kind.get("const")]) if form]
        return []

    def required(self) -> dict[str, Any]:
        """An example of each query parameter that must be given."""
        return {p["name"]: example(p) for p in self.parameters if p["in"] == "query" and p.get("required")}


def example(parameter: dict[str, Any]) -> Any:
    """The first example of a parameter, or the first value that it may have."""
    named = [each["value"] for each in parameter.get("examples", {}).values()]
    schema = parameter.get("schema", {})
    kinds = schema.get("anyOf", [schema])
    listed = [value for kind in kinds for value in kind.get("enum", ())]
    return next(iter([*named, *schema.get("examples", []), *listed]), "x")


def doors(*methods: str) -> list[Door]:
    """All operations with one of these methods."""
    return [
        Door(method, path, operation.get("parameters", []))
        for path, item in DESCRIPTION["paths"].items()
        for method, operation in item.items()
        if method in methods
    ]  # fmt: skip


def filled(door: Door, client: TestClient, most: int = 1) -> Iterator[str]:
    """Addresses of a door with ids that the graph holds in the place of its path parameters."""
    segment = door.path.split("/")[1]
    if "{" not in door.path:
        yield door.path
    elif "{segment}" in door.path:
        for kind in ("actors", "documents"):
            for id_ in _ids(client, kind, most):
                yield door.path.replace("{segment}", kind.removesuffix("s")).replace("{id}", id_)
    elif "{id}" in door.path:
        for id_ in _ids(client, segment, most):
            yield door.path.replace("{id}", id_)
    else:
        parameter = next(p for p in door.parameters if p["in"] == "path")
        values = parameter["schema"].get("enum", []) or [example(parameter)]
        for value in values:
            yield door.path.replace(f"{{{parameter['name']}}}", value)


def _ids(client: TestClient, segment: str, most: int) -> list[str]:
    items = client.get(_LISTS[segment]).json()["items"]
    return [item["id"] for item in items][:most]
