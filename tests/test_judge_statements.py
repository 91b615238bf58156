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
from graph.models import Annotation
from graph.project import claim_id, project
from graph.read.annotation import load_annotation
from graph.review import review
from graph.settings import Settings
from graph.store import Store
from graph.subgraph import Subgraph
from graph.write import forget_document, write_document

from .conftest import annotations, put
from .samples import saying
from .test_judge import BASE, DENIAL, LINKS, saying_of, unlinked
from .test_write import Cypher, everything

CLAIM = saying_of("asserts", "ada", "Ada: it rains", "2026-01-01")


def only(subgraph: Subgraph) -> str:
    """The id of a document's one statement."""
    (statement,) = subgraph.labelled("Statement")
    return statement.id


def put_one(store: Store, annotation: Annotation) -> str:
    """Write a document of one statement; return its id."""
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


def test_a_rejected_retraction_takes_nothing_back(store: Store, cypher: Cypher) -> None:
    """Nor one that only a person linked."""
    put(store, CLAIM)
    told = put_one(store, saying_of("retracts", "ada", "Ada: it was not so", "2026-01-02"))
    vague = unlinked("Ada took it back", "2026-01-03", speakers=["ada"], unlinked="retracts", refers_to=[])
    link(store, put_one(store, vague), claim_id("It rains"))
    claims = "MATCH (:Actor {id: 'ada'})-[r:CLAIMS]->() RETURN r.count AS n"
    for statement in (told, only(project(vague))):
        assert cypher(claims) == []
        reject(store, statement)
    assert cypher(claims) == [{"n": 1}]


def test_links_follow_what_is_rejected(store: Store, cypher: Cypher) -> None:
    said = [
        put_one(store, saying_of("asserts", "ada", f"Ada: {claim}", "2026-01-01", claim=claim))
        for claim in ("It rains", "It pours")
    ]
    denial = put_one(store, DENIAL)
    assert cypher(LINKS) == []
    made = reject(store, said[1])
    assert [row["claim"] for row in cypher(LINKS)] == ["It rains"]
    reject(store, said[0])
    assert cypher(LINKS) == []
    undo(store, made.id)
    assert [row["claim"] for row in cypher(LINKS)] == ["It pours"]
    made = reject(store, denial)
    assert cypher(LINKS) == []
    undo(store, made.id)
    assert accept(store, denial).kind == "accept"
    assert [row["claim"] for row in cypher(LINKS)] == ["It pours"]


def test_stances_follow_what_is_rejected(store: Store) -> None:
    for path in annotations():
        write_document(store, project(load_annotation(path)))
    term = next(t for t in ask.terms(store, limit=500).items if ask.term(store, t.id).stances)
    stances = ask.term(store, term.id).stances
    made = reject(store, stances[0].statement)
    assert ask.term(store, term.id).stances == [s for s in stances if s.statement != stances[0].statement]
    undo(store, made.id)
    assert ask.term(store, term.id).stances == stances


def test_what_is_judged_leaves_the_queue(store: Store) -> None:
    unsure = [
        put_one(
            store, saying("asserts", "ada", text=f"perhaps {n}", published="2026-01-01", confidence=n / 10)
        )
        for n in (4, 3, 2)
    ]
    vague = [
        put_one(store, unlinked(f"Bo denied {n}", f"2026-01-0{n}", confidence=(n + 1) / 10))
        for n in (9, 8, 7)
    ]
    found = review(store, Settings())
    assert [s.id for s in found.unsure] == unsure[::-1]
    assert [d.statement.id for d in found.denials] == vague[::-1]
    for judge, n in ((accept, 0), (reject, 2)):
        judge(store, unsure[n])
        judge(store, vague[n])
    found = review(store, Settings())
    assert ([s.id for s in found.unsure], [d.statement.id for d in found.denials]) == (
        [unsure[1]],
        [vague[1]],
    )


