"""Small studies of DNA for tests, in the tables that DNA's Sql.java makes for SQLite (3.0 and 3.1 alike)."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_TABLES = """
CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT NOT NULL);
CREATE TABLE CODERS(ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL CHECK (LENGTH(Name) < 191),
  Red INTEGER NOT NULL DEFAULT 0, Green INTEGER NOT NULL DEFAULT 0, Blue INTEGER NOT NULL DEFAULT 0,
  Password TEXT NOT NULL CHECK (LENGTH(Password) < 191));
CREATE TABLE DOCUMENTS(ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL CHECK (LENGTH(Title) < 191),
  Text TEXT NOT NULL, Coder INTEGER, Author TEXT NOT NULL DEFAULT '', Source TEXT NOT NULL DEFAULT '',
  Section TEXT NOT NULL DEFAULT '', Notes TEXT NOT NULL DEFAULT '', Type TEXT NOT NULL DEFAULT '',
  Date INTEGER NOT NULL, FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE);
CREATE TABLE STATEMENTTYPES(ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL,
  Red INTEGER NOT NULL DEFAULT 0, Green INTEGER NOT NULL DEFAULT 0, Blue INTEGER NOT NULL DEFAULT 0);
CREATE TABLE VARIABLES(ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL, DataType TEXT NOT NULL
  CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text')) DEFAULT 'short text',
  StatementTypeId INTEGER, FOREIGN KEY(StatementTypeId) REFERENCES STATEMENTTYPES(ID) ON DELETE CASCADE,
  UNIQUE (Variable, StatementTypeId));
CREATE TABLE VARIABLELINKS(ID INTEGER NOT NULL PRIMARY KEY, SourceVariableId INTEGER,
  TargetVariableId INTEGER);
CREATE TABLE REGEXES(Label TEXT PRIMARY KEY, Red INTEGER, Green INTEGER, Blue INTEGER);
CREATE TABLE STATEMENTS(ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER,
  Start INTEGER NOT NULL CHECK(Start >= 0), Stop INTEGER NOT NULL CHECK(Stop >= 0), Coder INTEGER,
  CHECK (Start < Stop), FOREIGN KEY(DocumentId) REFERENCES DOCUMENTS(ID) ON DELETE CASCADE);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,
  VariableId INTEGER NOT NULL, Value INTEGER NOT NULL DEFAULT 1, UNIQUE (StatementId, VariableId));
CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,
  VariableId INTEGER NOT NULL, Value INTEGER NOT NULL DEFAULT 0, UNIQUE (StatementId, VariableId));
CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL,
  Value TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Value) < 191), Red INTEGER, Green INTEGER, Blue INTEGER,
  ChildOf INTEGER CHECK(ChildOf > 0), UNIQUE (VariableId, Value),
  FOREIGN KEY(ChildOf) REFERENCES ENTITIES(ID) ON DELETE CASCADE);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,
  VariableId INTEGER NOT NULL, Entity INTEGER NOT NULL, UNIQUE (StatementId, VariableId));
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL,
  VariableId INTEGER NOT NULL, Value TEXT DEFAULT '', UNIQUE (StatementId, VariableId));
CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL,
  AttributeVariable TEXT NOT NULL, UNIQUE(VariableId, AttributeVariable));
CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL,
  AttributeVariableId INTEGER NOT NULL, AttributeValue TEXT NOT NULL DEFAULT '',
  UNIQUE (EntityId, AttributeVariableId));
