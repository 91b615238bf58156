"""Files that are no studies of DNA, damaged ones, and rows that make no sense: each refusal says where."""

import sqlite3
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from graph.coded import Item, Noted, Options, Refused, Taken
from graph.coded.dna import read_dna
from graph.coded.dna.reading import MOST
from graph.errors import ReadError
from tests.dna_files import AGREEMENT, CONCEPT, ORGANIZATION, PERSON, TEXT, Study


def read(path: Path) -> list[Item]:
    return list(read_dna(path, Options()))


def refused(study: Study) -> list[tuple[str, str, int]]:
    return [(i.where, i.why, i.rows) for i in read(study.done()) if isinstance(i, Refused)]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    made = Study(tmp_path / "study.dna")
    made.statement(made.document(), 5, 12, organization="Fishers' Union")
    return made


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    for name, content in (("empty", b""), ("text", b"<dna>old XML</dna>"), ("magic", b"SQLite format 3\0")):
        path = tmp_path / f"{name}.dna"
        path.write_bytes(content)
        with pytest.raises(ReadError, match="no SQLite database"):
            read(path)
    with pytest.raises(ReadError, match=r"missing\.dna: cannot be read: No such file"):
        read(tmp_path / "missing.dna")
    with pytest.raises(ReadError, match="cannot be read: Is a directory"):
        read(tmp_path)


def test_another_database(tmp_path: Path) -> None:
    path = tmp_path / "other.dna"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE Articles (ID INTEGER PRIMARY KEY)")
    connection.close()
    with pytest.raises(ReadError, match="an SQLite database, but none of DNA: it has no table SETTINGS"):
        read(path)


@pytest.mark.parametrize("version", ["2.0 beta 25", "3.2.0", "3.10", "31", ""])
def test_another_version_says_which_are_read(tmp_path: Path, version: str) -> None:
    path = Study(tmp_path / "study.dna", version).done()
    with pytest.raises(ReadError, match=r"versions 3\.0 and 3\.1 are read"):
        read(path)


def test_no_version(study: Study) -> None:
    study.run("DELETE FROM SETTINGS WHERE Property = 'version'")
    with pytest.raises(ReadError, match="SETTINGS names no version"):
        read(study.done())


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off(tmp_path: Path, part: float) -> None:
    study = Study(tmp_path / "study.dna")
    for i in range(50):
        study.statement(study.document(f"{TEXT} {i}. " * 20), 5, 12)
    path = study.done()
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    with pytest.raises(ReadError, match=r"study\.dna: cut off: "):
        read(path)


def test_a_damaged_page_says_in_which_table(tmp_path: Path) -> None:
    study = Study(tmp_path / "study.dna")
    for i in range(200):
        study.document(f"{TEXT} {i}. " * 60)
    path = study.done()
    content = bytearray(path.read_bytes())
    middle = len(content) * 2 // 3 // 4096 * 4096
    content[middle : middle + 8192] = b"\xff" * 8192
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"DOCUMENTS.*: cannot be read: "):
        read(path)


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("DROP TABLE DATABOOLEAN", "no table DATABOOLEAN"),
        ("ALTER TABLE ENTITIES RENAME COLUMN ChildOf TO Parent", "ENTITIES has no column ChildOf"),
        ("DROP TABLE CODERS; CREATE VIEW CODERS AS SELECT 1 AS ID, 'x' AS Name", "no table CODERS"),
        (
            "DROP TABLE DATALONGTEXT; CREATE VIRTUAL TABLE DATALONGTEXT USING fts5(ID, StatementId, Value)",
            "DATALONGTEXT is no plain table",
        ),
        (
            "ALTER TABLE DOCUMENTS DROP COLUMN Notes; "
            "ALTER TABLE DOCUMENTS ADD COLUMN Notes TEXT AS (hex(Text))",
            "DOCUMENTS has no column Notes of its own",
        ),
        (
            "CREATE TABLE d AS SELECT * FROM DOCUMENTS; INSERT INTO d SELECT * FROM d; DROP TABLE DOCUMENTS; "
            "ALTER TABLE d RENAME TO DOCUMENTS",
            "DOCUMENTS.ID is no INTEGER PRIMARY KEY, as DNA makes it: ID 1 stands twice",
        ),
    ],
)
def test_tables_that_dna_does_not_make(study: Study, sql: str, message: str) -> None:
    study.connection.executescript(sql)
    with pytest.raises(ReadError, match=message.replace(".", r"\.")):
        read(study.done())


