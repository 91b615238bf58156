"""A discourse network as a picture."""

from typing import Any

import networkx as nx
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke

from ..answers import Network, NetworkEdge
from .places import Place, places
from .style import BLUE, FAINT, GREEN, INK, ORANGE, PINK, RED, SKY, chosen, figure, titled, wrapped

NODES, EDGES, LABELS = 120, 400, 60
"""Most that is drawn, and that is named: the strongest."""

_SIDE, _TOP, _FOOT = 0.35, 0.95, 0.5

_KINDS = {
    "Person": ("o", SKY, "person"), "State": ("s", ORANGE, "state"),
    "Organization": ("D", GREEN, "organisation"), "Collective": ("h", PINK, "group"),
    "AnonymousSource": ("^", "#B0B0B0", "unnamed source"),
    "Claim": ("p", "#F0E442", "claim"), "Term": ("8", "#F0E442", "term"),
    "Plan": ("*", "#F0E442", "plan"), "PlanVersion": ("*", "#F0E442", "draft"),
}  # fmt: skip
_TITLES = {
    "congruence": "Who agrees with whom", "conflict": "Who is in conflict with whom",
    "subtract": "Agreement less conflict", "combine": "Agreement and conflict",
    "ignore": "Who speaks of the same",
}  # fmt: skip
_LINES: dict[int, tuple[str, Any, str]] = {
    1: (BLUE, "solid", "agreement"), 2: (RED, (0, (4, 2)), "conflict"),
    3: (PINK, (0, (3, 1.2, 0.8, 1.2)), "both"),
}  # fmt: skip
"""Colour, dashes and word of each sort of tie; the numbers are the codes of combine."""

_COUNTED = {
    "concepts": "each claim, term or plan counts once", "include": "every statement counts",
    "acrossrange": "what an actor says of one thing counts once",
}  # fmt: skip
_DIVIDED = {
    "average": "the mean of what both say", "jaccard": "all that either says", "cosine": "what both say",
    "activity": "all that the actor says", "prominence": "all that is said of the thing",
}  # fmt: skip
_MODES = {"actors": "", "concepts": ", by concept", "twomode": ", actors and concepts"}


def draw_network(network: Network, **filters: str | None) -> Figure:
    """Return the picture; of a large network the strongest edges, and the names of the most joined nodes."""
    edges = _strongest(network)
    joined = {id_ for edge in edges for id_ in (edge.source, edge.target)}
    nodes = [node for node in network.nodes if node.id in joined or not network.edges][:NODES]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(node.id for node in nodes)
    graph.add_weighted_edges_from((e.source, e.target, _strength(network, e)) for e in edges)
    names = _names(network, graph)
    at = places(graph, {node.id: _box(names.get(node.id, "")) for node in nodes})
    width, height, bottom = _size(at)
    drawn = figure(width, height)
    axes = drawn.add_axes((0, 0, 1, 1))
    axes.set_xlim(-_SIDE, width - _SIDE)
    axes.set_ylim(-bottom - _FOOT, height - bottom - _FOOT)  # inches, as the places are
    axes.set_axis_off()
    _draw_edges(axes, network, edges, at)
    _draw_nodes(axes, network, at)
    _draw_names(axes, names, at)
    _legend(drawn, network, {node.kind for node in nodes}, edges)
    told = chosen(network.since, network.until, **filters)
    told += f"; {_how(network)}"
    if len(edges) < len(network.edges):
        told += f"; {'the strongest' if network.kind != 'combine' else 'only'} {len(edges)}"
        told += f" of {len(network.edges)} ties"
    titled(drawn, _TITLES[network.kind] + _MODES[network.mode], told)
    if not nodes:
        drawn.text(0.5, 0.5, "No two are joined so.", ha="center", color=FAINT)
    return drawn


def _how(network: Network) -> str:
    """Return in words how statements count, and what the width of a line means."""
    per = f"what an actor says of one thing in one {network.duplicates} counts once"
    told = _COUNTED.get(network.duplicates, per)
    if network.normalisation != "no":
        told += f"; divided by {_DIVIDED[network.normalisation]}"
    return told if network.kind == "combine" else f"{told}; the wider a line, the more there is of it"


def _strength(network: Network, edge: NetworkEdge) -> float:
    """Return how strong a tie is; the codes of combine tell nothing of that."""
    return 1.0 if network.kind == "combine" else abs(float(edge.weight))


def _strongest(network: Network) -> list[NetworkEdge]:
    kept: list[NetworkEdge] = []
    seen: set[str] = set()
    for edge in sorted(network.edges, key=lambda e: (-_strength(network, e), e.source, e.target)):
        new = {edge.source, edge.target} - seen
        if len(kept) < EDGES and len(seen) + len(new) <= NODES:
            kept.append(edge)
            seen |= new
    return kept


