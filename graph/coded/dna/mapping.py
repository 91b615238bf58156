"""Which variables of a DNA study say who speaks, about what, and how: by name, or as the user says."""

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from ...errors import InputError
from ...models import Act, ActorKind, Line
from .. import Options
from ..mapping import checked
from .database import Database, text

STATEMENT_TYPE = "DNA Statement"
"""The type that every new DNA database has."""

ACT = "counterclaim act"
"""Our own variable in files that we write."""

ORGANIZATIONS = ("organization", "organisation", "organization name")
_STATES = ("state", "country", "nation")

Value = bool | int | Line


class Mapping(BaseModel):
    """The user's mapping file for a DNA study."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    statement_type: Line | None = Field(default=None, alias="statement type")
    actor: Line | None = Field(default=None, description="Variable whose entities speak.")
    kind: ActorKind | None = Field(default=None, description="What these entities are.")
    kinds: dict[str, ActorKind] = Field(
        default_factory=dict[str, ActorKind],
        description="What single actors are, by name.",
    )
    organization: Line | Literal[False] | None = Field(
        default=None, description="Variable: for whom the actor speaks; false for none."
    )
    concept: Line = "concept"
    agreement: Line | Literal[False] | None = Field(
        default=None, description="Variable; false where every statement agrees."
    )
    positive: tuple[Value, ...] = Field(default=(), description="Its values that agree.")
    negative: tuple[Value, ...] = Field(default=(), description="Its values that disagree.")
    target: Literal["claim", "term"] = "claim"
    plan: Line | None = Field(default=None, description="Name of the plan that the terms belong to.")
    yes: Literal["asserts", "supports", "demands"] | None = None
    no: Literal["denies", "rejects", "questions"] | None = None
    language: Line = Field(default="und", description="BCP 47 tag of the documents; DNA does not tell.")


@dataclass(frozen=True)
class Variable:
    """A variable of the statement type that is read."""

    id: int
    name: str
    datatype: str


@dataclass(frozen=True)
class Coding:
    """What is read of a study, and as what."""

    type_id: int
    type_name: str
    actor: Variable
    organization: Variable | None
    concept: Variable
    agreement: Variable | None
    act: Variable | None
    """In a file that we wrote: which act it was, beyond yes and no."""
    kind: ActorKind
    mapping: Mapping

    @property
    def acts(self) -> tuple[Act, Act]:
        """What agreement and disagreement do to the target."""
        yes, no = ("asserts", "denies") if self.mapping.target == "claim" else ("supports", "rejects")
        return self.mapping.yes or yes, self.mapping.no or no

    def agrees(self, value: object) -> bool | None:
        """Return whether a value of the agreement variable agrees; None if it says neither."""
        if self.agreement is None:
            return True
        given = value if isinstance(value, int) else text(value)
        if not (self.mapping.positive or self.mapping.negative):
            return bool(given) if given in (0, 1) else None
        both = (self.mapping.positive, self.mapping.negative)
        agree, disagree = (any(_same(given, one) for one in values) for values in both)
        return agree if agree != disagree else None

    def told(self) -> str:
        """Return the coding in words, for the record of how the statements came about."""
        of = f" of {self.organization.name}" if self.organization else ""
        yes, no = self.acts
        how = f"{self.agreement.name}: {yes} or {no}" if self.agreement else yes
        return f"{self.type_name}: {self.actor.name}{of}, {how} the {self.mapping.target} {self.concept.name}"


def _same(given: object, wanted: object) -> bool:
    return given == (int(wanted) if isinstance(wanted, bool) else wanted)


def coding_of(database: Database, options: Options) -> Coding:
    """Return what is to be read of a study; InputError names the types and variables that there are."""
    mapping = checked(Mapping, options.mapping)
    _require_sense(mapping)
    type_id, label = _statement_type(database, mapping)
    sql = "SELECT ID, Variable, DataType FROM VARIABLES WHERE StatementTypeId = ? ORDER BY ID"
    variables = [_variable(*row) for row in database.rows("VARIABLES", sql, type_id)]
    find = _Finder(label, variables)
    organization = None
    if mapping.organization is not False:
        wanted = (mapping.organization,) if mapping.organization else ORGANIZATIONS
        organization = find(wanted, ("short text",), must=bool(mapping.organization))
    actor = find((mapping.actor or "person",), ("short text",), must=bool(mapping.actor)) or organization
    if actor is None:
        raise find.missing("actor", "person")
    concept = find((mapping.concept,), ("short text",), must=True)
    assert concept is not None
    act = find((ACT,), ("short text",), must=False)
    return Coding(
        type_id, label, actor, None if organization == actor else organization, concept,
        _agreement(find, mapping), act, mapping.kind or _kind(actor), mapping,
    )  # fmt: skip


def _variable(id_: int, name: object, datatype: object) -> Variable:
    where = f"VARIABLES, ID {id_}"
    return Variable(id_, text(name, where), text(datatype, where))


def _require_sense(mapping: Mapping) -> None:
    if mapping.target == "term" and mapping.plan is None:
        raise InputError("mapping: 'target: term' needs 'plan': the name of the plan that has the terms")
    if mapping.target == "term" and (mapping.yes == "asserts" or mapping.no in ("denies", "questions")):
        raise InputError(
            "mapping: a term is supported, rejected or demanded; only a claim is asserted or denied"
        )


def _statement_type(database: Database, mapping: Mapping) -> tuple[int, str]:
    sql = "SELECT ID, Label FROM STATEMENTTYPES ORDER BY ID"
    types = [
        (row[0], text(row[1], f"STATEMENTTYPES, ID {row[0]}")) for row in database.rows("STATEMENTTYPES", sql)
    ]
    wanted = mapping.statement_type or STATEMENT_TYPE
    found = [one for one in types if one[1] == wanted]
    if not found and mapping.statement_type is None and len(types) == 1:
        found = types
    if len(found) == 1:
        return found[0]
    there = ", ".join(repr(label) for _, label in types[:20]) or "none"
    problem = f"{len(found)} statement types are" if found else "no statement type is"
    raise InputError(
        f"STATEMENTTYPES: {problem} called {wanted!r}; there are {there}: "
        "name one as 'statement type' in a --mapping file"
    )


def _agreement(find: "_Finder", mapping: Mapping) -> Variable | None:
    if mapping.agreement is False:
        return None
    types = ("boolean", "integer", "short text")
    found = find((mapping.agreement or "agreement",), types, must=True)
    assert found is not None
    if found.datatype != "boolean" and not (mapping.positive and mapping.negative):
        raise InputError(
            f"VARIABLES, ID {found.id}: {found.name!r} is of type {found.datatype}: say in a --mapping file "
            "which of its values are 'positive' and which 'negative'"
        )
    return found


def _kind(actor: Variable) -> ActorKind:
    name = actor.name.casefold()
    if name in ORGANIZATIONS:
        return "Organization"
    return "State" if name in _STATES else "Person"


class _Finder:
    """Finds variables of one statement type by name, whatever its case."""

    def __init__(self, type_name: str, variables: list[Variable]) -> None:
        self._type = type_name
        self._variables = variables

    def __call__(self, names: tuple[Any, ...], types: tuple[str, ...], *, must: bool) -> Variable | None:
        """Return the first variable so called; InputError if it must be there, or is of another type."""
        for name in names:
            for variable in self._variables:
                if variable.name.casefold() == str(name).casefold():
                    if variable.datatype not in types:
                        raise InputError(
                            f"VARIABLES, ID {variable.id}: {variable.name!r} is of type {variable.datatype}, "
                            f"not {' or '.join(types)}"
                        )
                    return variable
        if must:
            raise self.missing(str(names[0]), str(names[0]))
        return None

    def missing(self, key: str, name: str) -> InputError:
        """Return the error that tells which variables there are."""
        there = ", ".join(f"{v.name!r} ({v.datatype})" for v in self._variables) or "none"
        return InputError(
            f"VARIABLES: the statement type {self._type!r} has no variable {name!r}; it has {there}: "
            f"say in a --mapping file which one is the {key}"
        )
