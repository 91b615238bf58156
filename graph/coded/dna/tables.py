"""An empty study as DNA 3.1 makes it: its tables, its administrator, its statement types.

DNA asks everybody who opens a file for a coder's password and keeps of it what jasypt's
StrongPasswordEncryptor makes: 16 bytes of salt, then SHA-256 applied 100,000 times. Ours is no secret, and
its salt is fixed, so that the same graph gives the same file.
"""

import base64
import hashlib
import sqlite3
from functools import cache

VERSION, DATED = "3.1.2", "2026-06-30"
"""The version of DNA whose tables these are, and its date."""

PASSWORD = "counterclaim"
"""With which any coder of a file that we write opens it in DNA."""

PERSON, ORGANIZATION, CONCEPT, AGREEMENT = 1, 2, 3, 4
"""The variables of DNA's own statement type; those of the other two types follow up to 11."""
ACT = 12
TYPE_ID = 1

_ITERATIONS = 100_000
_SALT = hashlib.sha256(b"counterclaim").digest()[:16]

_ID = "ID INTEGER NOT NULL PRIMARY KEY"
_KEY = "ID INTEGER PRIMARY KEY NOT NULL"  # as DNA writes it for some tables
_EMPTY = "NOT NULL DEFAULT ''"
_TYPES = " OR ".join(f"DataType = '{name}'" for name in ("boolean", "integer", "long text", "short text"))
_COLOURS = ("Red", "Green", "Blue")
_FLAGS = {
    "ColorByCoder": 0,
    "PopupDecoration": 0,
    "PopupAutoComplete": 1,
    "PermissionAddDocuments": 1,
    "PermissionEditDocuments": 1,
    "PermissionDeleteDocuments": 1,
    "PermissionImportDocuments": 1,
    "PermissionAddStatements": 1,
    "PermissionEditStatements": 1,
    "PermissionDeleteStatements": 1,
    "PermissionEditAttributes": 1,
    "PermissionEditRegex": 1,
    "PermissionEditStatementTypes": 1,
    "PermissionEditCoders": 1,
    "PermissionEditCoderRelations": 1,
    "PermissionViewOthersDocuments": 1,
    "PermissionEditOthersDocuments": 1,
    "PermissionViewOthersStatements": 1,
    "PermissionEditOthersStatements": 1,
}


def _short(name: str, rest: str = "NOT NULL") -> str:
    return f"{name} TEXT {rest} CHECK (LENGTH({name}) < 191)"


def _to(column: str, table: str) -> str:
    return f"FOREIGN KEY({column}) REFERENCES {table}(ID) ON DELETE CASCADE"


def _data(value: str, *more: str) -> tuple[str, ...]:
    ids = ("StatementId INTEGER NOT NULL", "VariableId INTEGER NOT NULL")
    keys = (_to("StatementId", "STATEMENTS"), _to("VariableId", "VARIABLES"), *more)
    return (_KEY, *ids, value, *keys, "UNIQUE (StatementId, VariableId)")


def _positive(*columns: str) -> tuple[str, ...]:
    return tuple(f"{column} INTEGER CHECK({column} > 0)" for column in columns)


_COLOUR = tuple(f"{c} INTEGER NOT NULL DEFAULT 0 CHECK ({c} BETWEEN 0 AND 255)" for c in _COLOURS)

