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


class Entry(Finding):
    """An entry as it stands now."""

    kind: str = Field(description="Kind of what it leads to.", examples=["Term"])
    id: str = Field(description="Id of what it leads to: a claim, a term, an actor, a statement, a document.")
    new: bool = Field(description="It came since the last run of `counterclaim watch`.")


class Watched(BaseModel):
    """A saved question and its answer now."""

    id: str = Field(examples=["army"])
    title: str
    ask: str = Field(description="Sort of question.", examples=["stances"])
    fields: dict[str, str] = Field(description="What else it asks, as the file has it or by default.")
    seen: bool = Field(description="The last run asked it; else nothing is told to be new or gone.")
    entries: list[Entry]
    gone: list[Finding] = Field(description="What went since the last run, as it stood then.")


class Watching(BaseModel):
    """Saved questions with their answers now, and what `counterclaim watch` reported."""

    watch: str = Field(description="Title of the saved questions.")
    questions: list[Watched]
    reports: list[Report] = Field(description="The last ones, the latest first.")
