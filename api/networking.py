"""The choices of networks that their routes share: which statements, and how they count."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Annotated

from fastapi import Depends, Query, Request

from graph.ask import Filters
from graph.networks import Options
from graph.networks.deadline import Deadline
from graph.networks.options import Conditional, Counting, Kind, Mode, Normalisation

from .files import slot
from .params import Plan, Since, SpokenBy, StatedTerm, Topic, Until

AT_ONCE = 2
"""Series, backbones and divisions into camps that are computed at a time: each takes a processor."""

Normalised = Annotated[
    Normalisation,
    Query(description="average, jaccard, cosine: of one-mode networks; activity, prominence: of two-mode."),
]
Minimum = Annotated[float, Query(ge=0, le=10_000, description="Least weight of an edge, for or against.")]


def _taken(
    plan: Plan = None,
    topic: Topic = None,
    term: StatedTerm = None,
    actor: SpokenBy = None,
    since: Since = None,
    until: Until = None,
) -> Filters:
    return Filters(plan=plan, topic=topic, term=term, actor=actor, since=since, until=until)


Choose = Callable[..., Options]


def _chosen(
    mode: Annotated[
        Mode, Query(description="Who or what is joined: actors, concepts, or actors with concepts.")
    ] = "actors",
    duplicates: Annotated[
        Counting,
        Query(
            description="Which statements count as one: of a pair all on one concept (concepts); of an actor "
            "none, or those of one document, day, week, month, year, or all."
        ),
    ] = "concepts",
    parts: Annotated[
        bool, Query(description="Whether denying a part contradicts who asserts the whole, and the reverse.")
    ] = True,
    conditional: Annotated[
        Conditional, Query(description="What acceptance under a condition is: apart, support, or nothing.")
    ] = "apart",
    organisations: Annotated[
        bool,
        Query(description="Take actors for the organisation or state they were with, if known."),
    ] = False,
    isolates: Annotated[bool, Query(description="Also those who speak, yet are joined to nobody.")] = False,
    on: Annotated[bool, Query(description="Tell on what each edge rests; false for large networks.")] = True,
) -> Choose:
    def choose(kind: Kind, normalisation: Normalisation, minimum: float = 0.0) -> Options:
        return Options(
            kind=kind, mode=mode, normalisation=normalisation, duplicates=duplicates, parts=parts,
            conditional=conditional, organisations=organisations, isolates=isolates, on=on, minimum=minimum,
        )  # fmt: skip

    return choose


Taken = Annotated[Filters, Depends(_taken)]
Chosen = Annotated[Choose, Depends(_chosen)]


@contextmanager
def computing(request: Request) -> Generator[Deadline]:
    """Let AT_ONCE compute at a time, each until the deadline that it gets; 503 for whoever comes then."""
    with slot(request.app.state.computing, "Other networks are being computed."):
        yield Deadline(request.app.state.settings.query_timeout)
