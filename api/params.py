"""The parameters that routes share, each named once; and the refusal of unknown ones."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from fastapi import Path, Query, Request
from fastapi.exceptions import RequestValidationError

from graph.answers import ContradictionKind
from graph.ask.filters import DATE
from graph.judgements import Kind as KindOfJudgement
from graph.models import ActorKind

_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
_VALUE = r"^(-?[0-9][0-9,]*(\.[0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2})$"
_ID, _TEXT = 300, 200

MEANT = {
    _DATE: DATE,
    _VALUE: "a number or a day: give 800000 or 2025-11-21",
}
"""What the patterns of parameters mean, for people."""


def _filter(description: str, example: str) -> Any:
    return Query(min_length=1, max_length=_ID, description=description, examples=[example])


def _date(description: str, example: str = "2025-11-22") -> Any:
    return Query(pattern=_DATE, description=description, examples=[example])


Limit = Annotated[int, Query(ge=1, le=500, description="Most items on one page.")]
After = Annotated[
    str | None,
    Query(min_length=1, max_length=1000, description="Cursor: `next` of the page before."),
]
Text = Annotated[
    str | None,
    Query(min_length=1, max_length=_TEXT, description="Only with these letters, in either case."),
]
Since = Annotated[str | None, _date("Only what was published then or later: a year, month or day.")]
Until = Annotated[
    str | None, _date("Only what was published then or before: a year, month or day.", "2025-11")
]
DigestSince = Annotated[str, _date("What was published then or later is new: a year, month or day.")]
AsOf = Annotated[
    str | None,
    _date(
        "The graph as published by then: a year, month or day. Where a route takes `until` too, that is the "
        "end of a period, and the graph is seen as of its end unless `as_of` is given."
    ),
]
ShiftSince = Annotated[str | None, _date("Only what moved by words published then or later.")]
ShiftUntil = Annotated[str | None, _date("Only what moved by words published then or before.", "2025-11")]
MomentSince = Annotated[str | None, _date("Only moments then or later.")]
MomentUntil = Annotated[str | None, _date("Only moments then or before.", "2025-11")]
Actor = Annotated[str | None, _filter("Id of an actor who asserts or denies.", "rustem-umerov")]
SaidBy = Annotated[str | None, _filter("Id of an actor who speaks or publishes.", "rustem-umerov")]
SpokenBy = Annotated[str | None, _filter("Id of an actor who speaks.", "tommy-pigott")]
StanceOf = Annotated[str | None, _filter("Id of an actor who takes a stance.", "khrystyna-hayovyshyn")]
Publisher = Annotated[str | None, _filter("Id of the actor who published it.", "example-wire")]
FirstSpeaker = Annotated[str | None, _filter("Id of an actor who says it first.", "brennick-officials")]
SilentActor = Annotated[str | None, _filter("Id of an actor who says nothing.", "kestrel-shipping")]
SilentOrDenier = Annotated[
    str | None, _filter("Id of an actor who says nothing; of denials, who denies.", "kestrel-shipping")
]
Denier = Annotated[str | None, _filter("Id of an actor who denies.", "rustem-umerov")]
HeadlineOf = Annotated[
    str | None, _filter("Id of an actor who speaks in the headline, or publishes it.", "example-wire")
]
OfDocument = Annotated[str | None, _filter("Id of a document.", "f3cead93241fc387")]
OfPlan = Annotated[str, _filter("Id of a plan.", "28-point-plan")]
ClaimsOnPlan = Annotated[
    str | None, _filter("Id of a plan that the claim, or a part of it, is about.", "28-point-plan")
]
AnonymousOnly = Annotated[
    bool | None,
    Query(description="True: only claims that come from anonymous sources alone. False: only the others."),
]
Term = Annotated[
    str | None,
    _filter(
        "Id of a term that the claim, or a part of it, is about.",
        "european-counter-proposal:ukraine-armed-forces",
    ),
]
StanceTerm = Annotated[
    str | None,
    _filter("Id of a term, with what it was and became in all drafts.", "28-point-plan:ukraine-armed-forces"),
]
Claim = Annotated[str | None, _filter("Id of a claim.", "b74322f59e199576")]
Plan = Annotated[str | None, _filter("Id of a plan.", "28-point-plan")]
StatedPlan = Annotated[str | None, _filter("Id of a plan that is spoken of.", "28-point-plan")]
StatedTerm = Annotated[
    str | None,
    _filter("Id of a term that is spoken of, or a claim about it.", "28-point-plan:ukraine-armed-forces"),
]
StatedClaim = Annotated[
    str | None, _filter("Id of a claim that is spoken of, or a part of it.", "b74322f59e199576")
]
MentionedPlan = Annotated[str | None, _filter("Id of a plan that it mentions.", "28-point-plan")]
MentionedTerm = Annotated[
    str | None, _filter("Id of a term that it mentions.", "28-point-plan:ukraine-armed-forces")
]
MentionedClaim = Annotated[str | None, _filter("Id of a claim that it mentions.", "b74322f59e199576")]
DraftsAsOf = Annotated[str | None, _date("The drafts as published by then.", "2033-04-20")]
OldDraft = Annotated[str | None, _filter("Id of the older draft.", "halm-accord:d1")]
Draft = Annotated[str | None, _filter("Only provisions of this draft: its id.", "halm-accord:d2")]
NewDraft = Annotated[str | None, _filter("Id of the newer draft.", "halm-accord:d2")]
Topic = Annotated[str | None, _filter("What the term is about.", "armed-forces")]
Kind = Annotated[ActorKind | None, Query(description="Kind of actor.")]
JudgementKind = Annotated[KindOfJudgement | None, Query(description="Kind of judgement.")]
JudgedStatement = Annotated[str | None, _filter("Id of a statement that is judged.", "d534a60bffc4be64")]
JudgedActor = Annotated[str | None, _filter("Id of an actor that is merged or split.", "steve-witkoff")]
JudgedClaim = Annotated[str | None, _filter("Id of a claim that denials are linked to.", "b74322f59e199576")]
JudgedTerm = Annotated[
    str | None, _filter("Id of a provision that is aligned.", "28-point-plan:ukraine-armed-forces")
]
Finding = Annotated[str | None, _filter("Id of a finding that is dismissed.", "e9a62889b92b396b")]
Contradicting = Annotated[ContradictionKind | None, Query(description="Only of this kind.")]
AtOdds = Annotated[
    str | None, _filter("Id of an actor who speaks a piece, or publishes what is at fault.", "rustem-umerov")
]
AboutTerm = Annotated[str | None, _filter("Id of a provision.", "28-point-plan:ukraine-armed-forces")]
SecondSince = Annotated[str | None, _date("Only where the second piece was published then or later.")]
Dismissed = Annotated[bool, Query(description="Also what was dismissed as a false alarm.")]
NewValue = Annotated[
    str,
    Query(
        pattern=_VALUE,
        max_length=60,
        description="The other value: a number, or a day where the provision has one.",
        examples=["800000"],
    ),
]
NewUnit = Annotated[str | None, _filter("Unit of the value; without it, that of the provision.", "people")]
Status = Literal["disputed", "unclaimed", "undisputed"]
StatusOrAny = Annotated[Status | None, Query(description="Only of this status.")]


def moment(name: str, description: str, example: str) -> Any:
    """Return a date that must be given."""
    return Query(alias=name, pattern=_DATE, description=description, examples=[example])


def _id(what: str, example: str) -> Any:
    return Path(description=f"Id of {what}.", openapi_examples={"sample": {"value": example}})


ActorId = Annotated[str, _id("an actor", "rustem-umerov")]
ClaimId = Annotated[str, _id("a claim or of a part of one", "b74322f59e199576")]
TermId = Annotated[str, _id("a term", "28-point-plan:ukraine-armed-forces")]
PlanId = Annotated[str, _id("a plan", "28-point-plan")]
DraftedPlanId = Annotated[str, _id("a plan with two drafts or more", "halm-accord")]
StatementId = Annotated[str, _id("a statement", "d534a60bffc4be64")]
JudgementId = Annotated[str, _id("a judgement", "e9a62889b92b396b")]
DocumentId = Annotated[str, _id("a document", "f3cead93241fc387")]


class Known:
    """A dependency that refuses query parameters that the route does not take, and any but lists given twice.

    A misspelt filter that is ignored gives a wrong answer that looks right. `lists` may be given twice.
    """

    def __init__(self, names: Iterable[str], lists: Iterable[str] = ()) -> None:
        self.names = sorted(names)
        self.lists = frozenset(lists)

    # async, as all that only looks: what is not goes to a thread and back.
    async def __call__(self, request: Request) -> None:
        """Raise RequestValidationError with each fault."""
        unknown = f"unknown parameter; known are {', '.join(self.names) or 'none'}"
        given = Counter(name for name, _ in request.query_params.multi_items())
        faults = [
            {"loc": ("query", name), "msg": "given more than once" if name in self.names else unknown}
            for name, times in given.items()
            if name not in self.names or (times > 1 and name not in self.lists)
        ]
        if faults:
            raise RequestValidationError(faults)
