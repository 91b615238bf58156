"""`counterclaim network`, `backbone`, `polarisation`: discourse networks, as rDNA defines them."""

from pathlib import Path
from typing import Annotated, Any

import typer

from . import ask
from .answers import Network, Series
from .cli_store import opened
from .console import json_of, output, print_json, say
from .errors import InputError
from .files import write_file
from .networkfiles import gexf, graphml
from .networks import Options
from .networks.backbone import Method
from .networks.options import Conditional, Counting, Kind, Mode, Normalisation
from .networks.windows import Kernel, Unit
from .networktables import edges_csv, matrix_csv, series_csv, statements_csv
from .render_networks import backbone, network, polarisation, slices


def _option(panel: str, told: str, *names: str, **limits: Any) -> Any:
    return typer.Option(*names, help=told, rich_help_panel=panel, **limits)


_WHICH, _COUNTED, _TIME, _OUTCOME = "Which statements", "How they count", "In time", "What comes out"
Plan = Annotated[str | None, _option(_WHICH, "Id of a plan.")]
Topic = Annotated[str | None, _option(_WHICH, "What the terms are about.")]
Actor = Annotated[str | None, _option(_WHICH, "Id of an actor: its own edges.")]
Since = Annotated[str | None, _option(_WHICH, "Published then or later, 2025-11-21.")]
Until = Annotated[str | None, _option(_WHICH, "Published by then, 2025-11.")]
Joined = Annotated[Mode, _option(_COUNTED, "What is joined.")]
Normalised = Annotated[
    Normalisation,
    _option(
        _COUNTED, "One-mode: average, jaccard, cosine; two-mode: activity, prominence.", "--normalisation"
    ),
]
Duplicates = Annotated[
    Counting,
    _option(_COUNTED, "Which count as one: of a pair, all on one concept; of an actor, all in one …"),
]
Parts = Annotated[
    bool, _option(_COUNTED, "Denying a part contradicts who asserts the whole.", "--parts/--no-parts")
]
If = Annotated[Conditional, _option(_COUNTED, "What acceptance under a condition is.", "--conditional")]
Organisations = Annotated[
    bool, _option(_COUNTED, "Take actors for whom they were with then, if known.", "--organisations")
]
Isolates = Annotated[bool, _option(_OUTCOME, "Also who speaks, yet is joined to nobody.", "--isolates")]
On = Annotated[bool, _option(_OUTCOME, "Tell on what edges rest; not for large networks.", "--on/--no-on")]
Minimum = Annotated[float, _option(_OUTCOME, "Least weight of an edge.", min=0)]
Window = Annotated[Unit | None, _option(_TIME, "Cut time into windows of such units.")]
Size = Annotated[
    int, _option(_TIME, "Units of a window: so many, halved, on either side of its middle day.", min=1)
]
Weighing = Annotated[Kernel, _option(_TIME, "How far from its middle a statement weighs what.")]
Json = Annotated[bool, _option(_OUTCOME, "Print JSON for programs.", "--json")]
Output = Annotated[
    Path | None, _option(_OUTCOME, "Write a file: .graphml .gexf .csv .json .svg .png", "--output", "-o")
]
Columns = Annotated[
    str, _option(_OUTCOME, "Of a .csv: edges, matrix, or the statements beneath.", "--table", metavar="TABLE")
]
SUFFIXES = (".graphml", ".gexf", ".csv", ".json", ".svg", ".png")