def test_changes_that_are_not_in_the_file_yet(study: Study) -> None:
    path = study.done()
    path.with_name("study.dna-wal").write_bytes(b"changes")
    with pytest.raises(ReadError, match=r"study\.dna-wal beside it holds changes"):
        read(path)


def test_nothing_is_written_and_no_trigger_runs(study: Study) -> None:
    study.connection.executescript(
        "CREATE TABLE log(x);"
        "CREATE TRIGGER t AFTER INSERT ON DOCUMENTS BEGIN INSERT INTO log VALUES (1); END;"
    )
    path = study.done()
    before = path.read_bytes()
    path.chmod(0o400)
    assert isinstance(read(path)[-1], Taken)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["study.dna"]


@pytest.mark.parametrize("name", ["a b?#%41.dna", "ünïcode 🐟.dna", "'quoted'.dna"])
def test_any_name_of_a_file(tmp_path: Path, name: str) -> None:
    study = Study(tmp_path / name)
    study.document()
    assert isinstance(read(study.done())[-1], Taken)


def test_rows_that_lead_nowhere(study: Study) -> None:
    document = study.document("Another text of some length.")
    study.statement(99, 0, 5)
    study.run("INSERT INTO STATEMENTS VALUES (NULL, 1, NULL, 0, 5, 2)")
    study.statement(document, 0, 5, coder=77)
    wrong_type = study.statement(document, 0, 6, type_id=9)
    lost = study.statement(document, 0, 7)
    study.run("UPDATE DATASHORTTEXT SET Entity = 999 WHERE StatementId = ? AND VariableId = ?", lost, CONCEPT)
    other = study.statement(document, 0, 8)
    person = study.entity(PERSON, "Ada Example")
    study.run("UPDATE DATASHORTTEXT SET Entity = ? WHERE StatementId = ? AND VariableId = 3", person, other)
    items = read(study.done())
    assert [(i.where, i.why) for i in items if isinstance(i, Refused | Noted)] == [
        ("STATEMENTS, ID 3", "DocumentId NULL: no such row in DOCUMENTS"),
        ("STATEMENTS, ID 2", "DocumentId 99: no such row in DOCUMENTS"),
        ("STATEMENTS, ID 4", "Coder 77: no such row in CODERS"),
        (
            f"STATEMENTS, ID {wrong_type}",
            "is of another type than 'DNA Statement': StatementTypeId 9, which is none",
        ),
        (f"STATEMENTS, ID {lost}", "concept 999: no such row in ENTITIES"),
        (f"STATEMENTS, ID {other}", f"concept: ENTITIES, ID {person} is an entity of another variable"),
    ]
    taken = [i for i in items if isinstance(i, Taken)]
    assert [t.rows for t in taken] == [1, 1]


def test_offsets_outside_the_text(study: Study) -> None:
    study.anyhow()
    document = study.document("Fish \N{FISH} swim.")
    length = len("Fish \N{FISH} swim.") + 1
    ids = [
        study.statement(document, start, stop)
        for start, stop in ((0, length + 1), (5, 6), (6, 8), (4, 4), (9, 2), (-3, 2), (0, 10**18))
    ]
    study.run("UPDATE STATEMENTS SET Start = 'soon' WHERE ID = ?", study.statement(document, 0, 1))
    found = {where: why for where, why, _ in refused(study)}
    assert [found[f"STATEMENTS, ID {id_}"] for id_ in ids] == [
        f"offset {length + 1} is outside, after {length}, of the text of DOCUMENTS, ID 2",
        "offset 6 splits a character of the text of DOCUMENTS, ID 2",
        "offset 6 splits a character of the text of DOCUMENTS, ID 2",
        "Start 4 is not before Stop 4",
        "Start 9 is not before Stop 2",
        "STATEMENTS, ID 7, Start: -3 is no whole number from 0 on",
        f"offset {10**18} is outside, after {length}, of the text of DOCUMENTS, ID 2",
    ]
    assert found[f"STATEMENTS, ID {ids[-1] + 1}"].endswith("Start: 'soon' is no whole number from 0 on")


