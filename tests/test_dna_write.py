"""The graph as a study of DNA: what DNA demands of the file, what comes back of it, what does not."""

import base64
import hashlib
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.coded import Options, Refused, Taken
from graph.coded.dna import read_dna
from graph.coded.dna.tables import PASSWORD, TABLES
from graph.coded.dna.write import Exported, write_study
from graph.errors import InputError
from graph.models import Actor, Annotation, Claim, Document, Extraction, Plan, Role, Span, Statement, Term
from graph.project import project
from graph.read.annotation import load_annotation
from graph.subgraph import Subgraph
from tests.conftest import annotations
from tests.dna_files import TEXT, Study, columns

GOLDEN = Path(__file__).parent / "golden" / "dna_left.txt"


def back(path: Path) -> list[Subgraph]:
    items = list(read_dna(path, Options()))
    assert not [item for item in items if isinstance(item, Refused)]
    found = (project(item.annotation) for item in items if isinstance(item, Taken))
    return sorted(found, key=lambda subgraph: subgraph.document.id)


def samples() -> list[Subgraph]:
    found = (project(load_annotation(path)) for path in annotations())
    return sorted(found, key=lambda subgraph: subgraph.document.id)


def annotation(**more: Any) -> Annotation:
    given: dict[str, Any] = {
        "document": Document(title="On quotas", text=TEXT, published="2025-11-21"),
        "extraction": Extraction(reader="hand", version="1"),
        "actors": (Actor(id="ada", kind="Person", name="Ada Example"),),
        "claims": (Claim(id="c", text="The quota helps"),),
    }
    return Annotation.model_validate({**given, **more})


def statement(**more: Any) -> Statement:
    given = {"id": "s", "span": Span(start=0, end=4, exact=TEXT[:4]), "speakers": ("ada",)}
    return Statement.model_validate({**given, **more})


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    found = connection.execute(sql).fetchall()
    connection.close()
    return found


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    path = tmp_path_factory.mktemp("dna") / "study.dna"
    return path, str(write_study(samples(), path, judged=2))


def test_what_is_not_in_it_is_counted_by_kind(
    exported: tuple[Path, str], request: pytest.FixtureRequest
) -> None:

    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(exported[1] + "\n", encoding="utf-8")
    assert exported[1] + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_the_same_graph_gives_the_same_bytes(exported: tuple[Path, str], tmp_path: Path) -> None:
    again = tmp_path / "again.dna"
    write_study(samples(), again)
    assert again.read_bytes() == exported[0].read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["again.dna"]


def test_what_was_read_back_is_written_the_same_and_read_the_same(
    exported: tuple[Path, str], tmp_path: Path
) -> None:
    first = back(exported[0])
    again = tmp_path / "again.dna"
    write_study(first, again)
    assert again.read_bytes() == exported[0].read_bytes()
    assert back(again) == first


def test_texts_spans_speakers_acts_and_targets_come_back(exported: tuple[Path, str]) -> None:
    def told(subgraph: Subgraph) -> set[tuple[Any, ...]]:
        return {
            (s.properties["exact"], s.properties["start"], edge.name, edge.end, speaker.end)
            for s in subgraph.labelled("Statement")
            if not s.properties["inference"]
            for edge in subgraph.out(s.ref, "asserts", "denies", "supports", "rejects", "demands")
            for speaker in subgraph.out(s.ref, "spokenBy")
        }

    found = back(exported[0])
    assert [told(subgraph) for subgraph in found] == [told(subgraph) for subgraph in samples()]
    for ours, came in zip(samples(), found, strict=True):
        assert came.document == ours.document
        for ref, node in came.nodes.items():
            if node.label in ("Claim", "Plan", "Person", "State"):
                assert (
                    node.properties.items() <= {**ours.nodes[ref].properties}.items() or node.label != "Claim"
                )
                assert ours.nodes[ref].label == node.label


def test_the_tables_are_those_that_dna_makes(exported: tuple[Path, str], tmp_path: Path) -> None:
    path = exported[0]
    dnas = columns(Study(tmp_path / "study.dna").done())
    ours = columns(path)
    assert set(TABLES) == set(ours) == {*dnas, "CODERRELATIONS"}
    for table, expected in dnas.items():
        if table != "CODERS":  # of which our study in the tests has the first columns alone
            assert ours[table] == expected
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert rows(path, "PRAGMA foreign_key_check") == []
    assert rows(path, "SELECT Value FROM SETTINGS WHERE Property = 'version'") == [("3.1.2",)]


