"""Actors, in a list and alone."""

from pydantic import BaseModel, Field

from .common import Named, Speaker
from .evidence import Evidence
from .judgements import Standing


class Alike(BaseModel):
    """Two actors that may be one; nothing is merged unless a person judges so."""

    one: Named
    other: Named
    why: str


class ActorSummary(Speaker):
    """One actor in a list, with how much there is."""

    statements: int
    claims: int
    disputes: int


class RoleAnswer(BaseModel):
    """A post and, where known, its interval."""

    post: str
    organization: str | None = None
    since: str | None = None
    until: str | None = None


class ActorAnswer(Speaker):
    """One actor with all that it said."""

    aliases: list[str]
    misspellings: list[str]
    wikidata: str | None = None
    roles: list[RoleAnswer]
    member_of: list[Named]
    members: list[Named]
    affiliation: Named | None = None
    merged_from: list[Named] = Field(
        default=[], description="Actors that were judged to be this one; their names are among the aliases."
    )
    judged: list[Standing] = Field(
        default=[], description="Judgements that name it, or an actor that is merged into it."
    )
    statements: list[Evidence] = Field(description="Claims, denials and stances, oldest first.")
    more: bool = Field(
        default=False, description="There are more statements; /timeline?actor= pages through all."
    )
