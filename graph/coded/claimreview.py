"""schema.org ClaimReview: what fact checkers publish of claims, in JSON-LD, feeds, lists and HTML pages."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from ..errors import ReadError
from ..models import ActorKind
from ..settings import Settings
from . import Item, Noted, Options, Refused, RowError, Taken
from .jsonitems import Broken, json_items
from .mapping import checked
from .rating import Effect
from .review import Review
from .schemaorg import HOLDERS, Node, inside, is_schema, types
from .scripts import Block, blocks

PAGES = (".html", ".htm", ".xhtml")
_STREAMED = HOLDERS[:3]


class Readings(BaseModel):
    """What a user's mapping file may say."""

    model_config = ConfigDict(extra="forbid")
    ratings: dict[str, Effect] = {}
    claimant: ActorKind | None = None
    """What claimants are whose type the file does not tell."""


def read(path: Path, options: Options) -> Iterator[Item]:
    """Yield each review of a file; ReadError if it holds none or is broken."""
    mapping, found, names = checked(Readings, options.mapping), False, _Names()
    for part in _parts(path):
        if isinstance(part, Refused):
            yield part
            continue
        for where, node in _reviews(part):
            found = True
            for item in _taken(node, where, part, mapping, options.settings):
                yield from names.told(item, where)
                yield item
    if not found:
        raise ReadError(f"{path}: holds no ClaimReview")


class _Names:
    """What each name was in a feed so far: one name of two kinds is two actors."""

    def __init__(self) -> None:
        self._kinds: dict[str, dict[str, str]] = {}

    def told(self, item: Item, where: str) -> Iterator[Noted]:
        """Yield a note for each name that was something else before in the feed."""
        for actor in item.annotation.actors if isinstance(item, Taken) else ():
            kinds = self._kinds.setdefault(actor.name.casefold(), {})
            if kinds and actor.kind not in kinds:
                before = ", ".join(f"{kind} ({at})" for kind, at in kinds.items())
                why = f"{actor.name!r} is {actor.kind} here and was {before}: two actors of one name"
                yield Noted(where, why)
            kinds.setdefault(actor.kind, where)


class _Part(NamedTuple):
    """Data that belong together: what they refer to, and where they stand."""

    where: str
    data: Any
    context: Any
    known: Mapping[str, Node]
    language: str | None


def _parts(path: Path) -> Iterator[_Part | Refused]:
    if path.suffix.lower() in PAGES:
        yield from _of_page(path)
        return
    context, known = _first_pass(path)
    for item in json_items(path, _STREAMED):
        if isinstance(item, Broken):
            yield Refused(f"line {item.line}", item.why)
        else:
            yield _Part(f"line {item.line}", item.data, context, known, None)


def _first_pass(path: Path) -> tuple[Any, dict[str, Node]]:
    """Return the file's own context, and the nodes that others may refer to, wherever they stand."""
    context, known = None, dict[str, Node]()
    for item in json_items(path, _STREAMED):
        if not isinstance(item, Broken):
            _collect(item.data, known)
            context = item.data.get("@context") if item.rest else context
    return context, known


def _of_page(path: Path) -> Iterator[_Part | Refused]:
    known, held = dict[str, Node](), list[Block]()
    for block in blocks(path):
        if isinstance(block, Refused):
            yield block
        else:
            held.append(block)
            _collect(block.data, known)
    for block in held:
        yield _Part(block.where, block.data, None, known, block.language)


def _collect(data: Any, known: dict[str, Node]) -> None:
    """Add the nodes that have an id; one that two nodes share means neither."""
    for _, node in inside(data):
        id_ = node.get("@id")
        told = node.keys() - {"@id", "@type"} and not node.keys() & set(HOLDERS)
        if isinstance(id_, str) and told and "ClaimReview" not in types(node):
            known[id_] = node if known.get(id_, node) == node else {}


def _reviews(part: _Part) -> Iterator[tuple[str, Node]]:
    for own, node in inside(part.data):
        if "ClaimReview" in types(node):
            context = own if own is not None else part.context
            yield part.where, {**node, "@context": context}


def _taken(node: Node, where: str, part: _Part, mapping: Readings, settings: Settings) -> Iterator[Item]:
    if not is_schema(node["@context"]):
        yield Refused(where, f"its context is foreign, and contexts are never fetched: {_shown(node)}")
        return
    try:
        review = Review(node, part.known, part.language, mapping.ratings, mapping.claimant, settings)
        annotation = review.annotation(where)
    except (RowError, ReadError) as error:
        yield Refused(where, str(error))
        return
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        yield Refused(where, f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
        return
    yield from (Noted(where, note) for note in review.notes)
    yield Taken(annotation, 1, where)


def _shown(node: Node) -> str:
    return repr(node["@context"])[:100]