def network_command(
    kind: Annotated[Kind, typer.Argument(help="Who says the same; who contradicts whom; both together.")],
    plan: Plan = None, topic: Topic = None, actor: Actor = None, since: Since = None, until: Until = None,
    mode: Joined = "actors", duplicates: Duplicates = "concepts", normalisation: Normalised = "no",
    parts: Parts = True, conditional: If = "apart", organisations: Organisations = False,
    window: Window = None, size: Size = 3, kernel: Weighing = "no",
    minimum: Minimum = 0.0, isolates: Isolates = False, on: On = True,
    table: Columns = "edges", to: Output = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Actors joined by the claims and terms on which they agree, or disagree; or concepts by actors.

    Unless you choose otherwise, an edge weighs the number of claims, terms and plans.

    subtract is congruence less conflict; combine 1 for congruence, 2 for conflict, 3 for both.

    ignore joins who speaks of the same. All of it is defined in docs/networks.md.
    """
    _require(to, table, window is not None)
    _require_size(window, size, kernel)
    options = Options(
        kind=kind, mode=mode, normalisation=normalisation, duplicates=duplicates, parts=parts,
        conditional=conditional, organisations=organisations, isolates=isolates, on=on, minimum=minimum,
    )  # fmt: skip
    filters = ask.Filters(plan=plan, topic=topic, actor=actor, since=since, until=until)
    with opened() as (_, store):
        if table == "statements" and to is not None:
            write_file(to, statements_csv(ask.events(store, options, filters)))
            return
        if window is not None:
            span = ask.Span(window, size, kernel)
            _told_in_time(ask.series(store, options, span, filters), to, as_json)
            return
        found = ask.network(
            store,
            kind,
            options,
            plan=plan,
            actor=actor,
            topic=topic,
            since=since,
            until=until,
            minimum=minimum,
        )
    if to is not None:
        write_file(to, _file(found, to.suffix, table, {"plan": plan, "topic": topic, "actor": actor}))
    elif as_json:
        print_json(found)
    elif found.edges:
        output().print(network(found))
    else:
        print("No two actors are joined so.")


def _require(to: Path | None, table: str, in_time: bool) -> None:
    allowed = (".csv", ".json") if in_time else SUFFIXES
    if to is not None and to.suffix not in allowed:
        raise InputError(f"{to}: give a name that ends with {', '.join(allowed[:-1])} or {allowed[-1]}")
    if table not in ("edges", "matrix", "statements"):
        raise InputError(f"--table {table}: give edges, matrix or statements")
    if table != "edges" and (to is None or to.suffix != ".csv" or in_time):
        raise InputError(f"--table {table} is for one network in a file: give -o NAME.csv, without --window")


def _require_size(window: Unit | None, size: int, kernel: Kernel) -> None:
    """Refuse what rDNA computes, and nobody means: one day each week, month or year."""
    if size == 1 and kernel == "no" and window in ("weeks", "months", "years"):
        raise InputError(
            f"--size 1 with {window} is the middle day of each window alone: take 2 or more "
            f"(2 and 3 are one of the {window} before and one after that day), or --window days"
        )


def _file(found: Network, suffix: str, table: str, filters: dict[str, str | None]) -> str | bytes:
    if suffix == ".svg" or suffix == ".png":
        from .plots import draw_network, picture  # loading it takes a second

        return picture(draw_network(found, **filters), "svg" if suffix == ".svg" else "png")
    if suffix == ".csv":
        return matrix_csv(found) if table == "matrix" else edges_csv(found)
    if suffix == ".json":
        return json_of(found) + "\n"
    return graphml(found) if suffix == ".graphml" else gexf(found)


def _told_in_time(found: Series, to: Path | None, as_json: bool) -> None:
    if to is not None:
        write_file(to, series_csv(found) if to.suffix == ".csv" else json_of(found) + "\n")
    elif as_json:
        print_json(found)
    elif any(each.statements for each in found.slices):
        output().print(slices(found))
    if not any(each.edges for each in found.slices):
        _say_empty(found)


def _say_empty(found: Series) -> None:
    """Say in words why an answer in time has no edge; on stderr, for the answer may be JSON."""
    if not found.slices:
        say("No window fits into the time of these statements: take a smaller --size, or a smaller unit.")
    elif not any(each.statements for each in found.slices):
        say("No window holds a statement with a day: take a larger --size.")
    else:
        say("No two are joined in any window: take a larger --size.")


def backbone_command(
    method: Annotated[Method, typer.Argument(help="As in rDNA's dna_backbone.")] = "nested",
    plan: Plan = None, topic: Topic = None, since: Since = None, until: Until = None,
    kind: Annotated[Kind, _option(_COUNTED, "Of which network; not combine.")] = "subtract",
    duplicates: Duplicates = "concepts", normalisation: Normalised = "average",
    organisations: Organisations = False,
    size: Annotated[int | None, typer.Option(min=1, help="How many concepts to keep.")] = None,
    penalty: Annotated[float, typer.Option(min=0, help="On large backbones.")] = 3.5,
    iterations: Annotated[int, typer.Option(min=1, help="Turns of the search.")] = 1_000,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, another search.")] = 0,
    as_json: Json = False,
) -> None:  # fmt: skip
    """The claims, terms and plans that carry a network of actors: without the others it looks much the same.

    nested leaves out one after the other; fixed looks for the best --size of them; penalty for the best
    number, too.
    """
    if kind == "combine":
        raise InputError("a backbone takes no combine; take subtract, congruence, conflict or ignore")
    options = Options(
        kind=kind, normalisation=normalisation, duplicates=duplicates, organisations=organisations
    )
    filters = ask.Filters(plan=plan, topic=topic, since=since, until=until)
    with opened() as (_, store):
        found = ask.backbone(
            store, options, filters, method, penalty=penalty, size=size, iterations=iterations, seed=seed
        )
    print_json(found) if as_json else output().print(backbone(found))


def polarisation_command(
    plan: Plan = None, topic: Topic = None, since: Since = None, until: Until = None,
    camps: Annotated[int, typer.Option(min=2, max=10, help="At most so many camps.")] = 2,
    duplicates: Duplicates = "concepts", normalisation: Normalised = "no", parts: Parts = True,
    organisations: Organisations = False,
    window: Window = None, size: Size = 3, kernel: Weighing = "no", as_json: Json = False,
) -> None:  # fmt: skip
    """How far actors fall into camps that agree among themselves and conflict with each other."""
    _require_size(window, size, kernel)
    options = Options(
        normalisation=normalisation, duplicates=duplicates, parts=parts, organisations=organisations
    )
    filters = ask.Filters(plan=plan, topic=topic, since=since, until=until)
    span = ask.Span(window, size, kernel) if window else None
    with opened() as (_, store):
        found = ask.polarisation(store, options, span, filters, camps)
    if as_json:
        print_json(found)
    elif any(each.camps for each in found.divisions):
        output().print(polarisation(found))
    else:
        print("No camps: no two actors agree or are in conflict.")