def _names(network: Network, graph: "nx.Graph[str]") -> dict[str, str]:
    """Return the names to be written, in lines; of many nodes those most joined."""
    strength = {id_: sum(edge["weight"] for edge in graph[id_].values()) for id_ in graph}
    named = sorted((n for n in network.nodes if n.id in strength), key=lambda n: (-strength[n.id], n.id))
    width = 18 if network.mode == "actors" else 26
    return {node.id: wrapped(node.name, width, 3) for node in named[:LABELS]}


def _box(name: str) -> tuple[float, float]:
    """Return the inches that a mark takes with its name beneath it."""
    lines = name.split("\n") if name else []
    return max((0.072 * len(line) for line in lines), default=0.0) + 0.3, 0.3 + 0.125 * len(lines)


def _size(at: dict[str, Place]) -> tuple[float, float, float]:
    """Return the width and height of the page, and how far the places reach below the first."""
    wide = max((x for x, _ in at.values()), default=0.0) + 2 * _SIDE + 0.6
    bottom = 0.6 - min((y for _, y in at.values()), default=0.0)
    width = max(wide, 7.5)
    return width, bottom + _TOP + _FOOT, bottom


def _sort(network: Network, edge: NetworkEdge) -> int:
    """Return whether a tie is of agreement, conflict or both, as a key of _LINES."""
    if network.kind == "combine":
        return int(edge.weight)
    return 2 if network.kind == "conflict" or edge.weight < 0 else 1


def _word(network: Network, sort: int) -> str:
    """Return what the legend calls a sort of tie."""
    if network.kind == "ignore":
        return "speaks of it" if network.mode == "twomode" else "speak of the same"
    return {1: "for", 2: "against", 3: "both"}[sort] if network.mode == "twomode" else _LINES[sort][2]


def _draw_edges(axes: Axes, network: Network, edges: list[NetworkEdge], at: dict[str, Place]) -> None:
    most = max((_strength(network, edge) for edge in edges), default=1)
    for edge in reversed(edges):
        (x1, y1), (x2, y2) = at[edge.source], at[edge.target]
        colour, dashes, _ = _LINES[_sort(network, edge)]
        share = _strength(network, edge) / most if network.kind != "combine" else 0.4
        axes.plot(
            [x1, x2], [y1, y2], color=colour, linestyle=dashes,
            linewidth=0.7 + 3.3 * share, alpha=0.75 if len(edges) < 120 else 0.25 + 0.5 * share, zorder=1,
            solid_capstyle="round",
        )  # fmt: skip


def _draw_nodes(axes: Axes, network: Network, at: dict[str, Place]) -> None:
    drawn = [node for node in network.nodes if node.id in at]
    most = max((node.statements for node in drawn), default=1)
    for node in drawn:
        marker, colour, _ = _KINDS[node.kind]
        size = (60 if len(drawn) <= 60 else 25) * (1 + 3 * (node.statements / most) ** 0.5)
        axes.scatter(
            *at[node.id], s=size, marker=marker, color=colour, edgecolors=INK, linewidths=0.8, zorder=3
        )


def _draw_names(axes: Axes, names: dict[str, str], at: dict[str, Place]) -> None:
    for id_, name in names.items():
        axes.annotate(
            name, at[id_], xytext=(0, -8), textcoords="offset points", ha="center", va="top", fontsize=8,
            zorder=4, linespacing=0.95, path_effects=[withStroke(linewidth=2.2, foreground="white")],
        )  # fmt: skip


def _legend(drawn: Figure, network: Network, kinds: set[str], edges: list[NetworkEdge]) -> None:
    marks = [
        Line2D(
            [],
            [],
            linestyle="none",
            marker=marker,
            markersize=8,
            color=colour,
            markeredgecolor=INK,
            label=told,
        )
        for kind, (marker, colour, told) in _KINDS.items()
        if kind in kinds
    ]
    for sort in sorted({_sort(network, edge) for edge in edges}):
        colour, dashes, _ = _LINES[sort]
        told = _word(network, sort)
        marks.append(Line2D([], [], color=colour, linestyle=dashes, linewidth=2.2, label=told))
    if marks:
        drawn.legend(handles=marks, loc="lower left", ncols=len(marks), frameon=False, fontsize=8,
                     bbox_to_anchor=(0.0, 0.0), handletextpad=0.5,
                     columnspacing=1.4, handlelength=2.8)  # fmt: skip
