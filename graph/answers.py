"""Answers from the graph, as typed values: the shapes that the API returns and the CLI prints."""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, Field

from .models import ActorKind

T = TypeVar("T")


class Named(BaseModel):
    """Something by id and name."""

    id: str
    name: str


class Speaker(Named):
    """Who spoke, and what kind of actor that is."""

    kind: ActorKind


class Alike(BaseModel):
    """Two actors that may be one; nothing is merged unless a person judges so."""

    one: Named
    other: Named
    why: str


class Deed(BaseModel):
    """What a statement does to which claim, term or plan."""

    act: str = Field(examples=["denies"])
    id: str
    kind: str = Field(examples=["Claim"])
    text: str


class Source(BaseModel):
    """The document in which the words stand."""

    id: str
    title: str
    url: str | None = None
    source: str | None = None
    published: str | None = None
    publisher: str | None = None


class Evidence(BaseModel):
    """One statement with the words that prove it."""

    id: str
    speakers: list[Speaker]
    acts: list[Deed]
    exact: str = Field(description="The words, verbatim: document.text[start:end].")
    start: int
    end: int
    prefix: str | None = None
    suffix: str | None = None
    cue: str | None = None
    mode: str = Field(description="direct: the speaker's own words; indirect: the reporter's.")
    said: str | None = None
    certainty: str
    qualification: str | None = Field(default=None, description="Words that narrow a denial.")
    condition: str | None = None
    inference: bool = Field(description="True for the writer's own conclusion.")
    confidence: float
    review: str
    unlinked: str | None = Field(
        default=None, description="What it does to a claim that could not be identified.", examples=["denies"]
    )
    refers_to: list[Named] = Field(
        default=[], description="Of an unlinked statement: whose claims are meant, where the words tell."
    )
    link_basis: str | None = Field(
        default=None, description="Why the claim that the words point back to was taken to be this one."
    )
    link_confidence: float | None = Field(default=None, description="How sure that link is, 0 to 1.")
    chain: list[Speaker] = Field(description="Who passed it on, from the speaker outward.")
    document: Source


class Part(BaseModel):
    """One part of a compound claim, and whether a denial reaches it."""

    id: str
    text: str
    status: str = Field(
        description="denied: a denial addresses it; implied: it follows from the denial of a "
        "larger claim, named in implied_from; unanswered: no denial reaches it.",
        examples=["denied"],
    )
    by: list[str] = Field(description="Ids of the denials.")
    implied_from: str | None = Field(default=None, description="Id of the larger claim denied.")


class Dispute(BaseModel):
    """One claim with both camps, part by part."""

    id: str
    claim: str
    status: str = Field(
        description="disputed; unclaimed (denied, yet nobody in the graph claims it); undisputed; "
        "unasserted (neither claimed nor denied, only questioned, retracted or wanted).",
        examples=["disputed"],
    )
    claimed_by: list[str]
    denied_by: list[str]
    anonymous_only: bool = Field(description="No named speaker on any path to the claim.")
    parts: list[Part]
    latest: str | None = Field(description="Publication of the latest statement on it.")
    asserting: list[Evidence]
    denying: list[Evidence]


class ClaimAnswer(Dispute):
    """One claim with both camps and all else that is said of it."""

    others: list[Evidence] = Field(description="Who questions, retracts, supports, rejects or demands it.")


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
    statements: list[Evidence] = Field(description="Claims, denials and stances, oldest first.")


class TermSummary(Named):
    """One term in a list."""

    text: str
    topic: str | None = None
    number: str | None = None
    amount: float | None = None
    unit: str | None = None
    binds: list[str]
    statements: int


class Stance(BaseModel):
    """Where one actor stands on a term, in its own words."""

    actor_id: str
    actor: str
    stance: str = Field(examples=["demands"])
    target: str = Field(description="The term itself, or the claim about it.")
    condition: str | None = None
    words: str
    document: str
    published: str | None = None
    statement: str


class TermAnswer(Named):
    """One term with the stances on it and all that is said of it."""

    text: str
    topic: str | None = None
    number: str | None = None
    amount: float | None = None
    unit: str | None = None
    other_values: list[str] = Field(description="Further values that one document gives, in its words.")
    deadline: str | None = Field(default=None, description="By or until when, verbatim.")
    exception: str | None = Field(default=None, description="What it leaves out, verbatim.")
    place: str | None = Field(default=None, description="Where it holds, verbatim.")
    binds: list[Named]
    part_of: list[Named]
    stances: list[Stance]
    statements: list[Evidence]


class GivenBy(BaseModel):
    """A document that gives a value."""

    id: str
    title: str
    published: str | None = None


class Given(BaseModel):
    """One value of a provision, with the documents that give it, the earliest first."""

    value: str
    unit: str | None = None
    documents: list[GivenBy]


class Contradiction(Named):
    """One provision with the different values that are given for it."""

    property: str = Field(description="amount or number.", examples=["amount"])
    values: list[Given]


class DocumentSummary(Source):
    """One document in a list."""

    author: str | None = None
    statements: int


class DocumentAnswer(Source):
    """One document with its text and what it reports, in the order of the text."""

    author: str | None = None
    language: str
    sha256: str
    text: str
    statements: list[Evidence]


class Hit(BaseModel):
    """One thing that full-text search found."""

    id: str
    kind: str
    text: str
    score: float
    document: str | None = Field(default=None, description="Of a statement: where it stands.")


class Page(BaseModel, Generic[T]):
    """One page of a list."""

    items: list[T]
    next: str | None = Field(default=None, description="Cursor of the next page; null on the last.")


Row = dict[str, Any]