def test_blanks_and_missing_values(study: Study) -> None:
    document = study.document("Another text of some length.")
    study.statement(document, 0, 5, person="", organization="")
    study.statement(document, 1, 5, concept="")
    study.statement(document, 2, 5, agreement=None)
    study.statement(document, 3, 5, concept=" … . ")
    study.statement(document, 4, 6, concept=" . ")
    study.run("INSERT INTO STATEMENTS VALUES (NULL, 1, ?, 6, 8, 2)", document)
    assert [why for _, why, _ in refused(study)] == [
        "has no person",
        "has no concept",
        "agreement is NULL: neither yes nor no",
        "ENTITIES, ID 8: '.' says nothing",
        "agreement is NULL: neither yes nor no",
    ]


def test_documents_that_cannot_be_taken(study: Study) -> None:
    study.anyhow()
    empty = study.document("")
    study.statement(empty, 0, 4)
    study.document(b"caf\xe9")
    study.document("A text.", date=10**17)
    study.run("UPDATE DOCUMENTS SET Date = 'May' WHERE ID = ?", study.document("Another."))
    study.document("Third.", Notes="counterclaim\npublished: soon")
    assert refused(study) == [
        ("DOCUMENTS, ID 2", "has no text", 1),
        ("DOCUMENTS, ID 3, Text", "not UTF-8 at byte 3", 0),
        ("DOCUMENTS, ID 4, Date", "100000000000000000 seconds since 1970 is no date", 0),
        ("DOCUMENTS, ID 5, Date", "'May' is no whole number from -1000000000000000 on", 0),
        ("DOCUMENTS, ID 6, Notes", "published: String should match pattern " + WHEN, 0),
    ]


WHEN = r"'^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?)?)?)?$'"


def test_a_text_that_is_too_large(tmp_path: Path) -> None:
    study = Study(tmp_path / "study.dna")
    study.run("INSERT INTO DOCUMENTS (Title, Text, Date) VALUES ('Zeros', zeroblob(30000000), 0)")
    with pytest.raises(ReadError, match="DOCUMENTS: cannot be read: string or blob too big"):
        read(study.done())


def test_circles_and_other_nonsense_of_child_of(study: Study) -> None:
    study.anyhow()
    first = study.entity(CONCEPT, "One.")
    second = study.entity(CONCEPT, "Two.", first)
    study.run("UPDATE ENTITIES SET ChildOf = ? WHERE ID = ?", second, first)
    third = study.entity(CONCEPT, "Three.", 999)
    fourth = study.entity(CONCEPT, "Four.", study.entity(PERSON, "Ada Example"))
    same = study.entity(CONCEPT, "one", first)
    hidden = study.entity(CONCEPT, "two", same)
    deep = study.entity(CONCEPT, "Deep 0")
    for i in range(1, 60):
        deep = study.entity(CONCEPT, f"Deep {i}", deep)
    study.statement(1, 20, 25, concept="Two.")
    items = read(study.done())
    found = {i.where: (i.why, i.rows) for i in items if isinstance(i, Refused)}
    circle = "ChildOf leads in a circle, through ENTITIES, ID"
    assert found[f"ENTITIES, ID {first}"] == (f"{circle} {first}", 0)
    assert found[f"ENTITIES, ID {second}"] == (f"{circle} {second}", 0)
    assert found[f"ENTITIES, ID {third}"] == ("ChildOf 999: no such row in ENTITIES", 0)
    assert found[f"ENTITIES, ID {fourth}"][0].endswith("is an entity of another variable")
    assert found[f"ENTITIES, ID {same}"][0].startswith(circle)
    assert found[f"ENTITIES, ID {hidden}"][0].startswith(circle)
    assert found[f"ENTITIES, ID {deep}"] == ("ChildOf is more than 50 deep", 0)
    taken = items[-1]
    assert isinstance(taken, Taken)
    assert [claim.part_of for claim in taken.annotation.claims] == [None, None]


