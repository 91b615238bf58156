"""What saved questions report: what came and what went since they were asked last."""

from pydantic import BaseModel, Field

from .digest import Citation
from .evidence import Evidence


class Finding(BaseModel):
    """One entry of the answer to a saved question."""

    key: str = Field(
        description="What makes it this entry and no other; the same as long as it stands.",
        examples=["jonas-teller rejects halm-accord:d1:army-cap"],
    )
    text: str = Field(examples=["Jonas Teller rejects Ceiling on the army (first draft)"])
    words: list[Evidence] = Field(
        default=[], description="The statements that prove it, oldest first, some at most."
    )
    quotes: list[Citation] = Field(default=[], description="Words that prove it and are no statement's.")
    more: int = Field(default=0, description="How many statements besides prove it.")


class Change(BaseModel):
    """What came to, and went from, the answer to one question."""

    question: str = Field(description="Id of the question.", examples=["army"])
    title: str
    first: bool = Field(description="It was asked for the first time: all that was found is `added`.")
    added: list[Finding]
    removed: list[Finding] = Field(description="As they stood when they were seen last.")


class Report(BaseModel):
    """What changed in the answers to saved questions since they were asked last."""

    id: str = Field(description="Of this report; the same when it is sent again.")
    number: int = Field(description="1 for the first report of a state file, then one more each.")
    watch: str = Field(description="Title of the saved questions.")
    newest: str | None = Field(description="Publication of the newest document when they were asked.")
    changes: list[Change] = Field(description="In the order of the questions; none that did not change.")
