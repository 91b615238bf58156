"""The rows of one document of a table, on their way to an annotation."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from ..check import ON_CLAIMS
from ..errors import ReadError
from ..models import ACTS, Act, ActorKind, Annotation, Span
from ..read.text import LIMIT, check
from ..settings import Settings
from ..words import WordsError, nearest, span_at, spots
from . import RowError
from .columns import Columns, FieldName
from .csvrows import Row
from .dates import when
from .draft import Draft, checked_line, document
from .record import Record


class Sheet:
    """One document: `open` it, `add` each row, then ask for the `annotation`."""

    def __init__(self, rows: Sequence[Row], columns: Columns, folder: Path, settings: Settings) -> None:
        self.notes: list[str] = []
        self._rows, self._columns, self._settings = rows, columns, settings
        self._folder = folder / columns.folder if columns.folder else folder
        self._text = ""
        self._recorded: dict[int, tuple[Span | None, Span | None]] = {}
        """Of a document that is only its rows: where each row's quote and speaker stand, by line."""
        self._draft: Draft

    @property
    def taken(self) -> int:
        """How many rows became statements."""
        return len(self._draft.statements)

    def open(self) -> None:
        """Read the text; RowError or ReadError if there is none."""
        first = self._rows[0]
        if "text" in self._columns.columns:
            self._text = check(first.cells[self._columns.columns["text"]], "the text")
        elif "file" in self._columns.columns:
            self._text = self._of_file(self._value(first, "file"))
        else:
            self._text = self._of_rows()
        self._draft = Draft(self._text, self._settings, self._date(first, "published"))

    def add(self, row: Row) -> None:
        """Add the statement of a row; RowError says why it cannot be."""
        column = self._columns.columns.get("text")
        if column and row.cells[column] != self._text:
            raise RowError("gives another text than the first row of its document")
        span, beside = self._span(row), self._recorded.get(row.line, (None, None))[1]
        act = self._act(row)
        more = {name: self._value(row, name) for name in ("mode", "certainty")}
        self._draft.state(
            act, self._target(row, act), self._speakers(row), span, speaker_span=beside,
            cue=self._cue(row, span), said=self._date(row, "said"), **{k: v for k, v in more.items() if v},
        )  # fmt: skip

    def annotation(self) -> Annotation:
        """Return the document with the statements of its rows."""
        first = self._rows[0]
        names = ("title", "url", "author", "language")
        given = {name: checked_line(name, self._value(first, name)) for name in names}
        title = given["title"] or next(line.strip() for line in self._text.splitlines() if line.strip())
        publisher = checked_line("publisher", self._value(first, "publisher"))
        made = document(
            title=title[:300],
            text=self._text,
            url=given["url"],
            author=given["author"],
            language=given["language"] or "en",
            publisher=self._draft.actors.named(publisher, "Organization", "") if publisher else None,
            published=self._date(first, "published"),
        )
        return self._draft.annotation(made, "csv")

    def _value(self, row: Row, name: FieldName) -> str | None:
        """Return what a row says for a field, as the mapping reads it; RowError if it leaves the row out."""
        column, columns = self._columns.columns.get(name), self._columns
        cell = row.cells[column].strip() if column else ""
        meanings = columns.values.get(name, {})
        if (known := cell.casefold()) in meanings:
            if (meant := meanings[known]) is None:
                raise RowError(f"the mapping leaves rows out whose {column} is {cell!r}")
            return meant
        return cell or columns.defaults.get(name)

    def _needed(self, row: Row, name: FieldName) -> str:
        if not (value := self._value(row, name)):
            raise RowError(f"{name} is missing (column {self._columns.columns.get(name)!r} is empty)")
        return value

    def _of_file(self, name: str | None) -> str:
        """Return the characters of a file in the table's folder, as they are."""
        path = (self._folder / (name or "")).resolve()
        if not name or not path.is_relative_to(self._folder.resolve()):
            raise RowError(f"file: {name!r} is no file in the table's folder")
        try:
            with path.open("rb") as file:
                data = file.read(LIMIT + 1)
        except OSError as error:
            raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error
        if len(data) > LIMIT:
            raise ReadError(f"{path}: larger than {LIMIT:,} bytes")
        try:
            return check(data.decode("utf-8"), str(path))
        except UnicodeDecodeError as error:
            raise ReadError(f"{path}: not UTF-8 at byte {error.start}") from error

    def _of_rows(self) -> str:
        """Return a text of the rows themselves: each speaker and quote on a line of its own, verbatim."""
        record, columns = Record(), self._columns.columns
        for row in self._rows:
            speaker, quote = (
                record.add(columns[name], row.cells[columns[name]]) if name in columns else None
                for name in ("speaker", "quote")
            )
            self._recorded[row.line] = (quote, speaker)
        return record.text("the rows of the document")

    def _span(self, row: Row) -> Span:
        if row.line in self._recorded:
            if (found := self._recorded[row.line][0]) is None:
                raise RowError("the quote is empty")
            return found
        if self._value(row, "start"):
            return self._at_offsets(row)
        quote = self._needed(row, "quote")
        places = spots(self._text, quote)
        if len(places) != 1:
            where = f"stands {len(places)} times" if places else "does not stand"
            advice = "; give start and end" if places else ""
            raise RowError(f"the quote {quote[:80]!r} {where} in the text{advice}")
        return span_at(self._text, places[0], len(quote))

    def _at_offsets(self, row: Row) -> Span:
        try:
            start, end = int(self._needed(row, "start")), int(self._needed(row, "end"))
        except ValueError as error:
            raise RowError(f"start and end must be whole numbers: {error}") from error
        if self._columns.offsets == "utf-16":
            start, end = _code_points(self._text, start), _code_points(self._text, end)
        if not 0 <= start < end <= len(self._text):
            raise RowError(f"{start}-{end} lies outside the text of {len(self._text)} characters")
        found, quote = span_at(self._text, start, end - start), self._value(row, "quote")
        if quote and found.exact.strip() != quote:
            raise RowError(f"{quote[:80]!r} is not what the text has at {start}-{end}: {found.exact[:80]!r}")
        return found

    def _act(self, row: Row) -> Act:
        value = self._needed(row, "act")
        act = value.casefold().replace(" ", "_")
        if act not in ACTS:
            raise RowError(f"act: {value!r} is none of {', '.join(ACTS)}; say in the mapping what it means")
        return act

    def _target(self, row: Row, act: Act) -> str:
        claim, term, plan = (self._value(row, name) for name in ("claim", "term", "plan"))
        whole = self._draft.plan(plan) if plan else None
        part = self._draft.term(whole, term) if whole and term else None
        about = part or whole
        if claim and (act in ON_CLAIMS or about is None):
            return self._draft.claim(claim, (about,) if about else ())
        if act in ON_CLAIMS or about is None:
            raise RowError(f"it {act} nothing: its {'claim' if act in ON_CLAIMS else 'term'} is empty")
        return about

    def _speakers(self, row: Row) -> tuple[str, ...]:
        names, kind = self._needed(row, "speaker"), self._value(row, "kind")
        several = names.split(self._columns.separator) if self._columns.separator else [names]
        known = {
            k.casefold(): k for k in ("Person", "Organization", "State", "Collective", "AnonymousSource")
        }
        if kind and kind.casefold() not in known:
            raise RowError(f"kind: {kind!r} is none of {', '.join(known.values())}; say what it means")
        meant = cast(ActorKind | None, known.get((kind or "").casefold()))
        named = [self._draft.actors.named(each, meant, _KIND) for each in several if each.strip()]
        return tuple(dict.fromkeys(named))

    def _cue(self, row: Row, span: Span) -> Span | None:
        words = self._value(row, "cue")
        if not words or self._recorded:
            return None
        try:
            return nearest(self._text, words, span)
        except WordsError:
            self.notes.append(f"line {row.line}: the cue {words!r} does not stand in the text: left out")
            return None

    def _date(self, row: Row, name: FieldName) -> str | None:
        value = self._value(row, name)
        found = when(value, self._columns.dates) if value else None
        note = f"{name}: {value!r} is no date that is understood: it stays unknown (`dates:` may tell)"
        if value and not found and note not in self.notes:
            self.notes.append(note)
        return found


_KIND = "a column `kind` or a default can tell"


def _code_points(text: str, units: int) -> int:
    """Return how many code points the first UTF-16 units of a text are; -1 if they end within one."""
    head = text.encode("utf-16-le")[: 2 * max(units, 0)]
    try:
        return len(head.decode("utf-16-le")) if len(head) == 2 * units else -1
    except UnicodeDecodeError:
        return -1
