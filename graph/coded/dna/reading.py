"""One document of a study with its statements, as it is put together row by row."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from pydantic import ValidationError

from ...models import Annotation, Extraction, Span, Statement
from .. import Item, Noted, Refused
from .actors import Actors
from .database import Database, RowError, shown, text, whole
from .documents import Source
from .entities import Entities, Entity
from .mapping import Coding, Variable
from .offsets import Offsets
from .targets import Targets, given_act

MOST = 20_000
"""Statements of one document: more is no document that somebody coded."""

Row = tuple[Any, ...]
"""A row of STATEMENTS with the values of the variables that are read, as the reader asks for it."""


class Reading:
    """What is read of one document."""

    def __init__(self, database: Database, coding: Coding, entities: Entities, source: Source) -> None:
        self._database = database
        self._coding = coding
        self._entities = entities
        self.source = source
        self.rows = 0
        self._actors = Actors(entities)
        self._targets = Targets(entities)
        self._offsets = Offsets(source.document.text)
        self._statements: dict[tuple[Any, ...], Statement] = {}
        self._coders: dict[int, str] = {}

    @property
    def coders(self) -> tuple[str, ...]:
        """The names of those who coded what was read."""
        return tuple(name for _, name in sorted(self._coders.items()))

    def take(self, rows: Iterable[Row]) -> Iterator[Item]:
        """Take the rows of a document; a row that stands twice has two values of one variable."""
        for id_, same in groupby(rows, key=lambda row: row[0]):
            where = f"STATEMENTS, ID {id_}"
            row, *more = list(same)
            try:
                if more:
                    raise RowError(where, "has two values of one variable")
                if len(self._statements) == MOST:
                    raise RowError(where, f"more than {MOST:,} statements in {self.source.where}")
                noted = self._take(row, where)
            except RowError as error:
                why = error.why if error.where == where else str(error)
                yield Refused(where, why)
            else:
                self.rows += 1
                if noted:
                    yield Noted(where, noted)

    def _take(self, row: Row, where: str) -> str | None:
        """Take one row of STATEMENTS; return what is to be noted of it. RowError if it cannot be taken."""
        id_, _, type_id, start, stop, coder, _, *values = row
        if type_id != self._coding.type_id:
            raise RowError(
                where, f"is of another type than {self._coding.type_name!r}: {self._type(type_id)}"
            )
        span = self._span(whole(start, f"{where}, Start"), whole(stop, f"{where}, Stop"), where)
        agrees = self._agrees(values[3], where)
        person, organization, concept = (
            self._entity(entity, variable, where)
            for entity, variable in zip(
                values, (self._coding.actor, self._coding.organization, self._coding.concept), strict=False
            )
        )
        speaker = person or organization
        if speaker is None or concept is None:
            missing = self._coding.concept if speaker else self._coding.actor
            raise RowError(where, f"has no {missing.name}")
        target = self._targets.add(concept)
        act = self._targets.act(target, agrees, given_act(self._entities, values[4]))
        actor = self._actors.add(speaker)
        if person and organization and self._actors.add(organization) != actor:
            self._actors.join(actor, self._actors.add(organization))
        noted = self._name_coder(coder)
        key = (span.start, span.end, actor, act, target)
        statement = Statement.model_validate(
            {"id": f"s{id_}", "span": span, "speakers": (actor,), act: (target,)}
        )
        known = self._statements.setdefault(key, statement)
        if known is not statement:
            return f"says the same as STATEMENTS, ID {known.id[1:]}: one statement"
        return noted

    def _type(self, type_id: object) -> str:
        sql = "SELECT Label FROM STATEMENTTYPES WHERE ID = ?"
        row = self._database.one("STATEMENTTYPES", sql, type_id)
        return shown(row[0]) if row else f"StatementTypeId {shown(type_id)}, which is none"

    def _agrees(self, value: object, where: str) -> bool:
        variable = self._coding.agreement
        if variable and variable.datatype == "short text":
            entity = self._entity(value, variable, where)
            value = entity.value.encode() if entity else None
        agrees = self._coding.agrees(value)
        if agrees is None and variable:
            raise RowError(where, f"{variable.name} is {shown(value)}: neither yes nor no")
        return bool(agrees)

    def _entity(self, id_: object, variable: Variable | None, where: str) -> Entity | None:
        """Return the entity of a variable, or None if it is blank; RowError if there is no such entity."""
        if id_ is None or variable is None:
            return None
        entity = self._entities.get(id_) if isinstance(id_, int) else None
        if entity is None:
            raise RowError(where, f"{variable.name} {shown(id_)}: no such row in ENTITIES")
        if entity.variable != variable.id:
            raise RowError(where, f"{variable.name}: {entity.where} is an entity of another variable")
        return entity if entity.value else None

    def _name_coder(self, coder: object) -> str | None:
        if not isinstance(coder, int) or coder in self._coders:
            return None
        row = self._database.one("CODERS", "SELECT Name FROM CODERS WHERE ID = ?", coder)
        if row is None:
            return f"Coder {coder}: no such row in CODERS"
        self._coders[coder] = text(row[0], f"CODERS, ID {coder}") or f"ID {coder}"
        return None

    def _span(self, start: int, stop: int, where: str) -> Span:
        """Return the words between two offsets of DNA."""
        if start >= stop:
            raise RowError(where, f"Start {start} is not before Stop {stop}")
        ends = [self._offsets.ours(offset) for offset in (start, stop)]
        for offset, end in zip((start, stop), ends, strict=True):
            if end is None:
                inside = offset <= self._offsets.end
                why = "splits a character of" if inside else f"is outside, after {self._offsets.end}, of"
                raise RowError(where, f"offset {offset} {why} the text of {self.source.where}")
        first, last = (end or 0 for end in ends)
        try:
            return Span(start=first, end=last, exact=self.source.document.text[first:last])
        except ValidationError as error:
            raise RowError(where, f"{start} to {stop} holds no words") from error

    def annotation(self) -> Annotation:
        """Return what was read as an annotation."""
        source, targets = self.source, self._targets
        if not self._coders:
            self._name_coder(source.coder)
        coders = ", ".join(self.coders) or "unknown"
        settings = f"coder {coders}; {self._coding.told()}"
        actors = dict(self._actors.found)
        if source.publisher:
            actors.setdefault(source.publisher.id, source.publisher)
        return Annotation(
            document=source.document,
            extraction=Extraction(reader="dna", version=self._database.version, settings=settings),
            actors=tuple(actors.values()),
            plans=tuple(targets.plans.values()),
            versions=tuple(targets.versions.values()),
            terms=tuple(targets.terms.values()),
            claims=tuple(targets.claims.values()),
            statements=tuple(self._statements.values()),
        )
