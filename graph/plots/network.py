"""A discourse network as a picture."""

import networkx as nx
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke

from ..answers import Network, NetworkEdge
from .places import Place, places
from .style import BLUE, FAINT, GREEN, INK, ORANGE, PINK, RED, SKY, chosen, figure, titled, wrapped

NODES, EDGES, LABELS = 150, 600, 60
"""Most that is drawn, and that is named: the strongest."""

_KINDS = {
    "Person": ("o", SKY, "person"), "State": ("s", ORANGE, "state"), "Organization": ("D", GREEN, "organisation"),
    "Collective": ("h", PINK, "group"), "AnonymousSource": ("^", "#B0B0B0", "unnamed source"),
    "Claim": ("p", "#F0E442", "claim"), "Term": ("8", "#F0E442", "term"),
    "Plan": ("*", "#F0E442", "plan"), "PlanVersion": ("*", "#F0E442", "draft"),
}  # fmt: skip
_TITLES = {
    "congruence": "Who agrees with whom", "conflict": "Who is in conflict with whom",
    "subtract": "Agreement less conflict", "combine": "Agreement and conflict", "ignore": "Who speaks of the same",
}  # fmt: skip
_MODES = {"actors": "", "concepts": ", by concept", "twomode": ", actors and concepts"}


def draw_network(network: Network, **filters: str | None) -> Figure:
    """Return the picture; of a large network the strongest edges, and the names of the most joined nodes."""
    edges = _strongest(network.edges)
    joined = {id_ for edge in edges for id_ in (edge.source, edge.target)}
    nodes = [node for node in network.nodes if node.id in joined or not network.edges][:NODES]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(node.id for node in nodes)
    graph.add_weighted_edges_from((e.source, e.target, abs(float(e.weight))) for e in edges)
    at = places(graph)
    width, height = _size(at)
    drawn = figure(width, height)
    axes = drawn.add_axes((0.02, 0.09, 0.96, 0.99 - 0.09 - 0.75 / height))
    axes.set_axis_off()
    _draw_edges(axes, network, edges, at)
    _draw_nodes(axes, network, at)
    _draw_names(axes, network, graph, at)
    _room(axes, at)
    _legend(drawn, network, {node.kind for node in nodes}, edges)
    told = chosen(network.since, network.until, **filters)
    told += f"; normalisation: {network.normalisation}; duplicates: {network.duplicates}"
    if len(edges) < len(network.edges):
        told += f"; the strongest {len(edges)} of {len(network.edges)} ties"
    titled(drawn, _TITLES[network.kind] + _MODES[network.mode], told)
    if not nodes:
        drawn.text(0.5, 0.5, "No two are joined so.", ha="center", color=FAINT)
    return drawn


def _strongest(edges: list[NetworkEdge]) -> list[NetworkEdge]:
    kept: list[NetworkEdge] = []
    seen: set[str] = set()
    for edge in sorted(edges, key=lambda e: (-abs(e.weight), e.source, e.target)):
        new = {edge.source, edge.target} - seen
        if len(kept) < EDGES and len(seen) + len(new) <= NODES:
            kept.append(edge)
            seen |= new
    return kept


def _size(at: dict[str, Place]) -> tuple[float, float]:
    if not at:
        return 7.0, 3.0
    wide = max(x for x, _ in at.values()) - min(x for x, _ in at.values()) + 1
    high = max(y for _, y in at.values()) - min(y for _, y in at.values()) + 1
    width = min(max(1.0 * wide + 1.5, 7.0), 13.0)
    return width, min(max(width * high / wide + 1.2, 4.0), 12.0)


def _room(axes: Axes, at: dict[str, Place]) -> None:
    if at:
        xs, ys = [x for x, _ in at.values()], [y for _, y in at.values()]
        wide, high = max(max(xs) - min(xs), 1), max(max(ys) - min(ys), 1)
        axes.set_xlim(min(xs) - 0.09 * wide - 0.3, max(xs) + 0.09 * wide + 0.3)
        axes.set_ylim(min(ys) - 0.06 * high - 0.3, max(ys) + 0.06 * high + 0.3)


def _opposed(network: Network, edge: NetworkEdge) -> bool:
    return network.kind == "conflict" or edge.weight < 0 or (network.kind == "combine" and edge.weight == 2)


def _draw_edges(axes: Axes, network: Network, edges: list[NetworkEdge], at: dict[str, Place]) -> None:
    most = max((abs(edge.weight) for edge in edges), default=1) if network.kind != "combine" else 3
    for edge in reversed(edges):
        (x1, y1), (x2, y2) = at[edge.source], at[edge.target]
        opposed = _opposed(network, edge)
        share = abs(edge.weight) / most
        axes.plot(
            [x1, x2], [y1, y2], color=RED if opposed else BLUE, linestyle=(0, (4, 2)) if opposed else "solid",
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


def _draw_names(axes: Axes, network: Network, graph: "nx.Graph[str]", at: dict[str, Place]) -> None:
    strength = dict(graph.degree(weight="weight"))  # pyright: ignore[reportCallIssue]
    named = sorted((n for n in network.nodes if n.id in at), key=lambda n: (-strength[n.id], n.id))[:LABELS]
    for node in named:
        x, y = at[node.id]
        long = network.mode != "actors"
        axes.annotate(
            wrapped(node.name, 26 if long else 18, 3), (x, y), xytext=(0, -8), textcoords="offset points",
            ha="center", va="top", fontsize=7 if long or len(named) > 40 else 8, zorder=4, linespacing=0.95,
            path_effects=[withStroke(linewidth=2.2, foreground="white")],
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
    for opposed, told in ((False, "agreement"), (True, "conflict")):
        if any(_opposed(network, edge) == opposed for edge in edges):
            told = {"ignore": "speak of the same"}.get(network.kind, told)
            style = (0, (4, 2)) if opposed else "solid"
            marks.append(
                Line2D([], [], color=RED if opposed else BLUE, linestyle=style, linewidth=2.2, label=told)
            )
    if marks:
        drawn.legend(handles=marks, loc="lower left", ncols=len(marks), frameon=False, fontsize=8,
                     bbox_to_anchor=(0.01, 0.0), handletextpad=0.5, columnspacing=1.4)  # fmt: skip