"""

PERSON, ORGANIZATION, CONCEPT, AGREEMENT = 1, 2, 3, 4
TEXT = "Ms Example said that the quota helps. Mr Sample of the Fishers' Union said that it does not."
NOVEMBER = 1763683200  # 2025-11-21, midnight
LATER = NOVEMBER + 45_000  # half past twelve


@dataclass
class Study:
    """A study under construction; what it lacks is left to each test."""

    path: Path
    version: str = "3.1.2"
    connection: sqlite3.Connection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = sqlite3.connect(self.path)
        self.connection.executescript(_TABLES)
        self.run("INSERT INTO SETTINGS VALUES ('version', ?), ('date', '2026-06-30')", self.version)
        self.run("INSERT INTO CODERS (ID, Name, Password) VALUES (1, 'Admin', ''), (2, 'Coder A', '')")
        self.run("INSERT INTO STATEMENTTYPES (ID, Label) VALUES (1, 'DNA Statement'), (3, 'Annotation')")
        for id_, name, type_ in (
            (PERSON, "person", "short text"), (ORGANIZATION, "organization", "short text"),
            (CONCEPT, "concept", "short text"), (AGREEMENT, "agreement", "boolean"),
        ):  # fmt: skip
            self.run("INSERT INTO VARIABLES VALUES (?, ?, ?, 1)", id_, name, type_)
        self.run("INSERT INTO VARIABLES VALUES (11, 'note', 'long text', 3)")
        self.attributes = dict[tuple[int, str], int]()
        for name in ("Type", "Alias", "Notes"):
            for variable in (PERSON, ORGANIZATION, CONCEPT):
                self.attribute_variable(variable, name)

    def run(self, sql: str, *params: object) -> int:
        return self.connection.execute(sql, params).lastrowid or 0

    def anyhow(self) -> None:
        """Let rows in that DNA itself would refuse."""
        self.connection.execute("PRAGMA ignore_check_constraints = ON")

    def attribute_variable(self, variable: int, name: str) -> int:
        sql = "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)"
        self.attributes[variable, name] = self.run(sql, variable, name)
        return self.attributes[variable, name]

    def document(
        self, text: str | bytes = TEXT, title: str = "On quotas", date: int = NOVEMBER, **more: Any
    ) -> int:
        columns = {"Title": title, "Text": text, "Coder": 2, "Date": date, **more}
        marks = ", ".join("?" * len(columns))
        return self.run(f"INSERT INTO DOCUMENTS ({', '.join(columns)}) VALUES ({marks})", *columns.values())

    def entity(self, variable: int, value: str, child_of: int | None = None, **attributes: str) -> int:
        found = self.connection.execute(
            "SELECT ID FROM ENTITIES WHERE VariableId = ? AND Value = ?", (variable, value)
        ).fetchone()
        id_ = found[0] if found else self.run(
            "INSERT INTO ENTITIES (VariableId, Value, Red, Green, Blue, ChildOf) VALUES (?, ?, 0, 0, 0, ?)",
            variable, value, child_of,
        )  # fmt: skip
        for name, text in attributes.items():
            key = self.attributes.get((variable, name)) or self.attribute_variable(variable, name)
            sql = (
                "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) VALUES (?, ?, ?)"
            )
            self.run(sql, id_, key, text)
        return id_

    def statement(
        self, document: int, start: int, stop: int, *,
        person: str = "Ada Example", organization: str = "", concept: str = "The quota helps.",
        agreement: int | None = 1, coder: int = 2, type_id: int = 1,
    ) -> int:  # fmt: skip
        sql = "INSERT INTO STATEMENTS VALUES (NULL, ?, ?, ?, ?, ?)"
        id_ = self.run(sql, type_id, document, start, stop, coder)
        for variable, value in ((PERSON, person), (ORGANIZATION, organization), (CONCEPT, concept)):
            self.short_text(id_, variable, self.entity(variable, value))
        if agreement is not None:
            sql = "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)"
            self.run(sql, id_, AGREEMENT, agreement)
        return id_

    def short_text(self, statement: int, variable: int, entity: int) -> None:
        sql = "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)"
        self.run(sql, statement, variable, entity)

    def done(self) -> Path:
        self.connection.commit()
        self.connection.close()
        return self.path


def columns(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Return name and type of the columns of each table."""
    with sqlite3.connect(path) as connection:
        tables: Iterable[Any] = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall()
        found = {
            name: [(row[1], row[2]) for row in connection.execute(f"PRAGMA table_info({name})")]
            for (name,) in tables
        }
    connection.close()
    return found
