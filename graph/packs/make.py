"""From the graph to a pack: what bears on a claim, read in one state of the graph."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from .. import ask
from ..contents import read_document
from ..errors import ConflictError, NotFoundError
from ..export import export
from ..exporting.blocks import Names
from ..exporting.pages import of_node
from ..exporting.turtle import turtle
from ..files import put_in_place
from ..judge import judgements
from ..judgements import OF_ACTORS, Judgement
from ..ontology import load, source
from ..sealing import NAME, VERSION, File, Ontology, Product, listed
from ..store import Store
from ..subgraph import Node, Subgraph
from .answer import Answer
from .archive import Sink, write_archive
from .manifest import Manifest
from .readme import readme

TRIES = 3

Progress = Callable[[int, int], None]
"""Told how many of how many documents are done."""


@dataclass(frozen=True)
class _Found:
    """What bears on a claim."""

    answer: Answer
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    actors: tuple[str, ...]
    judgements: tuple[Judgement, ...]
    made: tuple[Node, ...]
    """Actors as the graph names them, where no document of the pack does."""


def make_pack(store: Store, base: str, claim: str, path: Path, progress: Progress | None = None) -> Manifest:
    """Write the pack of a claim to a path, whole or not at all; errors as for `write_pack`."""
    with put_in_place(path) as part, part.open("wb") as file:
        return write_pack(store, base, claim, file, progress)


def write_pack(
    store: Store, base: str, claim: str, file: IO[bytes], progress: Progress | None = None
) -> Manifest:
    """Write the pack of a claim into an empty file, from one state of the graph.

    NotFoundError when there is no such claim; ConflictError while others write without pause.
    """
    for _ in range(TRIES):
        before = store.revision()
        manifest = _write(store, base, claim, file, progress)
        if store.revision() == before:
            return manifest
        file.seek(0)
        file.truncate()
    raise ConflictError("the graph changed while its evidence was gathered; try again")


def _write(store: Store, base: str, claim: str, sink: Sink, progress: Progress | None) -> Manifest:
    found = _find(store, claim)
    manifest = Manifest(
        product=Product(),
        ontology=Ontology(version=load().version),
        base_iri=base, claim=claim, claims=found.claims, statements=found.statements,
        documents=found.documents, actors=found.actors,
        judgements=tuple(sorted(j.id for j in found.judgements)), files={},
    )  # fmt: skip
    files = dict[str, File]()

    def noted() -> Iterator[tuple[str, bytes]]:
        """Yield each file and, last, the manifest, which then knows them all."""
        for name, data in _contents(store, base, found, progress):
            files[name] = listed(data)
            yield name, data
        yield NAME, manifest.model_copy(update={"files": files}).sealed().encoded()

    write_archive(noted(), sink)
    return manifest.model_copy(update={"files": files}).sealed()


def _contents(
    store: Store, base: str, found: _Found, progress: Progress | None
) -> Iterator[tuple[str, bytes]]:
    """Yield the files in order of name."""
    yield "README.md", readme(found.answer, VERSION).encode()
    yield "answer.json", found.answer.encoded()
    for number, document in enumerate(found.documents, 1):
        yield f"documents/{document}.ttl", export(store, base, "ttl", document).encode()
        if progress:
            progress(number, len(found.documents))
    if found.judgements or found.made:
        yield "judgements.ttl", _judged(found, base).encode()
    for name in ("counterclaim.ttl", "shapes.ttl"):
        yield f"ontology/{name}", source(name).encode()
    for document in found.documents:
        yield f"texts/{document}.txt", str(_document(store, document).document.properties["text"]).encode()


def _judged(found: _Found, base: str) -> str:
    names = Names(base)
    nodes = [*(judgement.node for judgement in found.judgements), *found.made]
    return "".join(turtle(names.prefixes, [of_node(names, node) for node in nodes]))


def _find(store: Store, claim: str) -> _Found:
    answer = Answer(claim=ask.claim(store, claim), chains=ask.chains(store, claim))
    claims = [row["id"] for row in store.read("pack_claims", claim=claim)]
    acting = store.read("pack_statements", claims=claims)
    stating = store.read("pack_documents", claims=claims)
    documents = sorted({row["document"] for row in acting} | {row["id"] for row in stating})
    statements, actors, named = set[str](), set[str](), set[tuple[str, object]]()
    for document in documents:
        subgraph = _document(store, document)
        named |= {(node.id, node.properties.get("name")) for node in subgraph.labelled("Actor")}
        statements |= {node.id for node in subgraph.labelled("Statement")}
        actors |= {node.id for node in subgraph.labelled("Actor")}
    judged = _bearing(store, set(claims), set(documents), statements, actors)
    others = sorted({id_ for j in judged for id_ in (j.actor, j.into) if id_} - actors)
    made = [
        Node(row["kind"], row["id"], {"name": row["name"]})
        for row in store.read("pack_actors", actors=sorted({*others, *actors}))
        if (row["id"], row["name"]) not in named
    ]
    return _Found(
        answer, tuple(claims), tuple(row["id"] for row in acting), tuple(documents),
        tuple(sorted(actors | {node.id for node in made})), tuple(judged), tuple(made),
    )  # fmt: skip


def _bearing(
    store: Store, claims: set[str], documents: set[str], statements: set[str], actors: set[str]
) -> list[Judgement]:
    """Return the judgements on what is in the pack: its statements, claims, documents and actors."""
    all_ = [standing.judgement for standing in judgements(store)]
    # Who is merged into one that is merged again is led on: each step of the way is needed.
    led, reached = set[str](), set(actors)
    while reached != led:
        led = set(reached)
        for j in all_:
            if j.kind in OF_ACTORS and j.actor in led:
                reached.add(j.into)
    return [
        j
        for j in all_
        if j.statement in statements
        or j.claim in claims
        or (j.kind == "merge" and {j.actor, j.into} & reached)
        or (j.kind == "split" and ({*j.documents} & documents or {*j.statements} & statements))
    ]


def _document(store: Store, document: str) -> Subgraph:
    subgraph = read_document(store.read, document)
    if subgraph is None:
        raise NotFoundError(f"the graph holds no document {document!r}")
    return subgraph