def test_every_coder_opens_the_file_with_the_password_and_sees_the_others(exported: tuple[Path, str]) -> None:
    coders = rows(exported[0], "SELECT ID, Name, Password FROM CODERS")
    assert [(id_, name) for id_, name, _ in coders] == [(1, "Admin"), (2, "hand 1")]
    for _, _, kept in coders:  # as jasypt's StrongPasswordEncryptor checks it
        raw = base64.b64decode(kept)
        digest = raw[:16] + PASSWORD.encode()
        for _ in range(100_000):
            digest = hashlib.sha256(digest).digest()
        assert digest == raw[16:]
    assert rows(exported[0], "SELECT Coder, OtherCoder FROM CODERRELATIONS") == [(2, 1), (1, 2)]


def test_every_statement_has_a_value_of_each_variable_and_every_entity_each_attribute(
    exported: tuple[Path, str],
) -> None:
    path = exported[0]
    ((count,),) = rows(path, "SELECT count(*) FROM STATEMENTS")
    assert rows(path, "SELECT count(*) FROM DATABOOLEAN") == [(count,)]
    assert rows(path, "SELECT count(*) FROM DATASHORTTEXT") == [(count * 4,)]
    sql = "SELECT count(*) FROM ENTITIES e JOIN ATTRIBUTEVARIABLES v ON v.VariableId = e.VariableId"
    assert rows(path, sql) == rows(path, "SELECT count(*) FROM ATTRIBUTEVALUES")


def test_a_person_speaks_for_the_organisation_of_the_post_held_at_the_time(tmp_path: Path) -> None:
    organizations = tuple(Actor(id=f"o{i}", kind="Organization", name=f"Body {i}") for i in range(3))
    roles = (
        Role(post="chair", organization="o0", until="2024"),
        Role(post="adviser", organization="o1", since="2025-11"),
        Role(post="member", organization="o2", since="2026-01-01"),
    )
    person = Actor(id="ada", kind="Person", name="Ada Example", roles=roles)
    source = Actor(id="insider", kind="AnonymousSource", name="an insider", affiliation="o2")
    found = annotation(
        actors=(person, source, *organizations),
        statements=(
            statement(denies=("c",)),
            statement(id="t", speakers=("insider",), supports=("c",)),
            statement(id="u", speakers=("o0",), asserts=("c",)),
        ),
    )
    path = tmp_path / "study.dna"
    write_study([project(found)], path)
    sql = (
        "SELECT p.Value, o.Value, b.Value, a.Value FROM STATEMENTS s "
        "JOIN DATABOOLEAN b ON b.StatementId = s.ID "
        + " ".join(
            f"JOIN DATASHORTTEXT d{n} ON d{n}.StatementId = s.ID AND d{n}.VariableId = {v} "
            f"JOIN ENTITIES {n} ON {n}.ID = d{n}.Entity"
            for n, v in (("p", 1), ("o", 2), ("a", 12))
        )
    )
    assert sorted(rows(path, sql)) == [
        ("", "Body 0", 1, ""), ("Ada Example", "Body 1", 0, ""), ("an insider", "Body 2", 1, "supports"),
    ]  # fmt: skip
    (subgraph,) = back(path)
    assert {(e.name, e.end[1]) for e in subgraph.out(("Actor", "insider"))} == {("affiliatedWith", "o2")}


def test_what_is_too_long_for_dna_comes_back_whole(tmp_path: Path) -> None:
    long = "The quota helps " + "and helps " * 60 + "a lot"
    name = "Ada " * 60 + "Example"
    found = annotation(
        document=Document(
            title="On " + "quotas " * 60, text=TEXT, author="W " * 150, published="2025-11-21T10:00:00+02:00",
            url="https://example.org/quotas", language="en",
        ),
        actors=(Actor(id="ada", kind="Person", name=name), Actor(id="ada-2", kind="Person", name=name)),
        plans=(Plan(id="p", name="Quota Act"),),
        terms=(Term(id="p:t", part_of="p", name="Cap", text=long),),
        claims=(Claim(id="c", text=long), Claim(id="d", text=long + "!", part_of="c")),
        statements=(
            statement(denies=("c",)),
            statement(id="t", asserts=("d",), speakers=("ada-2",)),
            statement(id="u", rejects=("p:t",)),
        ),
    )  # fmt: skip
    path = tmp_path / "study.dna"
    ours = project(found)
    assert write_study([ours], path).left == {}
    (came,) = back(path)
    assert {r: n for r, n in came.nodes.items() if r[0] != "Extraction"} == {
        r: n for r, n in ours.nodes.items() if r[0] != "Extraction"
    }
    names = ("SELECT max(length(Value)) FROM ENTITIES", "SELECT max(length(Title)) FROM DOCUMENTS")
    assert all(rows(path, sql)[0][0] <= 190 for sql in names)


