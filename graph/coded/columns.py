"""A user's mapping of a table: which column holds what, and what its values mean."""

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ..models import ACTS, ActorKind

FieldName = Literal[
    "document", "text", "file", "title", "url", "published", "publisher", "author", "language",
    "speaker", "kind", "quote", "start", "end", "cue", "claim", "act", "term", "plan", "said",
    "mode", "certainty",
]  # fmt: skip

_Values = dict[FieldName, dict[str, str | None]]


class Columns(BaseModel):
    """The mapping file of a table."""

    model_config = ConfigDict(extra="forbid")
    columns: dict[FieldName, str]
    """The column that holds each field; a column may serve several."""
    values: _Values = {}
    """What the values of a column mean, such as {act: {agree: supports}}; null leaves the row out; case
    makes no difference, and they are held casefolded."""
    defaults: dict[FieldName, str] = {}
    """What holds where a column is missing or a cell empty."""
    delimiter: str | None = Field(default=None, min_length=1, max_length=1)
    encoding: str | None = None
    dates: tuple[str, ...] = ()
    """Forms of dates as strptime has them, such as '%d.%m.%Y', where they are not ISO 8601."""
    separator: str | None = None
    """What stands between several speakers in a cell."""
    offsets: Literal["characters", "utf-16"] = "characters"
    """What start and end count: code points, or UTF-16 units as Java and JavaScript do."""
    folder: str | None = None
    """Where the files of the column `file` are, seen from the table; default: beside it."""

    @field_validator("values")
    @classmethod
    def _folded(cls, values: _Values) -> _Values:
        folded: _Values = {}
        for field, meanings in values.items():
            for value, meant in meanings.items():
                if folded.setdefault(field, {}).setdefault(value.casefold(), meant) != meant:
                    raise ValueError(f"{field}: {value!r} means two things: case makes no difference")
        return folded

    @model_validator(mode="after")
    def _enough(self) -> "Columns":
        given = self.columns.keys() | self.defaults.keys()
        lacking = [name for name in ("speaker", "act") if name not in given]
        if not given & {"quote", "start"}:
            lacking.append("quote (or start and end)")
        if not given & {"claim", "term", "plan"}:
            lacking.append("claim, term or plan")
        if "start" in given and "end" not in given:
            lacking.append("end")
        if "start" in given and not given & {"text", "file"}:
            lacking.append("text or file, for start and end to count in")
        if "term" in given and "plan" not in given:
            lacking.append("plan, for the term to be part of")
        if lacking:
            raise ValueError(f"it does not tell {'; '.join(lacking)}")
        _known_values("act", self, set(ACTS))
        _known_values("kind", self, set(get_args(ActorKind)))
        return self


def _known_values(field: FieldName, columns: Columns, known: set[str]) -> None:
    meant = [*columns.values.get(field, {}).values(), columns.defaults.get(field)]
    if wrong := sorted({value for value in meant if value is not None} - known):
        raise ValueError(f"{field}: {', '.join(map(repr, wrong))}: must be among {', '.join(sorted(known))}")