TABLES: dict[str, tuple[str, ...]] = {
    "SETTINGS": ("Property TEXT PRIMARY KEY", "Value TEXT NOT NULL"),
    "CODERS": (
        _ID,
        _short("Name"),
        *_COLOUR,
        "Refresh INTEGER NOT NULL CHECK (Refresh BETWEEN 0 AND 9999) DEFAULT 0",
        "FontSize INTEGER NOT NULL CHECK (FontSize BETWEEN 1 AND 99) DEFAULT 14",
        _short("Password"),
        "PopupWidth INTEGER CHECK (PopupWidth BETWEEN 100 AND 9999) DEFAULT 300",
        *(f"{f} INTEGER NOT NULL CHECK ({f} BETWEEN 0 AND 1) DEFAULT {usual}" for f, usual in _FLAGS.items()),
    ),
    "DOCUMENTS": (
        _ID,
        _short("Title"),
        "Text TEXT NOT NULL",
        "Coder INTEGER",
        *(_short(name, _EMPTY) for name in ("Author", "Source", "Section")),
        f"Notes TEXT {_EMPTY}",
        _short("Type", _EMPTY),
        "Date INTEGER NOT NULL",
        _to("Coder", "CODERS"),
    ),
    "STATEMENTTYPES": (_ID, _short("Label"), *_COLOUR),
    "VARIABLES": (
        _ID,
        _short("Variable"),
        f"DataType TEXT NOT NULL CHECK ({_TYPES}) DEFAULT 'short text'",
        "StatementTypeId INTEGER",
        _to("StatementTypeId", "STATEMENTTYPES"),
        "UNIQUE (Variable, StatementTypeId)",
    ),
    "VARIABLELINKS": (
        _ID,
        "SourceVariableId INTEGER",
        "TargetVariableId INTEGER",
        "CHECK (TargetVariableId != SourceVariableId)",
        _to("SourceVariableId", "VARIABLES"),
        _to("TargetVariableId", "VARIABLES"),
    ),
    "REGEXES": (_short("Label", "PRIMARY KEY"), *_COLOUR),
    "CODERRELATIONS": (
        _ID,
        *_positive("Coder", "OtherCoder"),
        *(
            f"{right} INTEGER NOT NULL DEFAULT 1 CHECK({right} BETWEEN 0 AND 1)"
            for right in ("viewStatements", "editStatements", "viewDocuments", "editDocuments")
        ),
        "CHECK (Coder != OtherCoder)",
        _to("Coder", "CODERS"),
        _to("OtherCoder", "CODERS"),
    ),
    "STATEMENTS": (
        _ID,
        "StatementTypeId INTEGER",
        "DocumentId INTEGER",
        "Start INTEGER NOT NULL CHECK(Start >= 0)",
        "Stop INTEGER NOT NULL CHECK(Stop >= 0)",
        "Coder INTEGER",
        "CHECK (Start < Stop)",
        _to("StatementTypeId", "STATEMENTTYPES"),
        _to("Coder", "CODERS"),
        _to("DocumentId", "DOCUMENTS"),
    ),
    "DATABOOLEAN": _data("Value INTEGER NOT NULL DEFAULT 1"),
    "DATAINTEGER": _data("Value INTEGER NOT NULL DEFAULT 0"),
    "ENTITIES": (
        _KEY,
        "VariableId INTEGER NOT NULL",
        _short("Value", _EMPTY),
        *(f"{c} INTEGER CHECK ({c} BETWEEN 0 AND 255)" for c in _COLOURS),
        *_positive("ChildOf"),
        "UNIQUE (VariableId, Value)",
        _to("ChildOf", "ENTITIES"),
        _to("VariableId", "VARIABLES"),
    ),
    "DATASHORTTEXT": _data("Entity INTEGER NOT NULL", _to("Entity", "ENTITIES")),
    "DATALONGTEXT": _data("Value TEXT DEFAULT ''"),
    "ATTRIBUTEVARIABLES": (
        _KEY,
        "VariableId INTEGER NOT NULL",
        _short("AttributeVariable"),
        "UNIQUE(VariableId, AttributeVariable)",
        _to("VariableId", "VARIABLES"),
    ),
    "ATTRIBUTEVALUES": (
        _KEY,
        "EntityId INTEGER NOT NULL",
        "AttributeVariableId INTEGER NOT NULL",
        _short("AttributeValue", _EMPTY),
        "UNIQUE (EntityId, AttributeVariableId)",
        _to("EntityId", "ENTITIES"),
        _to("AttributeVariableId", "ATTRIBUTEVARIABLES"),
    ),
}
"""Columns and conditions as `createTables` of dna/src/main/java/sql/Sql.java gives them to SQLite."""

_STATEMENT_TYPES = (
    (1, "DNA Statement", 239, 208, 51),
    (2, "NPF Story Element", 100, 200, 190),
    (3, "Annotation", 211, 211, 211),
)
_VARIABLES = (
    (PERSON, "person", "short text", TYPE_ID),
    (ORGANIZATION, "organization", "short text", TYPE_ID),
    (CONCEPT, "concept", "short text", TYPE_ID),
    (AGREEMENT, "agreement", "boolean", TYPE_ID),
    *(
        (5 + i, name, "short text", 2)
        for i, name in enumerate(("narrator", "victim", "villain", "plot", "hero", "policy solution"))
    ),
    (11, "note", "long text", 3),
    (ACT, "counterclaim act", "short text", TYPE_ID),
)


def create(connection: sqlite3.Connection) -> None:
    """Create the tables and what each new study holds."""
    for table, parts in TABLES.items():
        connection.execute(f"CREATE TABLE {table}({', '.join(parts)})")
    connection.executemany("INSERT INTO SETTINGS VALUES (?, ?)", (("version", VERSION), ("date", DATED)))
    add_coder(connection, 1, "Admin")
    connection.executemany("INSERT INTO STATEMENTTYPES VALUES (?, ?, ?, ?, ?)", _STATEMENT_TYPES)
    connection.executemany("INSERT INTO VARIABLES VALUES (?, ?, ?, ?)", _VARIABLES)


def add_coder(connection: sqlite3.Connection, id_: int, name: str) -> None:
    """Add a coder with our password; and how it stands to the others, without which DNA fails."""
    row = (id_, name, 255, 255, 0, hashed(PASSWORD))
    connection.execute(
        "INSERT INTO CODERS (ID, Name, Red, Green, Blue, Password) VALUES (?, ?, ?, ?, ?, ?)", row
    )
    for other in range(1, id_):
        for pair in ((id_, other), (other, id_)):
            connection.execute("INSERT INTO CODERRELATIONS (Coder, OtherCoder) VALUES (?, ?)", pair)


@cache
def hashed(password: str) -> str:
    """Return a password as DNA keeps it."""
    digest = hashlib.sha256(_SALT + password.encode()).digest()
    for _ in range(_ITERATIONS - 1):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(_SALT + digest).decode()
