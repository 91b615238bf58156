"""Documents of a study: their texts taken as they stand, and what DNA says about them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pydantic import ValidationError

from ...models import Actor, Document, slug
from .database import Database, RowError, text, whole
from .entities import is_slug, line

OWN_NOTES = "counterclaim"
"""First line of DOCUMENTS.Notes in files that we write; 'key: value' lines follow."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST, _LAST = (datetime(year, 1, 1, tzinfo=UTC) for year in (1, 9999))


@dataclass(frozen=True)
class Source:
    """One row of DOCUMENTS."""

    id: int
    document: Document
    coder: int | None
    publisher: Actor | None

    @property
    def where(self) -> str:
        """How a message names it."""
        return f"DOCUMENTS, ID {self.id}"


def read_document(database: Database, id_: int, language: str) -> Source:
    """Return a row of DOCUMENTS; RowError if it cannot be a document of the graph."""
    sql = "SELECT ID, Title, Text, Coder, Author, Source, Notes, Date FROM DOCUMENTS WHERE ID = ?"
    row = database.one("DOCUMENTS", sql, id_)
    where = f"DOCUMENTS, ID {id_}"
    if row is None:
        raise RowError(where, "no such row")
    title, body, author, source, notes = (
        text(row[i], f"{where}, {name}")
        for i, name in ((1, "Title"), (2, "Text"), (4, "Author"), (5, "Source"), (6, "Notes"))
    )
    if not body.strip():
        raise RowError(where, "has no text")
    own = own_notes(notes)
    known = own.get("published") != "unknown"
    try:
        publisher = _publisher(line(source), own)
        document = Document(
            title=own.get("title") or line(title) or f"Document {id_}",
            text=body,
            language=own.get("language") or language,
            url=own.get("url") or None,
            publisher=publisher.id if publisher else None,
            author=own.get("author") or line(author) or None,
            source=own.get("source"),
            published=(own.get("published") or _published(row[7], where)) if known else None,
        )
    except ValidationError as error:
        raise RowError(
            f"{where}, Notes", f"{error.errors()[0]['loc'][-1]}: {error.errors()[0]['msg']}"
        ) from error
    return Source(id_, document, row[3] if isinstance(row[3], int) else None, publisher)


def own_notes(notes: str) -> dict[str, str]:
    """Return what a file of ours says of a document in its notes; nothing for the notes of others."""
    first, *rest = notes.split("\n")
    if first != OWN_NOTES:
        return {}
    pairs = (entry.partition(": ") for entry in rest)
    return {key: line(value) for key, separator, value in pairs if separator and line(value)}


def _publisher(name: str, own: dict[str, str]) -> Actor | None:
    """DNA's source is the outlet; a number alone, as some studies have it, is nobody's name."""
    id_ = own.get("publisher") or slug(name)
    if not any(c.isalpha() for c in name) or not is_slug(id_):
        return None
    return Actor.model_validate({"id": id_, "kind": own.get("kind") or "Organization", "name": name})


def _published(seconds: object, where: str) -> str:
    """Return the moment, which DNA counts as if in UTC; at midnight DNA was told no time of day."""
    since = whole(seconds, f"{where}, Date", least=-(10**15))
    try:
        moment = _EPOCH + timedelta(seconds=since)
    except OverflowError:
        moment = _LAST
    if not _FIRST <= moment < _LAST:
        raise RowError(f"{where}, Date", f"{since} seconds since 1970 is no date")
    midnight = moment.time() == datetime.min.time()
    return f"{moment:%Y-%m-%d}".zfill(10) if midnight else f"{moment:%Y-%m-%dT%H:%M:%S}".zfill(19)
