"""What persons judged."""

from pydantic import BaseModel, Field

from ..judgements import Kind


class Standing(BaseModel):
    """One judgement as it stands; what its kind does not need is empty."""

    id: str = Field(description="Undo it by this id.")
    kind: Kind = Field(examples=["reject"])
    told: str = Field(description="What is judged, in words.", examples=["d534a60bffc4be64 is rejected"])
    waits: bool = Field(description="True while the graph lacks what it names; it has effect again after.")
    actor: str = Field(description="Of merge and split: the actor that documents name.")
    into: str = Field(description="Of merge and split: the actor that is meant.")
    name: str = Field(description="Of split: the name of a new actor.")
    documents: list[str] = Field(description="Of split: documents that mean the other actor throughout.")
    statements: list[str] = Field(description="Of split: statements that mean the other actor.")
    statement: str = Field(description="Of accept, reject and link.")
    claim: str = Field(description="Of link: the claim that is meant; empty for none of the graph.")
    older: list[str] = Field(description="Of align: provisions of the older draft; none: they were added.")
    newer: list[str] = Field(description="Of align: provisions of the newer draft; none: they were dropped.")
    finding: str = Field(description="Of dismiss: the finding that is a false alarm.")
    reason: str
    by: str
