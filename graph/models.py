"""The annotation: what one document says, in the one form that every reader produces.

A hand-coded file, the rules and an import all end here; `graph.project` turns an annotation into
nodes and edges. Names of fields are those of the ontology. Offsets count Unicode code points of
`document.text`, half open: `text[start:end] == exact`.
"""

import unicodedata
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[\w]+(?:[-.][\w]+)*(?::[\w]+(?:[-.][\w]+)*)*$", max_length=300),
]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$"),
]
When = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?)?)?)?$"),
    Field(description="ISO 8601 year, month, day or date and time: as precise as is known."),
]

# Those of Unicode's \w that pydantic's pattern knows as well: no fractions or circled digits.
_SLUG_CATEGORIES = {"Ll", "Lu", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"}

ActorKind = Literal["Person", "Organization", "State", "Collective", "AnonymousSource"]
Act = Literal["asserts", "denies", "questions", "retracts", "supports", "rejects", "demands", "accepts_if"]
Reviewed = Literal["unreviewed", "accepted", "rejected"]
ACTS: tuple[Act, ...] = (
    "asserts", "denies", "questions", "retracts", "supports", "rejects", "demands", "accepts_if",
)  # fmt: skip


class Model(BaseModel):
    """Base: unknown fields are refused, values are never changed in place."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Span(Model):
    """A stretch of the document's text, verbatim."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    exact: str = Field(min_length=1)


class Document(Model):
    """The article, post, transcript or plan text that was read."""

    title: Line
    text: str = Field(min_length=1, description="Cleaned text; all offsets count in it.")
    language: Line = "en"
    url: Line | None = None
    publisher: Slug | None = Field(default=None, description="Actor that published it.")
    author: Line | None = None
    published: When | None = None
    source: Line | None = Field(default=None, description="Name of the file that it was read from.")


class Extraction(Model):
    """The run that produced the statements: a reader with its version, or a person."""

    reader: Line = Field(description="'hand' for people, 'rules' or 'llm' for a reader.")
    version: Line
    settings: Line | None = None


class Role(Model):
    """A post held in an organisation or state; the interval is as far as known."""

    post: Line
    organization: Slug | None = None
    since: When | None = None
    until: When | None = None


class Actor(Model):
    """Who can speak, act or be bound."""

    id: Slug
    kind: ActorKind
    name: Line
    aliases: tuple[Line, ...] = ()
    misspellings: tuple[Line, ...] = ()
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9]\d*$")] | None = None
    member_of: tuple[Slug, ...] = Field(default=(), description="Collectives it is part of.")
    affiliation: Slug | None = Field(default=None, description="Whom an anonymous source is with.")
    roles: tuple[Role, ...] = ()


class Plan(Model):
    """A plan under negotiation."""

    id: Slug
    name: Line
    aliases: tuple[Line, ...] = ()


class PlanVersion(Model):
    """One draft of a plan."""

    id: Slug = Field(description="plan:version")
    plan: Slug
    name: Line
    dated: When | None = None


class Term(Model):
    """One provision of a plan or of a draft, in the words of the source."""

    id: Slug = Field(description="plan:term or plan:version:term")
    part_of: Slug = Field(description="The plan, or the plan version when it is known.")
    name: Line = Field(description="Short label, for boards and tables.")
    text: Line
    topic: Slug | None = None
    number: Line | None = Field(default=None, description="Only where the source numbers it.")
    binds: tuple[Slug, ...] = ()
    amount: Annotated[Decimal, Field(ge=-(10**300), le=10**300)] | None = None
    unit: Line | None = None
    other_values: tuple[Line, ...] = Field(
        default=(), description="Further values that the same document gives for it, verbatim."
    )
    deadline: Line | None = Field(default=None, description="Verbatim words that say by or until when.")
    exception: Line | None = Field(default=None, description="Verbatim words that take something out.")
    place: Line | None = Field(default=None, description="Verbatim words that say where it holds.")


