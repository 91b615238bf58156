"""Judgements and links: kept apart from what documents say, and undone without loss."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from rdflib import RDF, URIRef
from starlette.testclient import TestClient

from api.main import create_app
from graph import ask
from graph.cli import app
from graph.contents import read_document
from graph.errors import ConflictError, InputError, NotFoundError
from graph.export import FORMATS, export
from graph.ingest import RDF_FORMATS, ingest
from graph.judge import apply, judgements, link, merge, split, undo
from graph.judgements import Judgement
from graph.models import Annotation
from graph.ontology import CC
from graph.project import claim_id, project
from graph.read.rdf import load_rdf
from graph.review import review
from graph.settings import Settings
from graph.store import Store
from graph.write import forget_document, write_document

from .conftest import put
from .samples import saying
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
CLAIM_ID = claim_id(CLAIM)


def report(n: int, who: str, other: str, **changes: object) -> Annotation:
    """A document of `who` on `other`, with all edges that can lead to actors."""
    text = f"{n}: {who} on {other}"
    act = "denies" if n % 2 else "asserts"
    voices = f"voices-of-{who}"
    kinds = {"crowd": "Collective", voices: "AnonymousSource"}
    actors = [
        {"id": id_, "kind": kinds.get(id_, "Person"), "name": id_.title(), "aliases": [f"{id_} {n}"]}
        for id_ in dict.fromkeys((who, other, "crowd", voices))
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
            {"id": "t", "speakers": [voices], "asserts": ["d"], "span": span, "reported_by": "s"},
            {"id": "u", "speakers": [who], "unlinked": "denies", "refers_to": [other], "span": span},
        ],
    }
    return Annotation.model_validate({**data, **changes})


PAIRS = [("ada", "adah"), ("adah", "eda"), ("ada", "ada"), ("eda", "ada"), ("eda", "zoe")]
REPORTS = [project(report(n, *pair)) for n, pair in enumerate(PAIRS)]
STATEMENTS = [
    next(e.start[1] for e in r.edges.values() if e.name in ("asserts", "denies") and e.end[1] == CLAIM_ID)
    for r in REPORTS
]
UNLINKED = [s.id for r in REPORTS for s in r.labelled("Statement") if "unlinked" in s.properties]
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


@examples(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
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


def saying_of(
    act: str, who: str, text: str, published: str, claim: str = "It rains", **actor: object
) -> Annotation:
    """A document in which `who` does something to a claim about Bo."""
    data = saying(act, who, text=text, published=published, claim=claim).model_dump()
    bo = {"id": "bo", "kind": "Person", "name": "Bo"}
    actors = [{**data["actors"][0], **actor}, *([bo] if who != "bo" else [])]
    claims = [{**data["claims"][0], "about": ["bo"]}]
    return Annotation.model_validate({**data, "actors": actors, "claims": claims})


def put_dispute(store: Store) -> None:
    put(store, saying_of("asserts", "ada", "Ada: it rains", "2026-01-01"))
    put(store, saying_of("denies", "adah", "Adah: it does not", "2026-01-02"))


def test_who_is_judged_to_be_one_speaks_as_one(store: Store, cypher: Cypher) -> None:
    put_dispute(store)
    before = everything(cypher)
    assert [d.status for d in ask.disputes(store).items] == ["disputed"]
    made = merge(store, "ada", "adah", reason="one mayor", by="Zoe")
    assert ask.disputes(store).items == []
    (dispute,) = ask.disputes(store, status=None, actor="adah").items
    assert (dispute.claimed_by, dispute.denied_by) == (["Ada"], ["Ada"])
    found = ask.actor(store, "adah")
    assert (found.id, found.aliases, [a.id for a in found.merged_from]) == ("ada", ["Adah"], ["adah"])
    assert len(found.statements) == 2
    assert [a.id for a in ask.actors(store).items] == ["ada", "bo"]
    assert [a.id for a in ask.actors(store, text="adah").items] == ["ada"]
    assert {h.id for h in ask.search(store, "adah", kind="Person").items} == {"ada"}
    ends = "MATCH (:Statement)-[r:SPOKEN_BY]->(a) RETURN a.id AS a, r.as AS raw ORDER BY raw"
    assert cypher(ends) == [{"a": "ada", "raw": ["adah"]}, {"a": "ada", "raw": None}]
    assert undo(store, made.id) == made
    assert everything(cypher) == before


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_chains_are_undone_in_any_order(store: Store, cypher: Cypher, order: tuple[int, ...]) -> None:
    for n in (0, 1, 3):
        write_document(store, REPORTS[n])
    before = everything(cypher)
    made = [
        merge(store, "ada", "adah"),
        merge(store, "adah", "eda"),
        split(store, "eda", "zoe", statements=[STATEMENTS[3]]),
    ]
    assert ask.actor(store, "eda").id == "ada"
    assert {a.id for a in ask.actor(store, "ada").merged_from} == {"adah", "eda"}
    for n in order:
        undo(store, made[n].id)
    assert everything(cypher) == before


def test_a_split_takes_what_it_names_and_no_more(store: Store, cypher: Cypher) -> None:
    put_dispute(store)
    put(store, saying_of("asserts", "ada", "Ada again: it rains", "2026-01-03"))
    before = everything(cypher)
    first, again = (
        row["id"]
        for row in cypher(
            "MATCH (d:Document)-[:MENTIONS]->(:Actor {id: 'ada'}) RETURN d.id AS id ORDER BY d.published"
        )
    )
    made = split(store, "ada", "ada-the-elder", name="Ada the Elder", documents=[again])
    assert [a.name for a in ask.actors(store).items] == ["Ada", "Ada the Elder", "Adah", "Bo"]
    assert [s.document.id for s in ask.actor(store, "ada-the-elder").statements] == [again]
    assert [s.document.id for s in ask.actor(store, "ada").statements] == [first]
    (dispute,) = ask.disputes(store).items
    assert dispute.claimed_by == ["Ada", "Ada the Elder"]
    undo(store, made.id)
    assert everything(cypher) == before


def test_a_split_waits_for_its_places(store: Store, cypher: Cypher) -> None:
    """Nobody is left in the graph whom no document means."""
    put_dispute(store)
    put(store, saying_of("asserts", "ada", "Ada again: it rains", "2026-01-03"))
    again = project(saying_of("asserts", "ada", "Ada again: it rains", "2026-01-03"))
    made = split(store, "ada", "anna", documents=[again.document.id])
    merge(store, "anna", "adah")
    after = everything(cypher)
    forget_document(store, again.document.id)
    assert [standing.waits for standing in judgements(store)] == [True, True]
    assert [a.id for a in ask.actors(store).items] == ["ada", "adah", "bo"]
    assert made in [standing.judgement for standing in judgements(store)]
    write_document(store, again)
    assert everything(cypher) == after


def test_who_is_there_already_keeps_the_name(store: Store) -> None:
    put_dispute(store)
    put(store, saying_of("asserts", "ada", "Ada again: it rains", "2026-01-03"))
    first, second = (s.document.id for s in ask.actor(store, "ada").statements)
    assert split(store, "ada", "adah", documents=[first]).name == "Adah"
    undo(store, judgements(store)[0].judgement.id)
    split(store, "ada", "anna", name="Anna", documents=[first])
    with pytest.raises(ConflictError, match="'anna' is known already, as 'Anna'"):
        split(store, "ada", "anna", name="Anne", documents=[second])
    assert split(store, "ada", "anna", documents=[second]).name == "Anna"
    undo(store, Judgement("split", "ada", "anna", documents=(second,)).id)
    split(store, "ada", "anna", name="Anne", documents=[first])
    assert ask.actor(store, "anna").name == "Anne"


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_judgements_alone_are_a_file(
    store: Store, settings: Settings, cypher: Cypher, tmp_path: Path, format_: str
) -> None:
    put_dispute(store)
    merge(store, "ada", "adah")
    after = everything(cypher)
    documents = [read_document(store.read, row["id"]) for row in store.read("document_ids")]
    for subgraph in documents:
        assert subgraph is not None
        forget_document(store, subgraph.document.id)
    file = tmp_path / f"judgements.{format_}"
    file.write_text(export(store, BASE, format_), encoding="utf-8")
    cypher("MATCH (n) DETACH DELETE n")
    (report,) = ingest(file, settings, store)
    assert (report.counts, report.written) == ({"Judgement": 1}, None)
    for subgraph in documents:
        assert subgraph is not None
        write_document(store, subgraph)
    assert everything(cypher) == after


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_who_only_a_split_knows_is_exported(
    store: Store, settings: Settings, cypher: Cypher, tmp_path: Path, format_: str
) -> None:
    put_dispute(store)
    split(store, "ada", "anna", name="Anna", documents=[ask.actor(store, "ada").statements[0].document.id])
    text, file, before = export(store, BASE, format_), tmp_path / f"graph.{format_}", everything(cypher)
    file.write_text(text, encoding="utf-8")
    anna = URIRef(f"{BASE}actor/anna")
    graph = load_rdf(file, RDF_FORMATS[f".{format_}"])
    assert (str(graph.value(anna, CC.name)), (anna, RDF.type, CC.Person) in graph) == ("Anna", True)
    cypher("MATCH (n) DETACH DELETE n")
    ingest(file, settings, store)
    assert (everything(cypher), export(store, BASE, format_)) == (before, text)


def test_a_file_cannot_contradict_a_link(store: Store, cypher: Cypher) -> None:
    put(store, saying_of("asserts", "ada", "Ada: it rains", "2026-01-01"))
    put(store, DENIAL)
    said = project(DENIAL).labelled("Statement")[0].id
    link(store, said, claim_id("It rains"))
    before = everything(cypher)
    with pytest.raises(ConflictError, match="judged already that"):
        store.write(lambda tx: apply(tx, Judgement("link", statement=said)))
    assert everything(cypher) == before


STATE = {"id": "land", "kind": "State", "name": "Land"}
REFUSED = {
    "another kind": (lambda s: merge(s, "ada", "land"), ConflictError, "is a State"),
    "itself": (lambda s: merge(s, "ada", "ada"), ConflictError, "the same actor already"),
    "an unknown actor": (lambda s: merge(s, "ada", "zoe"), NotFoundError, "no actor 'zoe'"),
    "a circle": (lambda s: merge(s, "adah", "ada"), ConflictError, "would lead to itself"),
    "a second one": (lambda s: merge(s, "bo", "adah"), ConflictError, "judged already"),
    "two Wikidata items": (lambda s: merge(s, "bo", "cy"), ConflictError, "'bo' is Q1 and 'cy' is Q2"),
    "an id that is none": (
        lambda s: split(s, "ada", "Zoe / 2", statements=["0"]), InputError, "cannot be the id"),
    "no id": (lambda s: split(s, "ada", "", statements=["0"]), InputError, "cannot be the id"),
    "a split of nothing": (lambda s: split(s, "ada", "zoe"), InputError, "which documents or statements"),
    "a place that does not name it": (
        lambda s: split(s, "ada", "zoe", documents=["0123456789abcdef"]), NotFoundError, "names 'ada'"),
    "a link of what says its claim": (
        lambda s: link(s, ask.actor(s, "bo").statements[0].id, ""), InputError, "says itself"),
    "a link of nothing": (lambda s: link(s, "0123456789abcdef", ""), NotFoundError, "no statement"),
    "an undone judgement": (lambda s: undo(s, "0123456789abcdef"), NotFoundError, "no judgement"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_judged_is_refused_whole(store: Store, cypher: Cypher, name: str) -> None:
    put_dispute(store)
    data = saying_of("asserts", "bo", "Bo: it rains", "2026-01-01", wikidata="Q1").model_dump()
    cy = {"id": "cy", "kind": "Person", "name": "Cy", "wikidata": "Q2"}
    put(store, Annotation.model_validate({**data, "actors": [*data["actors"], STATE, cy]}))
    merge(store, "ada", "adah")
    before = everything(cypher)
    judge, error, message = REFUSED[name]
    with pytest.raises(error, match=message):
        judge(store)
    assert everything(cypher) == before


def test_who_said_one_thing_may_be_of_another_kind(store: Store, cypher: Cypher) -> None:
    said = put(store, saying("asserts", "land", text="Land: yes", published="2026-01-01", kind="State"))
    put(store, saying_of("asserts", "ada", "Ada: yes", "2026-01-02"))
    (statement,) = ask.document(store, said.document).statements
    before = everything(cypher)
    made = split(store, "land", "ada", statements=[statement.id])
    assert [speaker.id for speaker in ask.statement(store, statement.id).speakers] == ["ada"]
    assert {row["kind"] for row in store.read("actors_held", actors=["ada", "land"])} == {"Person", "State"}
    with pytest.raises(ConflictError, match="is a State"):  # A document names one actor; that is of one kind.
        split(store, "land", "ada", documents=[said.document])
    undo(store, made.id)
    assert everything(cypher) == before


def test_a_document_that_contradicts_a_judgement_is_refused(store: Store, cypher: Cypher) -> None:
    put_dispute(store)
    merge(store, "ada", "adah")
    put(store, saying_of("asserts", "ada", "Ada: yes", "2026-01-04", wikidata="Q1"))
    before = everything(cypher)
    with pytest.raises(ConflictError, match="at Wikidata"):
        put(store, saying_of("asserts", "adah", "Adah: yes", "2026-01-04", wikidata="Q2"))
    assert everything(cypher) == before


def test_a_judgement_waits_for_what_is_forgotten(store: Store, cypher: Cypher) -> None:
    put_dispute(store)
    made = merge(store, "ada", "adah")
    after = everything(cypher)
    subgraph = project(saying_of("denies", "adah", "Adah: it does not", "2026-01-02"))
    forget_document(store, subgraph.document.id)
    assert [(s.judgement, s.waits) for s in judgements(store)] == [(made, True)]
    assert ask.actor(store, "ada").merged_from == []
    write_document(store, subgraph)
    assert everything(cypher) == after


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_judgements_come_back_from_an_export(
    store: Store, settings: Settings, cypher: Cypher, tmp_path: Path, format_: str
) -> None:
    for n in (0, 1, 3):
        write_document(store, REPORTS[n])
    for judgement in (JUDGEMENTS[0], JUDGEMENTS[1], JUDGEMENTS[4], JUDGEMENTS[8], JUDGEMENTS[9]):
        store.write(lambda tx, j=judgement: apply(tx, j))
    before, file = everything(cypher), tmp_path / f"graph.{format_}"
    file.write_text(export(store, BASE, format_), encoding="utf-8")
    assert JUDGEMENTS[0].id in file.read_text(encoding="utf-8")
    assert JUDGEMENTS[0].id not in export(store, BASE, format_, document=REPORTS[0].document.id)
    cypher("MATCH (n) DETACH DELETE n")
    ingest(file, settings, store)
    assert everything(cypher) == before
    assert export(store, BASE, format_) == file.read_text(encoding="utf-8")


def test_a_forged_judgement_is_refused(store: Store, settings: Settings, tmp_path: Path) -> None:
    put_dispute(store)
    made, file = merge(store, "ada", "adah"), tmp_path / "graph.ttl"
    text = export(store, BASE)
    assert 'cc:actor "adah"' in text
    file.write_text(text.replace('cc:actor "adah"', 'cc:actor "bo"'), encoding="utf-8")
    with pytest.raises(InputError, match=f"judgement {made.id}: the id is not"):
        ingest(file, settings, store)
    file.write_text(text.replace('cc:act "merge"', 'cc:act "link"'), encoding="utf-8")
    with pytest.raises(InputError, match="must be a merge"):
        ingest(file, settings, store)


def test_writers_and_judges_at_once(store: Store, cypher: Cypher) -> None:
    texts = [
        saying_of("asserts", ("ada", "adah", "eda")[n % 3], f"it rains {n}", "2026-01-01") for n in range(12)
    ]
    for annotation in texts[:3]:
        put(store, annotation)
    steps = [lambda a=a: put(store, a) for a in texts[3:]]
    steps[2:2] = [lambda: merge(store, "ada", "adah"), lambda: merge(store, "adah", "eda")]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda step: step(), steps))
    parallel = everything(cypher)
    cypher("MATCH (n) DETACH DELETE n")
    for annotation in texts:
        put(store, annotation)
    merge(store, "ada", "adah")
    merge(store, "adah", "eda")
    assert everything(cypher) == parallel


# Links of denials across documents.

LINKS = """
MATCH (s)-[r:DENIES]->(c) WHERE r.basis IS NOT NULL
RETURN c.text AS claim, r.basis AS basis, r.sureness AS sure
"""
DENIAL = unlinked("Bo denied the claims of Ada", "2026-01-02")


def test_a_denial_is_linked_when_one_claim_fits(store: Store, cypher: Cypher) -> None:
    put(store, DENIAL)
    assert cypher(LINKS) == []
    claim = saying_of("asserts", "ada", "Ada: it rains", "2026-01-01")
    put(store, claim)
    (made,) = cypher(LINKS)
    assert made == {
        "claim": "It rains",
        "basis": "the only claim of Ada about Bo published by then",
        "sure": 0.8,
    }
    (dispute,) = ask.disputes(store).items
    assert dispute.denied_by == ["Bo"]
    assert (dispute.denying[0].link_basis, dispute.denying[0].unlinked) == (made["basis"], "denies")
    assert cypher("MATCH (:Actor {id: 'bo'})-[:DISPUTES]->(c) RETURN c.text AS c") == [{"c": "It rains"}]
    assert read_document(store.read, project(DENIAL).document.id) == project(DENIAL)
    put(store, saying_of("asserts", "ada", "Ada: it pours", "2026-01-01", claim="It pours"))
    assert cypher(LINKS) == []
    forget_document(store, project(claim).document.id)
    assert [row["claim"] for row in cypher(LINKS)] == ["It pours"]


def test_a_linked_denial_is_not_told_as_unidentified(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    put(store, DENIAL)
    app(["actor", "bo"], standalone_mode=False)
    assert "denies: a claim by Ada" in capsys.readouterr().out
    put(store, saying_of("asserts", "ada", "Ada: it rains", "2026-01-01"))
    app(["actor", "bo"], standalone_mode=False)
    told = capsys.readouterr().out
    assert "denies: It rains" in told
    assert "a claim by Ada" not in told


def test_sources_of_whom_the_words_mean_count(store: Store, cypher: Cypher) -> None:
    put(store, DENIAL)
    data = saying_of("asserts", "aides", "Aides: it rains", "2026-01-01").model_dump()
    aides = {"id": "aides", "kind": "AnonymousSource", "name": "Aides", "affiliation": "ada"}
    ada = {"id": "ada", "kind": "Person", "name": "Ada"}
    put(store, Annotation.model_validate({**data, "actors": [aides, ada, data["actors"][1]]}))
    assert [row["claim"] for row in cypher(LINKS)] == ["It rains"]


UNFIT = {
    "published later": saying_of("asserts", "ada", "Ada: it rains", "2026-01-03"),
    "published nobody knows when": saying_of("asserts", "ada", "Ada: it rains", "2026"),
    "somebody else's": saying_of("asserts", "cy", "Cy: it rains", "2026-01-01"),
    "about somebody else": saying("asserts", "ada", text="Ada: it rains", published="2026-01-01"),
    "the denier's own": saying_of("asserts", "bo", "Bo: it rains", "2026-01-01"),
}


@pytest.mark.parametrize("name", UNFIT)
def test_what_does_not_fit_strictly_stays_open(store: Store, cypher: Cypher, name: str) -> None:
    put(store, UNFIT[name])
    put(store, DENIAL)
    assert cypher(LINKS) == []
    assert [d.statement.exact for d in review(store, Settings()).denials] == ["Bo denied the claims of Ada"]


@pytest.mark.parametrize("order", list(permutations(("ada", "bea", "cid"))))
def test_who_claims_a_candidate_is_told_in_one_order(store: Store, order: tuple[str, ...]) -> None:
    for who in order:
        put(store, saying_of("asserts", who, f"{who}: it rains", "2026-01-03"))
    put(store, DENIAL)
    (open_,) = review(store, Settings()).denials
    assert [candidate.claimants for candidate in open_.candidates] == [["Ada", "Bea", "Cid"]]


def test_a_person_links_what_rules_cannot(store: Store, cypher: Cypher) -> None:
    for claim in ("It rains", "It pours"):
        put(store, saying_of("asserts", "ada", f"Ada: {claim}", "2026-01-01", claim=claim))
    put(store, DENIAL)
    (open_,) = review(store, Settings()).denials
    assert {(c.text, c.score) for c in open_.candidates} == {("It rains", 0.9), ("It pours", 0.9)}
    assert open_.candidates[0].why[:2] == ["claimed by whom the words mean", "about the speaker"]
    before = everything(cypher)
    made = link(store, open_.statement.id, claim_id("It pours"), by="Zoe", reason="she said so")
    assert cypher(LINKS) == [{"claim": "It pours", "basis": "judged by Zoe: she said so", "sure": 1.0}]
    assert review(store, Settings()).denials == []
    undo(store, made.id)
    assert everything(cypher) == before
    link(store, open_.statement.id, "")
    assert review(store, Settings()).denials == []
    forget_document(store, project(saying_of("asserts", "ada", "Ada: It pours", "2026-01-01")).document.id)
    assert cypher(LINKS) == []


def test_each_link_tells_its_reason(store: Store) -> None:
    for claim in ("It rains", "It pours"):
        put(store, saying_of("asserts", "ada", f"Ada: {claim}", "2026-01-01", claim=claim))
    put(store, DENIAL)
    said = project(DENIAL).labelled("Statement")[0].id
    link(store, said, claim_id("It rains"), by="Zoe", reason="she said so")
    link(store, said, claim_id("It pours"))
    (statement,) = ask.actor(store, "bo").statements
    assert statement.link_basis == "judged by Zoe: she said so; judged by a person"


def test_a_retraction_that_a_person_links_ends_other_links(store: Store, cypher: Cypher) -> None:
    put(store, saying_of("asserts", "ada", "Ada: it rains", "2026-01-01"))
    put(store, DENIAL)
    text = "Ada took it back"
    sorry = unlinked(text, "2026-01-03", speakers=["ada"], unlinked="retracts", refers_to=[])
    put(store, sorry)
    assert len(cypher(LINKS)) == 1
    said = next(s.id for s in project(sorry).labelled("Statement"))
    made = link(store, said, claim_id("It rains"))
    assert cypher(LINKS) == []
    undo(store, made.id)
    assert len(cypher(LINKS)) == 1


def test_actors_that_may_be_one_are_proposed_and_no_others(store: Store) -> None:
    names = {
        "steve-witkoff": "Steve Witkoff", "steve-witkov": "Steve Witkov", "ann-holmgren": "Ann Holmgren",
        "a-holmgren": "A. Holmgren", "bea-johnson": "Bea Johnson", "bea-johnston": "Bea Johnston",
    }  # fmt: skip
    text = "It rains"
    data = saying("asserts", "ann", text=text, published="2026-01-01").model_dump()
    people = [{"id": id_, "kind": "Person", "name": name} for id_, name in names.items()]
    states = [
        {"id": id_, "kind": "State", "name": id_.title()} for id_ in ("iran", "iraq", "niger", "nigeria")
    ]
    put(store, Annotation.model_validate({**data, "actors": [*data["actors"], *people, *states]}))
    pairs = {(pair.one.id, pair.other.id) for pair in review(store, Settings()).alike}
    assert pairs == {("steve-witkoff", "steve-witkov"), ("a-holmgren", "ann-holmgren")}
    split(store, "ann-holmgren", "a-holmgren", documents=[store.read("document_ids")[0]["id"]])
    assert {(p.one.id, p.other.id) for p in review(store, Settings()).alike} == {
        ("steve-witkoff", "steve-witkov")
    }


def test_the_unsure_are_shown(store: Store) -> None:
    put(store, saying("asserts", "ada", text="perhaps", published="2026-01-01", confidence=0.3))
    put(store, saying("asserts", "ada", text="surely", published="2026-01-01"))
    put(
        store,
        saying("asserts", "ada", text="seen", published="2026-01-01", confidence=0.3, review="accepted"),
    )
    assert [s.exact for s in review(store, Settings()).unsure] == ["perhaps"]


def test_the_service_knows_what_is_merged(store: Store) -> None:
    put_dispute(store)
    merge(store, "ada", "adah")
    with TestClient(create_app(Settings(), store)) as client:
        assert client.get("/actors/adah").json()["id"] == "ada"
        assert client.get("/disputes?actor=adah").json()["items"] == []
        assert client.get("/review").json()["denials"] == []


def test_the_command_line(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    put_dispute(store)
    put(store, DENIAL)

    def run(*words: str) -> str:
        app([*words], standalone_mode=False)
        return capsys.readouterr().out

    made = run("actors", "merge", "ada", "adah", "--reason", "one mayor").split()[1].rstrip(":")
    assert "adah is merged into ada" in run("actors", "judgements")
    assert run("judgements", "undo", made) == f"undone {made}: adah is merged into ada\n"
    assert run("actors", "judgements") == "No judgements.\n"
    assert "Denials whose claim is unknown: 0" in run("review")
    for n in (1, 2):
        put(store, unlinked(f"{n}: Bo denied the claims of Cy", "2026-01-02", refers_to=[]))
    assert "Denials whose claim is unknown: 1 or more; see others with --limit" in run(
        "review", "--limit", "1"
    )
    assert "Denials whose claim is unknown: 2\n" in run("review")
    said = project(DENIAL).labelled("Statement")[0].id
    assert "means no claim of the graph" in run("link", said)
    document = project(DENIAL).document.id
    assert "is bo-the-younger" in run(
        "actors", "split", "bo", "--as", "bo-the-younger", "--document", document
    )
