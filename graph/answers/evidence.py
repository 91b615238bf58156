"""A statement with the words that prove it."""

from pydantic import BaseModel, Field

from .common import Named, Span, Speaker


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
    cue_span: Span | None = Field(default=None, description="Where the cue stands in the document's text.")
    speaker_spans: list[Span] = Field(
        default=[], description="Where the speakers are named for this statement."
    )
    mode: str = Field(description="direct: the speaker's own words; indirect: the reporter's.")
    said: str | None = None
    certainty: str
    qualification: str | None = Field(default=None, description="Words that narrow a denial.")
    condition: str | None = None
    inference: bool = Field(description="True for the writer's own conclusion.")
    confidence: float
    review: str = Field(
        description="unreviewed, accepted or rejected; what is rejected counts nowhere.",
        examples=["unreviewed"],
    )
    judged: list[str] = Field(
        default=[], description="Ids of the judgements on it: accept or reject, link, split."
    )
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
