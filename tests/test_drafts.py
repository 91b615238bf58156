"""Drafts of small plans: in which order they stand, what is a step."""

from graph.ask.lineage import lineage
from graph.models import Annotation
from graph.store import Store
from tests.conftest import put


def draft(name: str, published: str | None, *texts: str, dated: str | None = None) -> Annotation:
    terms = [
        {"id": f"p:{name}:t{n}", "part_of": f"p:{name}", "name": f"T{n}", "text": t}
        for n, t in enumerate(texts)
    ]
    return Annotation.model_validate({
        "document": {"title": name, "text": f"{name}: {' '.join(texts)}", "published": published},
        "extraction": {"reader": "hand", "version": "1"},
        "plans": [{"id": "p", "name": "P"}],
        "versions": [{"id": f"p:{name}", "plan": "p", "name": name, "dated": dated}],
        "terms": terms,
    })  # fmt: skip


def test_drafts_without_a_date_stand_by_publication(store: Store) -> None:
    put(store, draft("b", "2033-01-02", "The bridge is closed to lorries."))
    put(store, draft("a", "2033-01-03", "The bridge is closed to lorries."))
    put(store, draft("c", "2033-09-09", "The bridge is closed to lorries and vans.", dated="2032-12-30"))
    put(store, draft("named-only", "2033-01-04"))
    line = lineage(store, "p")
    assert line.versions == ("p:c", "p:b", "p:a")
    assert (line.status("p:b:t0"), line.status("p:c:t0"), line.step("p:c:t0")) == (
        "carried",
        "stale",
        "reworded",
    )
