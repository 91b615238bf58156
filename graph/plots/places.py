"""Where the nodes of a network stand: each part by itself, the largest first; and their labels."""

import math
from collections.abc import Mapping

import networkx as nx
import numpy as np

Place = tuple[float, float]


def places(graph: "nx.Graph[str]", aspect: float = 1.4) -> dict[str, Place]:
    """Return a place for each node; the same graph gives the same places.

    Each connected part is laid out by itself (Kamada and Kawai to 80 nodes, else Fruchterman and Reingold
    from a fixed start), and the parts stand in rows, so that a small one is not lost between others.
    """
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    boxes = [(_laid(graph.subgraph(sorted(part))), 1.2 * math.sqrt(len(part)) + 0.4) for part in parts]
    wide = max(
        math.sqrt(sum(side * side for _, side in boxes) * aspect), max((s for _, s in boxes), default=0)
    )
    found: dict[str, Place] = {}
    x = y = high = 0.0
    for laid, side in boxes:
        if x and x + side > wide:
            x, y, high = 0.0, y - high, 0.0
        for node, (u, v) in laid.items():
            found[node] = (x + side * (0.5 + 0.42 * u) * 1.0, y - side * (0.5 + 0.42 * v))
        x, high = x + side, max(high, side)
    return found


def _laid(part: "nx.Graph[str]") -> Mapping[str, Place]:
    if len(part) == 1:
        return dict.fromkeys(part, (0.0, 0.0))
    if len(part) == 2:
        return dict(zip(sorted(part), ((-0.5, 0.0), (0.5, 0.0)), strict=True))
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(part))
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in part.edges))
    start = nx.circular_layout(ordered)
    if len(part) <= 80:
        laid = nx.kamada_kawai_layout(ordered, pos=start)
    else:
        laid = nx.spring_layout(ordered, pos=start, seed=1, iterations=150, k=2.2 / math.sqrt(len(part)))
    points = np.array([laid[node] for node in ordered])
    middle, reach = (points.max(axis=0) + points.min(axis=0)) / 2, np.abs(points - points.mean(axis=0)).max()
    points = (points - middle) / (reach or 1.0)
    return {
        node: (float(u), float(v)) for node, (u, v) in zip(ordered, points.clip(-1.05, 1.05), strict=True)
    }
