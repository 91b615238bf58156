"""Judgements and links: kept apart from what documents say, and undone without loss."""

from graph import ask
from graph.contents import read_document
from graph.export import export
from graph.models import Annotation
from graph.project import project
from graph.store import Store
from graph.write import write_document

BASE = "https://counterclaim.example/id/"


def unlinked(text: str, published: str, **statement: object) -> Annotation:
    """A document in which Bo denies claims of Ada that it does not tell."""
    people = [{"id": name, "kind": "Person", "name": name.title()} for name in ("ada", "bo")]
    return Annotation.model_validate(
        {
            "document": {"title": text, "text": text, "published": published},
            "extraction": {"reader": "hand", "version": "1"},
            "actors": people,
            "statements": [
                {"id": "s", "speakers": ["bo"], "unlinked": "denies", "refers_to": ["ada"],
                 "span": {"start": 0, "end": len(text), "exact": text}, **statement}
            ],
        }
    )  # fmt: skip


def test_a_denial_of_an_unnamed_claim_is_kept_as_such(store: Store) -> None:
    subgraph = project(unlinked("Bo denied the claims of Ada", "2026-01-02"))
    write_document(store, subgraph)
    assert read_document(store.read, subgraph.document.id) == subgraph
    (said,) = ask.actor(store, "bo").statements
    assert (said.unlinked, said.acts, [a.id for a in said.refers_to]) == ("denies", [], ["ada"])
    assert "cc:refersTo" in export(store, BASE)
