"""What a request may judge: a body for each kind of judgement, and how it is carried out."""

from typing import Annotated, Literal

from fastapi import HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from graph import judge
from graph.judgements import Judgement
from graph.models import Slug
from graph.store import Store

Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Text = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, max_length=2000, pattern=r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]*$"
    ),
]
"""No control characters: files of the graph could not hold them."""
Hashes = Annotated[list[Hash], Field(max_length=500)]
Slugs = Annotated[list[Slug], Field(max_length=500)]


async def json_only(request: Request) -> None:
    """Refuse a body that does not say that it is JSON: 415."""
    given = request.headers.get("content-type", "")
    kind, _, subtype = given.partition(";")[0].strip().lower().partition("/")
    if kind != "application" or not (subtype == "json" or subtype.endswith("+json")):
        raise HTTPException(415, f"Content-Type {given!r} cannot be read; send application/json.")


class _Judging(BaseModel):
    """What all judgements may have."""

    model_config = ConfigDict(extra="forbid")

    reason: Text = Field(default="", description="Why; it stays with the judgement.")
    by: Text = Field(default="", description="Who judges; without it, the name of the key.")


class Accept(_Judging):
    """A statement is recorded rightly."""

    kind: Literal["accept"]
    statement: Hash

    def make(self, store: Store, by: str) -> Judgement:
        """Carry it out."""
        return judge.accept(store, self.statement, reason=self.reason, by=by)


class Reject(_Judging):
    """A statement is recorded wrongly, and counts nowhere."""

    kind: Literal["reject"]
    statement: Hash

    def make(self, store: Store, by: str) -> Judgement:
        """Carry it out."""
        return judge.reject(store, self.statement, reason=self.reason, by=by)


class Link(_Judging):
    """An unlinked statement means a claim; without one, it means none that the graph holds."""

    kind: Literal["link"]
    statement: Hash
    claim: Hash | None = None

    def make(self, store: Store, by: str) -> Judgement:
        """Carry it out."""
        return judge.link(store, self.statement, self.claim or "", reason=self.reason, by=by)


class Merge(_Judging):
    """An actor is another one, which stays."""

    kind: Literal["merge"]
    actor: Slug
    into: Slug

    def make(self, store: Store, by: str) -> Judgement:
        """Carry it out."""
        return judge.merge(store, self.into, self.actor, reason=self.reason, by=by)


class Split(_Judging):
    """Where some documents or statements name an actor, they mean another one, new or not."""

    kind: Literal["split"]
    actor: Slug
    into: Slug
    name: Text = Field(default="", description="Name of the other actor, if it is new.")
    documents: Hashes = []
    statements: Hashes = []

    def make(self, store: Store, by: str) -> Judgement:
        """Carry it out."""
        return judge.split(
            store, self.actor, self.into, name=self.name, documents=self.documents,
            statements=self.statements, reason=self.reason, by=by,
        )  # fmt: skip


class Align(_Judging):
    """Provisions of one draft became those of a later one; none on one side: they were dropped, or added."""

    kind: Literal["align"]
    older: Slugs = []
    newer: Slugs = []

    def make(self, store: Store, by: str) -> Judgement:
        """Carry it out."""
        return judge.align(store, self.older, self.newer, reason=self.reason, by=by)


class Dismiss(_Judging):
    """A finding, such as a contradiction, is a false alarm: it is listed no more."""

    kind: Literal["dismiss"]
    finding: Hash

    def make(self, store: Store, by: str) -> Judgement:
        """Carry it out."""
        return judge.dismiss(store, self.finding, reason=self.reason, by=by)


Judging = Annotated[Accept | Reject | Link | Merge | Split | Align | Dismiss, Field(discriminator="kind")]
"""The body of a request to judge."""
