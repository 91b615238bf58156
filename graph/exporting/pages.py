"""The graph in pages of documents: what each document owns, as blocks, and what it states of shared nodes."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..judgements import Judgement, judgement_of
from ..ontology import load
from ..store import Store
from ..subgraph import Node, Ref
from .ahead import ahead
from .blocks import Block, Names, block, mention
from .choice import EVERYTHING, Choice

PAGE = 50
"""Documents that are read at a time."""

States = tuple[Ref, list[str]]
"""A shared node, and the facts that one document states of it."""


@dataclass(frozen=True)
class Held:
    """One document as files hold it."""

    id: str
    published: str
    iri: str
    own: list[Block]
    """The document and its mentions."""
    statements: list[Block]
    states: list[States]


@dataclass(frozen=True)
class Judged:
    """A judgement as files hold it, and the actor that only it knows, where it made one."""

    iri: str
    blocks: list[Block]


@dataclass(frozen=True)
class Source:
    """What a file is made of: the graph as far as it was chosen, read anew each time it is asked."""

    store: Store
    names: Names
    choice: Choice = EVERYTHING
    _reading: list[Generator[list[list[Any]]]] = field(default_factory=list, compare=False, repr=False)

    def documents(self) -> Iterator[Held]:
        """Yield the chosen documents in order of id; a page is read while the one before is written."""
        pages = ahead(self._pages())
        self._reading.append(pages)
        for page in pages:
            for row in page:
                yield held(self.names, row)

    def close(self) -> None:
        """End what is still read ahead, when what was read could not be written."""
        while self._reading:
            self._reading.pop().close()

    def ids(self) -> Iterator[str]:
        """Yield the ids of the chosen documents, in order."""
        return (row[0] for page in self._pages() for row in page)

    def _pages(self) -> Iterator[list[list[Any]]]:
        after, filter_ = "", self.choice.filter()
        while rows := self.store.rows("export_page", after=after, limit=PAGE, filter=filter_):
            yield rows
            after = rows[-1][0]

    def judgements(self) -> Iterator[Judged]:
        """Yield the judgements in order of id, if nothing was left out; they are no part of a selection."""
        if not self.choice.everything:
            return
        made = {row["id"]: row for row in self.store.read("export_made")}
        after = ""
        while rows := self.store.rows("export_judgements", after=after, limit=1000):
            for (properties,) in rows:
                judgement = judgement_of(properties)
                row = made.get(judgement.into) if judgement.kind == "split" else None
                yield Judged(*_judged(self.names, judgement, row))
            after = rows[-1][0]["id"]


def _judged(names: Names, judgement: Judgement, made: dict[str, Any] | None) -> tuple[str, list[Block]]:
    blocks = [of_node(names, judgement.node)]
    if made:
        blocks.append(of_node(names, Node(made["kind"], made["id"], {"name": made["name"]})))
    return blocks[0][0], blocks


def of_node(names: Names, node: Node) -> Block:
    """Return a node without edges as a block."""
    return block(names.iri(*node.ref), node.label, node.id, node.properties, ())


def held(names: Names, row: list[Any]) -> Held:
    """Return a row of `export_page` as blocks."""
    id_, properties, publishers, statements, mentions = row
    ref: Ref = ("Document", id_)
    iri = names.iri(*ref)
    edges = [("publishedBy", names.iri("Actor", publisher)) for publisher in publishers]
    edges += [("mentions", names.iri(key, end)) for key, end, _, _ in mentions]
    reified = sorted(mention(names, ref, (key, end), *rest) for key, end, *rest in mentions)
    return Held(
        id_,
        properties.get("published", "9"),
        iri,
        [block(iri, "Document", id_, properties, edges), *reified],
        [_statement(names, *statement) for statement in statements],
        sorted(((key, end), states or []) for key, end, _, states in mentions),
    )


def _statement(names: Names, properties: dict[str, Any], review: str | None, edges: list[list[Any]]) -> Block:
    if review:
        properties["review"] = review
    ends = [
        (_EDGES[type_], names.iri("Actor" if raw else load().key(label), end))
        for type_, label, id_, raw in edges
        for end in raw or (id_,)
    ]
    return block(names.iri("Statement", properties["id"]), "Statement", properties["id"], properties, ends)


_EDGES = {edge.type: edge.name for edge in load().edges.values()}