class Event(Model):
    """Talks, a call, a summit, a deadline."""

    id: Slug
    name: Line
    date: When | None = None


class Claim(Model):
    """A proposition, free of its speaker, in one normalised sentence."""

    id: Slug = Field(description="Local to the file; the graph's id is a hash of the text.")
    text: Line
    about: tuple[Slug, ...] = Field(default=(), description="Actors, terms, plans, events.")
    part_of: Slug | None = Field(default=None, description="The compound claim it is a part of.")


class Statement(Model):
    """One act of saying: who, with what words, does what to which claim or term."""

    id: Slug = Field(description="Local to the file; the graph's id is a hash.")
    span: Span = Field(description="The words that carry what is said.")
    cue: Span | None = Field(default=None, description="'denied', 'according to', …")
    speaker_span: Span | None = Field(default=None, description="The words that name the speaker.")
    speakers: tuple[Slug, ...] = Field(min_length=1)
    asserts: tuple[Slug, ...] = ()
    denies: tuple[Slug, ...] = ()
    questions: tuple[Slug, ...] = ()
    retracts: tuple[Slug, ...] = Field(default=(), description="Own claims taken back.")
    supports: tuple[Slug, ...] = ()
    rejects: tuple[Slug, ...] = ()
    demands: tuple[Slug, ...] = ()
    accepts_if: tuple[Slug, ...] = ()
    unlinked: Literal["denies", "retracts", "questions"] | None = Field(
        default=None, description="The act on a claim that could not be identified; then it has no target."
    )
    refers_to: tuple[Slug, ...] = Field(
        default=(), description="Of an unlinked act: the actors whose claims are meant, where the words tell."
    )
    link_basis: Line | None = Field(
        default=None, description="Why the claim denied, retracted or questioned was taken to be this one."
    )
    link_confidence: float | None = Field(default=None, ge=0, le=1, description="How sure that link is.")
    reported_by: Slug | None = Field(
        default=None, description="The statement that reports this one; else the document does."
    )
    mode: Literal["direct", "indirect", "mixed"] = "indirect"
    said: When | None = None
    certainty: Literal["plain", "hedged", "rumoured"] = "plain"
    qualification: Line | None = Field(
        default=None, description="Verbatim words that narrow a denial or stance ('beyond …')."
    )
    condition: Line | None = Field(default=None, description="Verbatim words after 'if', 'unless'.")
    inference: bool = Field(default=False, description="The writer's own conclusion, never an actor's words.")
    confidence: float = Field(default=1.0, ge=0, le=1)
    review: Reviewed = "unreviewed"


class Mention(Model):
    """Where the text names an actor, term or plan."""

    of: Slug
    span: Span


class Omission(Model):
    """Something the reader did not understand, or that cannot be: counted and shown, never guessed."""

    reason: Line
    span: Span
    kind: Literal["not understood", "contradiction"] = Field(
        default="not understood", description="A contradiction is understood, and stands as it is written."
    )


class Annotation(Model):
    """All that one document says."""

    counterclaim: Literal[1] = Field(default=1, description="Version of this format.")
    document: Document
    extraction: Extraction
    actors: tuple[Actor, ...] = ()
    plans: tuple[Plan, ...] = ()
    versions: tuple[PlanVersion, ...] = ()
    terms: tuple[Term, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    omissions: tuple[Omission, ...] = ()


def slug(name: str) -> str:
    """Return `name` as a slug: lower case words of letters, marks and digits joined by hyphens."""
    text = unicodedata.normalize("NFKC", name).lower()
    kept = "".join(c if unicodedata.category(c) in _SLUG_CATEGORIES else " " for c in text)
    return "-".join(kept.split())


_SLUG: TypeAdapter[str] = TypeAdapter(Slug)


def is_slug(given: str) -> bool:
    """Say whether what is given can be an id: letters and digits, joined, and not too many."""
    try:
        _SLUG.validate_python(given)
    except ValidationError:
        return False
    return True
