"""What a model is asked for: the annotation's own models, less what a model cannot know, plus words.

The JSON schema is derived from those classes, so that it cannot drift from `graph.models`.
"""

from functools import cache
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.fields import FieldInfo

from .. import models
from ..models import ACTS, Act, Slug, slug
from ..ontology import load
from ..project import EDGES

SLUG_PATTERN: str = models.Claim.model_json_schema()["properties"]["id"]["pattern"]
_DROPPED = {
    "title", "default", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems",
    "exclusiveMinimum", "exclusiveMaximum",
}  # fmt: skip
"""Keys that not every endpoint takes; the models check them again when the answer is here."""


def _reduced(model: type[BaseModel], left_out: set[str], **added: Any) -> type[BaseModel]:
    """Return a copy of a model without some fields and with others; unknown fields are ignored."""
    kept: dict[str, tuple[Any, FieldInfo]] = {
        name: (info.annotation, info) for name, info in model.model_fields.items() if name not in left_out
    }
    config = ConfigDict(extra="ignore", frozen=True)
    return create_model(model.__name__, __config__=config, **cast("dict[str, Any]", {**kept, **added}))


def _word(description: str, *, required: bool = False) -> Any:
    if required:
        return str, Field(min_length=1, description=description)
    return str | None, Field(default=None, description=description)


# Dates of posts and drafts and Wikidata numbers would come from the model's memory, not from the article.
Role = _reduced(models.Role, {"since", "until"})
Actor = _reduced(models.Actor, {"misspellings", "wikidata", "roles"}, roles=(tuple[Role, ...], ()))
Plan = _reduced(models.Plan, set())
Version = _reduced(models.PlanVersion, {"dated"})
# Topic and amount are read from the term's words by the rules.
Term = _reduced(
    models.Term, {"topic", "number", "amount", "unit", "text"},
    text=_word("The provision, verbatim from the article.", required=True),
)  # fmt: skip
Claim = _reduced(models.Claim, set())
Statement = _reduced(
    models.Statement,
    {"span", "cue", "speaker_span", "said", "confidence", "review", "unlinked", "link_basis",
     "link_confidence", *ACTS},
    words=_word("The words that carry what is said, verbatim from the article.", required=True),
    cue=_word("'denied', 'according to': verbatim, or null."),
    who=_word("The words that name the speaker there, verbatim, or null."),
    context=_word("Only for words that stand more than once: a longer verbatim stretch that holds them."),
    act=(Act, Field(description="What the statement does to its targets.")),
    targets=(tuple[Slug, ...], Field(description=(
        "Ids of claims; of terms or plans too. Empty only for denies, questions or retracts where the "
        "article does not tell which claim is meant; then refers_to."
    ))),
)  # fmt: skip

KINDS: dict[str, type[BaseModel]] = {
    "actors": Actor, "plans": Plan, "versions": Version, "terms": Term, "claims": Claim,
    "statements": Statement,
}  # fmt: skip
"""The lists of an answer and what each one holds; the names are those of the annotation."""

Answer = create_model(
    "Answer", **cast("dict[str, Any]", {name: (tuple[kind, ...], ()) for name, kind in KINDS.items()})
)


def definitions() -> str:
    """Return what each act and each kind of actor means, in the ontology's words."""
    ontology = load()
    acts = [f"- {act}: {ontology.edges[EDGES[act]].definition}" for act in ACTS]
    kinds = Actor.model_json_schema()["properties"]["kind"]["enum"]
    actors = [f"- {kind}: {ontology.nodes[kind].definition}" for kind in kinds]
    return "\n".join(["Acts:", *acts, "Kinds of actors:", *actors])


@cache
def json_schema() -> dict[str, Any]:
    """Return the JSON schema of an answer in the form that strict endpoints take."""
    schema = Answer.model_json_schema()
    return cast("dict[str, Any]", _strict(schema, schema.get("$defs", {})))


def _strict(node: Any, definitions_: dict[str, Any]) -> Any:
    """Return a schema without references: every field required, nothing else allowed."""
    if isinstance(node, list):
        return [_strict(item, definitions_) for item in cast("list[Any]", node)]
    if not isinstance(node, dict):
        return node
    schema = cast("dict[str, Any]", node)
    if "$ref" in schema:
        return _strict(definitions_[str(schema["$ref"]).rpartition("/")[2]], definitions_)
    kept = {k: v for k, v in schema.items() if k not in _DROPPED and k != "$defs"}
    if "properties" not in kept:
        return {k: _strict(v, definitions_) for k, v in kept.items()}
    fields = {name: _strict(field, definitions_) for name, field in kept["properties"].items()}
    return {
        "type": "object", "properties": fields, "required": list(fields), "additionalProperties": False,
    }  # fmt: skip


@cache
def _id_fields() -> frozenset[str]:
    """Return the fields that hold ids: those whose schema has the pattern of one."""
    schemas = [kind.model_json_schema() for kind in (*KINDS.values(), Role)]
    fields = [item for schema in schemas for item in schema["properties"].items()]
    return frozenset(name for name, field in fields if SLUG_PATTERN in _strings(field))


def _strings(node: Any) -> set[str]:
    if isinstance(node, dict):
        return {s for value in cast("dict[str, Any]", node).values() for s in _strings(value)}
    if isinstance(node, list):
        return {s for value in cast("list[Any]", node) for s in _strings(value)}
    return {node} if isinstance(node, str) else set()


def with_slugs(item: Any) -> Any:
    """Return an item of an answer in which every id is a slug, however the model wrote it."""
    if isinstance(item, list):
        return [with_slugs(part) for part in cast("list[Any]", item)]
    if not isinstance(item, dict):
        return item
    fields = cast("dict[str, Any]", item)
    return {
        name: _slugs(value) if name in _id_fields() else with_slugs(value) for name, value in fields.items()
    }


def _slugs(value: Any) -> Any:
    if isinstance(value, str):
        return ":".join(filter(None, (slug(part) for part in value.split(":")))) or None
    if isinstance(value, list):
        return [s for s in map(_slugs, cast("list[Any]", value)) if s]
    return value
