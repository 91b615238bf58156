"""Networks, backbones and camps as tables for a terminal."""

from rich.markup import escape
from rich.table import Table

from .answers import BackboneAnswer, Network, Polarisation, Series


def network(found: Network) -> Table:
    """Return the edges, the heaviest first, with what they rest on."""
    names = {node.id: node.name for node in found.nodes}
    table = _headed(found)
    for edge in sorted(found.edges, key=lambda edge: (-edge.weight, edge.source, edge.target)):
        weight = f"{edge.weight:.4g}" if isinstance(edge.weight, float) else str(edge.weight)
        row = [names[edge.source], names[edge.target], weight]
        if _grounded(found):
            row.append("\n".join(each.name for each in edge.on or ()))
        table.add_row(*map(escape, row))
    return table


def _headed(found: Network) -> Table:
    ends = {"actors": ("actor", "actor"), "concepts": ("concept", "concept"), "twomode": ("actor", "concept")}
    weight = "number" if found.normalisation == "no" else "weight"
    columns = (*ends[found.mode], weight, *(["on"] if _grounded(found) else []))
    return Table(*columns, title=found.kind, show_lines=True)


def _grounded(found: Network) -> bool:
    """Whether edges tell on what they rest; in two-mode networks none does."""
    return any(edge.on is not None for edge in found.edges)


def slices(found: Series) -> Table:
    """Return the windows that hold statements, with how many edges each has."""
    table = Table("from", "to", "statements", "edges", "weight", title=f"{found.kind}, {found.window}")
    for each in found.slices:
        if each.statements:
            weight = f"{sum(edge.weight for edge in each.edges):g}"
            table.add_row(each.start, each.end, str(each.statements), str(len(each.edges)), weight)
    return table


def backbone(found: BackboneAnswer) -> Table:
    """Return the steps of a nested backbone, or the two sets of another."""
    if found.steps:
        table = Table("left out", "loss of the rest", "loss of all left out", title="nested backbone")
        for step in found.steps:
            table.add_row(escape(step.concept.name), f"{step.loss:.3f}", f"{step.redundant_loss:.3f}")
        return table
    table = Table("backbone", "redundant", title=f"{found.method} backbone, loss {found.loss:.3f}")
    for n in range(max(len(found.kept), len(found.redundant))):
        table.add_row(*(escape(one[n].name) if n < len(one) else "" for one in (found.kept, found.redundant)))
    return table


def polarisation(found: Polarisation) -> Table:
    """Return each division with its camps; windows without camps are left out."""
    in_time = any(each.start for each in found.divisions)
    columns = ("modularity", "congruence within", "conflict between", "camps")
    table = Table(*(("from", "to") if in_time else ()), *columns, show_lines=True)
    for each in found.divisions:
        camps = "\n".join(
            f"camp {number}: {', '.join(actor.name for actor in camp.actors)}"
            for number, camp in enumerate(each.camps, 1)
        )
        figures = (f"{each.modularity:.3f}", f"{each.within:.0%}", f"{each.between:.0%}")
        if camps:
            ends = (each.start or "", each.end or "") if in_time else ()
            table.add_row(*ends, *figures, escape(camps))
    return table
