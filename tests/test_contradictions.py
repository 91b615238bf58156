"""Different values for one provision: between documents, and within one."""

from pathlib import Path
from typing import Any

from graph import ask
from graph.models import Annotation
from graph.project import project
from graph.store import Store
from graph.write import forget_document, write_document

from .test_cli import run
from .test_extract import read


def document(text: str, published: str, term: dict[str, Any], version: str | None = None) -> Annotation:
    of = f"canal:{version}" if version else "canal"
    return Annotation.model_validate(
        {
            "document": {"title": text, "text": text, "published": published},
            "extraction": {"reader": "hand", "version": "1"},
            "plans": [{"id": "canal", "name": "Canal treaty"}],
            "versions": [{"id": of, "plan": "canal", "name": "second draft"}] if version else [],
            "terms": [{"id": f"{of}:army", "part_of": of, "name": "Army", "text": text, **term}],
        }
    )


def put(store: Store, *documents: Annotation) -> list[str]:
    return [write_document(store, project(one)).document for one in documents]


def test_values_with_their_documents_and_dates(store: Store) -> None:
    put(
        store,
        document("The army is limited to 500 men", "2030-01-02", {"amount": 500, "unit": "men"}),
        document("The army may have 400 men", "2030-01-01", {"amount": 400, "unit": "men"}),
        document("No more than 400 men", "2030-01-03", {"amount": 400, "unit": "men"}),
    )
    (found,) = ask.contradictions(store).items
    assert found.term is not None
    assert (found.kind, found.term.id, found.property) == ("two-values", "canal:army", "amount")
    assert [(v.value, v.unit, [d.published for d in v.documents]) for v in found.values] == [
        ("400", "men", ["2030-01-01", "2030-01-03"]),
        ("500", "men", ["2030-01-02"]),
    ]
    assert ask.contradictions(store, plan="canal").items == [found]
    assert ask.contradictions(store, plan="canal", since="2099").items == []


def test_agreement_is_no_contradiction(store: Store) -> None:
    put(
        store,
        document("The army is limited to 400 men", "2030-01-02", {"amount": 400}),
        document("The army may have 400.0 men", "2030-01-01", {"amount": "400.0"}),
        document("The army", "2030-01-01", {}),
    )
    assert ask.contradictions(store).items == []


def test_drafts_are_not_set_against_each_other(store: Store) -> None:
    put(
        store,
        document("The army is limited to 400 men", "2030-01-02", {"amount": 400}),
        document("The army is limited to 500 men", "2030-01-02", {"amount": 500}, "second-draft"),
    )
    assert ask.contradictions(store).items == []


def test_two_values_in_one_document(store: Store) -> None:
    put(
        store,
        document("400 men, later 500 men", "2030-01-02", {"amount": 400, "other_values": ["500 men"]}),
    )
    (found,) = ask.contradictions(store).items
    assert [v.value for v in found.values] == ["400", "500 men"]
    assert ask.term(store, "canal:army").other_values == ["500 men"]


def test_numbers_differ_page_by_page_and_what_is_forgotten_agrees(store: Store) -> None:
    first, _ = put(
        store,
        document("Point 2: 400 men", "2030-01-01", {"number": "2", "amount": 400}),
        document("Point 3: 500 men", "2030-01-02", {"number": "3", "amount": 500}),
    )
    page = ask.contradictions(store, limit=1)
    rest = ask.contradictions(store, limit=1, after=page.next)
    assert {page.items[0].property, rest.items[0].property} == {"amount", "number"}
    assert rest.next is None
    forget_document(store, first)
    assert ask.contradictions(store).items == []


def test_on_the_command_line(store: Store, tmp_path: Path) -> None:
    told = "Under the canal treaty, Peru must reduce its army to {} soldiers."
    paragraphs = ("The draft", "Wire | 2030-01-02", told.format("40,000"), told.format("50,000"))
    (tmp_path / "a.txt").write_text("\n\n".join(paragraphs))
    done = run("ingest", str(tmp_path / "a.txt"))
    assert "contradiction: two values" in " ".join((done.stdout + done.stderr).split())
    shown = run("contradictions").stdout
    assert "40000 soldiers" in shown
    assert "50,000 soldiers" in shown


def test_one_document_that_contradicts_itself() -> None:
    annotation = read(
        "Under the canal treaty, Peru must reduce its army to 40,000 soldiers.\n\n"
        "Under the canal treaty, Peru must reduce its army to 50,000 soldiers."
    )
    (term,) = annotation.terms
    assert (term.amount, term.other_values) == (40000, ("50,000 soldiers",))
    (notice,) = [o for o in annotation.omissions if o.kind == "contradiction"]
    assert "'40,000 soldiers' and '50,000 soldiers'" in notice.reason
    assert "50,000" in notice.span.exact
