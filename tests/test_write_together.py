"""Documents written together: the graph is the one that writing them one by one gives."""

from dataclasses import replace

import pytest

from graph.contents import read_document
from graph.errors import ConflictError
from graph.generate import generate
from graph.judge import merge, split
from graph.models import Annotation
from graph.project import project
from graph.read.annotation import load_annotation
from graph.store import Store
from graph.subgraph import Subgraph
from graph.write import write_document, write_documents

from .conftest import annotations
from .samples import saying
from .test_write import Cypher, everything, named

SAMPLES = [project(load_annotation(path)) for path in annotations()]
SYNTHETIC = [project(annotation) for annotation in generate(4, seed=3)]


def emptied(cypher: Cypher) -> None:
    cypher("MATCH (n) DETACH DELETE n")


def outcomes(store: Store, subgraphs: list[Subgraph]) -> list[str]:
    return [written.outcome for written in write_documents(store, subgraphs)]


@pytest.mark.parametrize("subgraphs", [SAMPLES, SYNTHETIC], ids=["samples", "synthetic"])
def test_together_is_as_one_by_one(store: Store, cypher: Cypher, subgraphs: list[Subgraph]) -> None:
    for subgraph in subgraphs:
        write_document(store, subgraph)
    one_by_one = everything(cypher)
    emptied(cypher)
    assert set(outcomes(store, subgraphs[::-1])) == {"added"}
    assert everything(cypher) == one_by_one
    assert set(outcomes(store, subgraphs)) == {"unchanged"}
    assert everything(cypher) == one_by_one


def test_the_earliest_names_what_documents_written_together_name_differently(
    store: Store, cypher: Cypher
) -> None:
    stories = [named("Ada", "2026-01-03"), named("Ada B.", "2026-01-01"), named("A. B.", "2026-01-02")]
    write_documents(store, [project(story) for story in stories])
    assert cypher("MATCH (a:Actor {id: 'ada'}) RETURN a.name AS name") == [{"name": "Ada B."}]


def test_new_changed_and_unchanged_together(store: Store, cypher: Cypher) -> None:
    old, kept, new = (
        saying("asserts", "ada", text=f"Ada {n}: it rains", published="2026-01-01") for n in range(3)
    )
    changed = Annotation.model_validate(
        {**old.model_dump(), "actors": [{"id": "ada", "kind": "Person", "name": "Ada Holm"}]}
    )
    write_documents(store, [project(old), project(kept)])
    given = [project(new), project(changed), project(kept)]
    assert outcomes(store, given) == ["added", "replaced", "unchanged"]
    together = everything(cypher)
    emptied(cypher)
    for subgraph in given:
        write_document(store, subgraph)
    assert everything(cypher) == together


def test_one_document_twice_ends_as_the_last(store: Store, cypher: Cypher) -> None:
    first, last = (
        project(saying("asserts", "ada", text="Ada: it rains", published=date))
        for date in ("2026-01-01", "2026-01-02")
    )
    assert outcomes(store, [first, last]) == ["added", "replaced"]
    assert cypher("MATCH (d:Document) RETURN d.published AS p") == [{"p": "2026-01-02"}]


def test_judgements_hold_for_documents_written_together(store: Store, cypher: Cypher) -> None:
    first, second = (
        saying("asserts", "ada", text=f"{n}: it rains", published=f"2026-01-0{n}") for n in (1, 2)
    )
    third = saying("denies", "a-holm", text="Holm: no", published="2026-01-03")
    subgraphs = [project(each) for each in (first, second, third)]
    write_documents(store, subgraphs)
    merge(store, "ada", "a-holm")
    split(store, "ada", "other-ada", documents=[subgraphs[1].document.id])
    judged = everything(cypher)
    judgements = "MATCH (n) WHERE NOT n:Judgement AND NOT n:Revision DETACH DELETE n"
    cypher(judgements)
    write_documents(store, subgraphs)
    assert everything(cypher) == judged
    cypher(judgements)
    for subgraph in subgraphs[::-1]:
        write_document(store, subgraph)
    assert everything(cypher) == judged


def clashing(**actor: str) -> Subgraph:
    data = saying("asserts", "ada", text=f"Ada: it rains {actor}", published="2026-01-01").model_dump()
    return project(Annotation.model_validate({**data, "actors": [{**data["actors"][0], **actor}]}))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"wikidata": "Q1"}, {"wikidata": "Q2"}, "wikidata 'Q2' here, 'Q1' in the graph"),
        ({"kind": "Person"}, {"kind": "State"}, "a State here, a Person in the graph"),
    ],
)
def test_documents_that_contradict_each_other_are_refused_whole(
    store: Store, cypher: Cypher, one: dict[str, str], other: dict[str, str], why: str
) -> None:
    subgraphs = [clashing(**one), clashing(**other)]
    title = str(subgraphs[0].document.properties["title"])
    with pytest.raises(ConflictError) as caught:
        write_documents(store, subgraphs)
    assert why in str(caught.value)
    assert f"from {title!r}" in str(caught.value)
    assert everything(cypher) == []


def test_a_correction_clears_the_way_for_a_new_document(store: Store, cypher: Cypher) -> None:
    wrong = saying("asserts", "ada", text="Ada: it rains", published="2026-01-01", kind="State")
    right = {**wrong.model_dump(), "actors": [{"id": "ada", "kind": "Person", "name": "Ada"}]}
    new = saying("asserts", "ada", text="Ada again: it rains", published="2026-01-02")
    write_document(store, project(wrong))
    given = [project(new), project(Annotation.model_validate(right))]
    assert outcomes(store, given) == ["added", "replaced"]
    assert cypher("MATCH (a:Actor {id: 'ada'}) RETURN labels(a) AS l") == [{"l": ["Actor", "Person"]}]


def holding_statement_of(first: Subgraph, second: Subgraph) -> Subgraph:
    """The second document, its statement under the id of the first's: a file made by hand may say so."""
    (taken,), (own,) = first.labelled("Statement"), second.labelled("Statement")
    forged, ref = Subgraph(), ("Statement", taken.id)
    for node in second.nodes.values():
        forged.add(replace(node, id=taken.id) if node == own else node)
    for edge in second.edges.values():
        start, end = (ref if each == own.ref else each for each in (edge.start, edge.end))
        forged.add(replace(edge, start=start, end=end))
    return forged


@pytest.mark.parametrize("together", [True, False])
def test_no_document_takes_the_statement_of_another(store: Store, cypher: Cypher, together: bool) -> None:
    first, second = (
        project(saying("asserts", "ada", text=f"{n}: it rains", published="2026-01-01")) for n in (1, 2)
    )
    forged = holding_statement_of(first, second)
    if together:
        with pytest.raises(ConflictError, match="stands in two documents"):
            write_documents(store, [first, forged])
        assert everything(cypher) == []
        return
    write_document(store, first)
    before = everything(cypher)
    with pytest.raises(ConflictError, match="an id stands for something else"):
        write_document(store, forged)
    assert everything(cypher) == before
    assert read_document(store.read, first.document.id) == first
