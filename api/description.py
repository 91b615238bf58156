"""What OpenAPI says of the whole service, beside what routes say of themselves."""

from typing import Any

from fastapi import FastAPI

from .problems import Problem, responses


class Service(FastAPI):
    """FastAPI whose OpenAPI description knows the model of our problems."""

    def openapi(self) -> dict[str, Any]:
        """Return the description, made once."""
        made = self.openapi_schema is not None
        schema = super().openapi()
        if not made:
            problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            schema["components"]["schemas"] |= {**problem.pop("$defs"), "Problem": problem}
            _own_machine_needs_no_key(schema)
            _refused_by_any(schema)
        return schema


def _own_machine_needs_no_key(schema: dict[str, Any]) -> None:
    """Say of each operation that takes a key that one may do without: an empty requirement."""
    for item in schema["paths"].values():
        for operation in item.values():
            if operation.get("security"):
                operation["security"].append({})


def _refused_by_any(schema: dict[str, Any]) -> None:
    """Say of each operation what is refused before it is reached."""
    told = responses(414, 421)
    for item in schema["paths"].values():
        for operation in item.values():
            for status, description in told.items():
                operation["responses"].setdefault(str(status), description)