def test_evidence_tells_all_judgements_on_it(store: Store) -> None:
    put(store, CLAIM)
    said = put_one(store, DENIAL)
    made = [
        accept(store, said),
        link(store, said, claim_id("It rains")),
        split(store, "bo", "bob", name="Bob", statements=[said]),
    ]
    merge(store, "ada", "bob")
    (found,) = [s for s in ask.actor(store, "ada").statements if s.id == said]
    assert set(found.judged) == {judgement.id for judgement in made}
    (other,) = [s for s in ask.actor(store, "ada").statements if s.id != said]
    assert other.judged == []


def test_a_judgement_waits_while_its_statement_is_absent(store: Store, cypher: Cypher) -> None:
    put(store, CLAIM)
    denial = project(saying_of("denies", "ada", "Ada: it does not", "2026-01-02"))
    write_document(store, denial)
    made = reject(store, only(denial))
    after = everything(cypher)
    forget_document(store, denial.document.id)
    assert [(s.judgement, s.waits) for s in judgements(store)] == [(made, True)]
    write_document(store, denial)
    assert everything(cypher) == after
    assert [s.waits for s in judgements(store)] == [False]


REFUSED = {
    "what is rejected": (lambda s, id_: accept(s, id_), ConflictError, "judged already that .* is rejected"),
    "an unknown one": (lambda s, _: accept(s, "0123456789abcdef"), NotFoundError, "no statement"),
    "a file that accepts it": (
        lambda s, id_: s.write(lambda tx: apply(tx, Judgement("accept", statement=id_))),
        ConflictError, "undo that first"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_accepted_is_refused_whole(store: Store, cypher: Cypher, name: str) -> None:
    said = put_one(store, CLAIM)
    reject(store, said)
    before = everything(cypher)
    judge, error, message = REFUSED[name]
    with pytest.raises(error, match=message):
        judge(store, said)
    assert everything(cypher) == before


# A town that is read in every way; the last document is the first one, read otherwise.

TOWN = [
    project(annotation)
    for annotation in (
        CLAIM,
        saying_of("asserts", "ada", "Ada: it pours", "2026-01-01", claim="It pours"),
        DENIAL,
        saying_of("retracts", "ada", "Ada: it was not so", "2026-01-03"),
        saying("denies", "cy", text="Cy: no", published="2026-01-02", review="rejected"),
        unlinked("Ada took it back", "2026-01-03", speakers=["ada"], unlinked="retracts", refers_to=[]),
        saying_of("supports", "cy", "Cy: may it rain", "2026-01-04"),
        saying_of("asserts", "ada", "Ada: it rains", "2026-01-01", claim="It pours"),
    )
]
JUDGEMENTS = [
    *(Judgement(kind, statement=only(said)) for said in TOWN for kind in ("accept", "reject")),
    Judgement("link", statement=only(TOWN[2]), claim=claim_id("It rains")),
    Judgement("link", statement=only(TOWN[2])),
    Judgement("link", statement=only(TOWN[5]), claim=claim_id("It rains")),
    Judgement("merge", "cy", "ada"),
]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, len(TOWN) - 1)),
        st.tuples(st.just("forget"), st.integers(0, len(TOWN) - 1)),
        st.tuples(st.just("judge"), st.integers(0, len(JUDGEMENTS) - 1)),
        st.tuples(st.just("undo"), st.integers(0, len(JUDGEMENTS) - 1)),
    ),
    min_size=2,
    max_size=20,
)


