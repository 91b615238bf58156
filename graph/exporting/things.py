"""One thing of the graph, by the path of its IRI: what the graph holds of it, as a block."""

from collections.abc import Iterator

from ..errors import NotFoundError
from ..judge import judgements
from ..ontology import load
from ..store import Store
from .blocks import Block, Names, shared
from .choice import Choice
from .nanopubs import PARTS
from .nanopubs import SEGMENT as NANOPUB
from .pages import Source, of_node


def located(store: Store, segment: str, id_: str) -> tuple[str, str]:
    """Return segment and id of what an IRI with this path stands for; of a nanopublication, its statement.

    NotFoundError for what the graph does not hold.
    """
    if segment == NANOPUB:
        segment, part = "statement", id_.rpartition(".")[2]
        id_ = id_.removesuffix(f".{part}") if part in PARTS else id_
    key = _key(segment)
    if key is None or not store.read("export_known", key=key, id=id_):
        raise NotFoundError(f"the graph holds no {segment} {id_!r}")
    return segment, id_


def _key(segment: str) -> str | None:
    keys = (node.key for node in load().nodes.values() if node.segment == segment)
    return next((key for key in keys if key != "Revision"), None)


def thing(store: Store, names: Names, segment: str, id_: str) -> Block:
    """Return what the graph holds of one thing, as documents state it; NotFoundError if it holds nothing."""
    segment, id_ = located(store, segment, id_)
    key = str(_key(segment))
    iri = names.iri(key, id_)
    if key in load().shared:
        facts = [row["fact"] for row in store.read("export_shared", key=key, id=id_)]
        found = iter([shared(names, (key, id_), [facts])]) if facts else _made(store, names, id_)
    elif key == "Judgement":
        found = (of_node(names, each.judgement.node) for each in judgements(store, id=id_))
    else:
        found = _owned(store, names, key, id_)
    block = next((block for block in list(found) if block[0] == iri), None)
    if block is None:  # Taken back since.
        raise NotFoundError(f"the graph holds no {segment} {id_!r}")
    return block


def _owned(store: Store, names: Names, key: str, id_: str) -> Iterator[Block]:
    """Yield what the document of a statement, or a document itself, owns."""
    document = store.read("export_known", key=key, id=id_)[0]["document"] or id_
    for held in Source(store, names, Choice((document,))).documents():
        yield from held.own
        yield from held.statements


def _made(store: Store, names: Names, id_: str) -> Iterator[Block]:
    """Yield an actor that only a judgement knows."""
    for judged in Source(store, names, Choice()).judgements():
        yield from judged.blocks