def test_a_circle_of_collectives(tmp_path: Path) -> None:
    study = Study(tmp_path / "study.dna")
    kind = {"counterclaim kind": "Collective"}
    first = study.entity(ORGANIZATION, "Friends", **kind)
    second = study.entity(ORGANIZATION, "Allies", first, **kind)
    study.run("UPDATE ENTITIES SET ChildOf = ? WHERE ID = ?", second, first)
    study.statement(study.document(), 0, 5, person="", organization="Allies")
    items = read(study.done())
    assert sum(isinstance(i, Refused) for i in items) == 2
    taken = items[-1]
    assert isinstance(taken, Taken)
    assert [a.member_of for a in taken.annotation.actors] == [()]


def test_two_values_of_one_variable(study: Study) -> None:
    study.connection.executescript(
        "CREATE TABLE d(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);"
        "DROP TABLE DATABOOLEAN; ALTER TABLE d RENAME TO DATABOOLEAN;"
    )
    for value in (0, 1):
        study.run("INSERT INTO DATABOOLEAN VALUES (NULL, 1, ?, ?)", AGREEMENT, value)
    assert refused(study) == [("STATEMENTS, ID 1", "has two values of one variable", 1)]


def test_more_statements_than_a_document_can_have(tmp_path: Path) -> None:
    study = Study(tmp_path / "study.dna")
    document = study.document("a" * (MOST + 50))
    ids = [
        study.entity(*pair) for pair in ((PERSON, "Ada Example"), (ORGANIZATION, ""), (CONCEPT, "It helps."))
    ]
    for i in range(1, MOST + 4):
        study.run("INSERT INTO STATEMENTS VALUES (?, 1, ?, ?, ?, 2)", i, document, i, i + 1)
        for variable, entity in enumerate(ids, start=1):
            study.run("INSERT INTO DATASHORTTEXT VALUES (NULL, ?, ?, ?)", i, variable, entity)
        study.run("INSERT INTO DATABOOLEAN VALUES (NULL, ?, 4, 1)", i)
    found = refused(study)
    assert len(found) == 3
    assert found[0][1] == "more than 20,000 statements in DOCUMENTS, ID 1"


def test_a_large_study_is_read_in_little_memory(tmp_path: Path) -> None:
    study = Study(tmp_path / "study.dna")
    for i in range(150):
        document = study.document(f"{i} " + TEXT * 2500)  # together 35 MB
        for start in range(20):
            study.statement(document, start, start + 10, person=f"Person {i} {start}", concept=f"Concept {i}")
    path = study.done()
    assert path.stat().st_size > 30_000_000
    tracemalloc.start()
    rows = sum(item.rows for item in read_dna(path, Options()) if isinstance(item, Taken))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows == 3000
    assert peak < 6_000_000


def test_any_bytes_changed_are_read_or_refused_and_never_crash(tmp_path: Path) -> None:
    study = Study(tmp_path / "study.dna")
    for i in range(8):
        study.statement(study.document(f"{TEXT} {i}"), 5, 12)
    content = study.done().read_bytes()
    path = tmp_path / "changed.dna"
    outcomes = dict[Any, int]()
    for at in range(20, len(content), 977):
        path.write_bytes(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :])
        try:
            outcome: Any = type(read(path)[-1]).__name__
        except ReadError:
            outcome = "refused"
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    assert outcomes["Taken"]
    assert outcomes["refused"]
