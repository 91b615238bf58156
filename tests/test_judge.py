"""Judgements and links: kept apart from what documents say, and undone without loss."""

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import ask
from graph.contents import read_document
from graph.errors import ConflictError
from graph.export import export
from graph.judge import apply, undo
from graph.judgements import Judgement
from graph.models import Annotation
from graph.project import claim_id, project
from graph.store import Store
from graph.write import forget_document, write_document

from .test_write import Cypher, everything

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


# A town of three actors who may be one, and of documents that name them in every way.

PEOPLE = ("ada", "adah", "eda")
CLAIM = "The bridge is paid for"


def report(n: int, who: str, other: str, **changes: object) -> Annotation:
    """A document of `who` asserting or denying a claim about `other`, with all edges that can lead to actors."""
    text = f"{n}: {who} on {other}"
    act = "denies" if n % 2 else "asserts"
    kinds = {"crowd": "Collective", "voices": "AnonymousSource"}
    actors = [
        {"id": id_, "kind": kinds.get(id_, "Person"), "name": id_.title(), "aliases": [f"{id_} {n}"]}
        for id_ in dict.fromkeys((who, other, "crowd", "voices"))
    ]
    actors[0] |= {"member_of": ["crowd"], "roles": [{"post": "Mayor", "organization": other}]}
    actors[-1] |= {"affiliation": who}
    span = {"start": 0, "end": len(text), "exact": text}
    data = {
        "document": {"title": text, "text": text, "published": f"2026-01-0{n + 1}", "publisher": other},
        "extraction": {"reader": "hand", "version": "1"},
        "actors": actors,
        "plans": [{"id": "p", "name": "P"}],
        "terms": [{"id": "p:t", "part_of": "p", "name": "T", "text": "T", "binds": [who, other]}],
        "claims": [{"id": "c", "text": CLAIM, "about": [other]}, {"id": "d", "text": f"{CLAIM} twice"}],
        "statements": [
            {"id": "s", "speakers": sorted({who, other}), act: ["c"], "span": span},
            {"id": "t", "speakers": ["voices"], "asserts": ["d"], "span": span, "reported_by": "s"},
            {"id": "u", "speakers": [who], "unlinked": "denies", "refers_to": [other], "span": span},
        ],
    }
    return Annotation.model_validate({**data, **changes})


PAIRS = [("ada", "adah"), ("adah", "eda"), ("ada", "ada"), ("eda", "ada"), ("eda", "zoe")]
REPORTS = [project(report(n, *pair)) for n, pair in enumerate(PAIRS)]
STATEMENTS = [subgraph.labelled("Statement")[0].id for subgraph in REPORTS]
UNLINKED = [s.id for r in REPORTS for s in r.labelled("Statement") if "unlinked" in s.properties]
CLAIM_ID = claim_id(CLAIM)
JUDGEMENTS = [
    Judgement("merge", "adah", "ada"),
    Judgement("merge", "eda", "adah", reason="One town, one mayor", by="Zoe"),
    Judgement("merge", "eda", "zoe"),
    Judgement("merge", "ada", "eda"),
    Judgement("split", "ada", "anna", "Anna", documents=(REPORTS[0].document.id,)),
    Judgement("split", "adah", "zoe", "Zoe", statements=(STATEMENTS[1],)),
    Judgement("split", "ada", "eda", "Eda", documents=(REPORTS[2].document.id,)),
    Judgement("merge", "anna", "zoe"),
    Judgement("link", statement=UNLINKED[1], claim=CLAIM_ID),
    Judgement("link", statement=UNLINKED[2]),
]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, len(REPORTS) - 1)),
        st.tuples(st.just("forget"), st.integers(0, len(REPORTS) - 1)),
        st.tuples(st.just("judge"), st.integers(0, len(JUDGEMENTS) - 1)),
        st.tuples(st.just("undo"), st.integers(0, len(JUDGEMENTS) - 1)),
    ),
    min_size=2,
    max_size=14,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_the_order_of_writing_and_judging_does_not_matter(
    store: Store, cypher: Cypher, steps: list[tuple[str, int]]
) -> None:
    cypher("MATCH (n) DETACH DELETE n")
    written, judged = set[int](), set[int]()
    for step, n in steps:
        take(store, step, n, written, judged)
    assert_raw(store, written)
    before = everything(cypher)
    cypher("MATCH (n) DETACH DELETE n")
    for n in sorted(written, reverse=True):
        write_document(store, REPORTS[n])
    for n in sorted(judged):
        store.write(lambda tx, n=n: apply(tx, JUDGEMENTS[n]))
    assert everything(cypher) == before
    for n in sorted(judged):
        undo(store, JUDGEMENTS[n].id)
    judged_away = everything(cypher)
    cypher("MATCH (n) DETACH DELETE n")
    for n in sorted(written):
        write_document(store, REPORTS[n])
    assert everything(cypher) == judged_away


def take(store: Store, step: str, n: int, written: set[int], judged: set[int]) -> None:
    if step == "write":
        write_document(store, REPORTS[n])
        written.add(n)
    elif step == "forget" and n in written:
        forget_document(store, REPORTS[n].document.id)
        written.discard(n)
    elif step == "judge":
        with suppress(ConflictError):
            store.write(lambda tx: apply(tx, JUDGEMENTS[n]))
            judged.add(n)
    elif step == "undo" and n in judged:
        undo(store, JUDGEMENTS[n].id)
        judged.discard(n)


def assert_raw(store: Store, written: set[int]) -> None:
    """What documents say is read back as they say it, whatever is judged."""
    for n in written:
        assert read_document(store.read, REPORTS[n].document.id) == REPORTS[n]
