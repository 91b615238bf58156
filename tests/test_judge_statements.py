"""Accepting and rejecting statements: beside what documents say, and undone without loss."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from graph import ask
from graph.cli import app
from graph.contents import read_document
from graph.errors import ConflictError, InputError, NotFoundError
from graph.export import FORMATS, export
from graph.ingest import ingest
from graph.judge import accept, apply, judgements, link, merge, reject, split, undo
from graph.judgements import Judgement
from graph.project import claim_id, project
from graph.review import review
from graph.settings import Settings
from graph.store import Store
from graph.subgraph import Subgraph
from graph.write import forget_document, write_document

from .conftest import put
from .samples import saying
from .test_judge import BASE, DENIAL, LINKS, saying_of, unlinked
from .test_write import Cypher, everything

CLAIM = saying_of("asserts", "ada", "Ada: it rains", "2026-01-01")


def only(subgraph: Subgraph) -> str:
    """The id of a document's one statement."""
    (statement,) = subgraph.labelled("Statement")
    return statement.id


def put_one(store: Store, annotation) -> str:
    put(store, annotation)
    return only(project(annotation))


def test_what_is_rejected_counts_nowhere_until_it_is_undone(store: Store, cypher: Cypher) -> None:
    put(store, CLAIM)
    denial = put_one(store, saying_of("denies", "cy", "Cy: it does not", "2026-01-02"))
    before = everything(cypher)
    made = reject(store, denial, reason="misread", by="Zoe")
    assert ask.disputes(store).items == []
    assert cypher("MATCH (:Actor)-[r:DISPUTES]->() RETURN r") == []
    (said,) = ask.actor(store, "cy").statements
    assert (said.review, said.judged) == ("rejected", [made.id])
    assert undo(store, made.id) == made
    assert everything(cypher) == before
    assert [d.status for d in ask.disputes(store).items] == ["disputed"]


@pytest.mark.parametrize("stated", ["unreviewed", "accepted", "rejected"])
@pytest.mark.parametrize("judge", [accept, reject])
def test_undo_restores_what_the_document_says(
    store: Store, cypher: Cypher, stated: str, judge: Callable[[Store, str], Judgement]
) -> None:
    subgraph = project(saying("asserts", "ada", text="It rains", published="2026-01-01", review=stated))
    write_document(store, subgraph)
    before = everything(cypher)
    made = judge(store, only(subgraph))
    assert judge(store, only(subgraph)) == made
    (said,) = ask.actor(store, "ada").statements
    assert (said.review, said.judged) == (f"{made.kind}ed", [made.id])
    assert read_document(store.read, subgraph.document.id) == subgraph
    assert write_document(store, subgraph).outcome == "unchanged"
    undo(store, made.id)
    assert everything(cypher) == before


def test_an_accepted_statement_counts_though_its_document_rejects_it(store: Store) -> None:
    put(store, CLAIM)
    said = put_one(store, saying("denies", "cy", text="Cy: no", published="2026-01-02", review="rejected"))
    assert ask.disputes(store).items == []
    accept(store, said)
    assert [d.denied_by for d in ask.disputes(store).items] == [["Cy"]]