@examples(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_the_order_of_reading_and_reviewing_does_not_matter(
    store: Store, cypher: Cypher, steps: list[tuple[str, int]]
) -> None:
    cypher("MATCH (n) DETACH DELETE n")
    written, judged = dict[str, int](), set[int]()
    for step, n in steps:
        take(store, step, n, written, judged)
    for n in written.values():
        assert read_document(store.read, TOWN[n].document.id) == TOWN[n]
    before = everything(cypher)
    cypher("MATCH (n) DETACH DELETE n")
    for n in sorted(judged):
        store.write(lambda tx, n=n: apply(tx, JUDGEMENTS[n]))
    for n in sorted(written.values(), reverse=True):
        write_document(store, TOWN[n])
    assert everything(cypher) == before
    for n in sorted(judged):
        undo(store, JUDGEMENTS[n].id)
    judged_away = everything(cypher)
    cypher("MATCH (n) DETACH DELETE n")
    for n in sorted(written.values()):
        write_document(store, TOWN[n])
    assert everything(cypher) == judged_away


def take(store: Store, step: str, n: int, written: dict[str, int], judged: set[int]) -> None:
    if step == "write":
        write_document(store, TOWN[n])
        written[TOWN[n].document.id] = n
    elif step == "forget" and TOWN[n].document.id in written:
        forget_document(store, TOWN[n].document.id)
        del written[TOWN[n].document.id]
    elif step == "judge":
        with suppress(ConflictError):
            store.write(lambda tx: apply(tx, JUDGEMENTS[n]))
            judged.add(n)
    elif step == "undo" and n in judged:
        undo(store, JUDGEMENTS[n].id)
        judged.discard(n)


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_reviews_come_back_from_an_export(
    store: Store, settings: Settings, cypher: Cypher, tmp_path: Path, format_: str
) -> None:
    for subgraph in TOWN[:5]:
        write_document(store, subgraph)
    accept(store, only(TOWN[4]), reason="heard it", by="Zoe")
    made = reject(store, only(TOWN[0]))
    before, file = everything(cypher), tmp_path / f"graph.{format_}"
    text = export(store, BASE, format_)
    file.write_text(text, encoding="utf-8")
    assert made.id in text
    cypher("MATCH (n) DETACH DELETE n")
    ingest(file, settings, store)
    assert (everything(cypher), export(store, BASE, format_)) == (before, text)


def test_a_forged_review_is_refused(store: Store, settings: Settings, tmp_path: Path) -> None:
    reject(store, put_one(store, CLAIM))
    file, text = tmp_path / "graph.ttl", export(store, BASE)
    assert text.count('cc:act "reject"') == 1
    for forged, message in (
        ("accept", "the id is not"),
        ("merge", "must be a merge"),
        ("approve", "must be one"),
    ):
        file.write_text(text.replace('cc:act "reject"', f'cc:act "{forged}"'), encoding="utf-8")
        with pytest.raises(InputError, match=message):
            ingest(file, settings, store)


def test_readers_and_reviewers_at_once(store: Store, cypher: Cypher) -> None:
    """Each document is read again and again, in two ways, while its statement is judged."""
    before = [saying("asserts", "ada", text=f"It rains {n}", published="2026-01-01") for n in range(6)]
    after = [saying("asserts", "ada", text=f"It rains {n}", published="2026-01-02") for n in range(6)]
    ids = [put_one(store, annotation) for annotation in before]
    steps = [lambda n=n: (put(store, after[n]), put(store, before[n])) for n in range(6)]
    steps += [lambda id_=id_: undo(store, reject(store, id_).id) for id_ in ids[:3]]
    steps += [lambda id_=id_: reject(store, id_) for id_ in ids[3:]]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda step: step(), steps[::2] + steps[1::2]))
    parallel = everything(cypher)
    cypher("MATCH (n) DETACH DELETE n")
    for annotation in before:
        put(store, annotation)
    for id_ in ids[3:]:
        reject(store, id_)
    assert everything(cypher) == parallel


def test_reviewing_on_the_command_line(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    said = put_one(store, CLAIM)

    def run(*words: str) -> str:
        app([*words], standalone_mode=False)
        return capsys.readouterr().out

    made = run("reject", said, "--reason", "misread", "--by", "ada").split()[1].rstrip(":")
    assert f"{said} is rejected" in run("judgements", "list")
    assert run("judgements", "undo", made) == f"undone {made}: {said} is rejected\n"
    assert run("accept", said).endswith(f"{said} is accepted\n")