@pytest.mark.parametrize("when", [None, "2025", "2025-11", "2025-11-21T00:00:00", "2025-11-21T12:30:05Z"])
def test_a_date_comes_back_as_precisely_as_it_was_known(tmp_path: Path, when: str | None) -> None:
    path = tmp_path / "study.dna"
    write_study([project(annotation(document=Document(title="T", text=TEXT, published=when)))], path)
    (came,) = back(path)
    assert came.document.properties.get("published") == when


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_study([], tmp_path / "missing" / "study.dna")
    path = tmp_path / "study.dna"
    path.write_text("old")

    def failing() -> Any:
        yield project(annotation())
        raise RuntimeError("the graph is gone")

    with pytest.raises(RuntimeError):
        write_study(failing(), path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["study.dna"]


names = st.text(st.sampled_from("aB é;&.\U0001f41f"), min_size=1, max_size=6).filter(str.strip)
words = st.text(st.sampled_from("ab .\n\U0001f41f"), min_size=6, max_size=30).filter(
    lambda text: len(text.strip()) > 3
)


@st.composite
def studies(draw: st.DrawFn) -> Annotation:
    text = draw(words)
    kinds = st.sampled_from(["Person", "Organization", "State", "Collective", "AnonymousSource"])
    actors = tuple(
        Actor(id=f"a{i}", kind=draw(kinds), name=draw(names), aliases=draw(st.tuples(names)))
        for i in range(draw(st.integers(1, 4)))
    )
    sentences = draw(
        st.lists(st.sampled_from(["It helps", "It harms", "it helps.", "Nobody knows"]), min_size=1)
    )
    claims = tuple(Claim(id=f"c{i}", text=sentence) for i, sentence in enumerate(sentences))
    statements = dict[Any, Statement]()
    for i in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        act = draw(st.sampled_from(["asserts", "denies", "supports", "rejects", "demands"]))
        claim, actor = draw(st.sampled_from(claims)), draw(st.sampled_from(actors))
        key = (start, end, actor.id, act, claim.text.rstrip(".").lower())
        statements.setdefault(
            key,
            Statement.model_validate(
                {"id": f"s{i}", "span": Span(start=start, end=end, exact=text[start:end]),
                 "speakers": (actor.id,), act: (claim.id,)}
            ),
        )  # fmt: skip
    return Annotation(
        document=Document(title="T", text=text),
        extraction=Extraction(reader="hand", version="1"),
        actors=actors,
        claims=claims,
        statements=tuple(statements.values()),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(studies())
def test_any_study_comes_back(tmp_path_factory: pytest.TempPathFactory, given: Annotation) -> None:
    folder = tmp_path_factory.mktemp("dna")
    ours = project(given)
    write_study([ours], folder / "first.dna")
    (came,) = back(folder / "first.dna")
    write_study([came], folder / "second.dna")
    assert (folder / "first.dna").read_bytes() == (folder / "second.dna").read_bytes()
    statements = [node.id for node in ours.labelled("Statement")]
    assert [node.id for node in came.labelled("Statement")] == statements
    for speaker in came.labelled("Actor"):
        assert speaker.label == ours.nodes[speaker.ref].label
        assert speaker.properties["name"] == str(ours.nodes[speaker.ref].properties["name"]).strip()


def test_what_is_not_in_a_study_is_told_in_the_number_it_has() -> None:
    told = str(Exported(1, 2, {"cues": 1, "dates of saying": 33, "conditional acceptances": 1}))
    assert told.splitlines() == [
        "1 document, 2 statements", "not in it: 1 cue", "not in it: 33 dates of saying",
        "not in it: 1 conditional acceptance",
    ]  # fmt: skip
