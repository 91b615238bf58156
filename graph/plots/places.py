"""Where the nodes of a network stand, in inches: each part by itself, and no name upon another."""

import math
from collections.abc import Mapping
from typing import Any

import networkx as nx
import numpy as np

Place = tuple[float, float]
Sizes = Mapping[str, tuple[float, float]]
"""Of each node the width and height of its mark with its name; the mark is at the middle of the top."""

NARROW, WIDE, GAP = 9.0, 15.0, 0.35


def places(graph: "nx.Graph[str]", sizes: Sizes) -> dict[str, Place]:
    """Return a place for each node; the same graph gives the same places.

    Each connected part is laid out by itself (Kamada and Kawai to 80 nodes, else Fruchterman and Reingold,
    from a fixed start), then pushed apart until no mark or name covers another; the parts stand in rows,
    the largest first.
    """
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    blocks = [_block(graph, sorted(part), sizes) for part in parts]
    area = sum(wide * high for _, wide, high in blocks)
    width = min(max(math.sqrt(area * 1.5), NARROW), WIDE)
    found: dict[str, Place] = {}
    x = y = row = 0.0
    for block, wide, high in blocks:
        if x and x + wide > width:
            x, y, row = 0.0, y - row - GAP, 0.0
        found |= {node: (x + u, y + v) for node, (u, v) in block.items()}
        x, row = x + wide + GAP, max(row, high)
    return found


def _block(graph: "nx.Graph[str]", nodes: list[str], sizes: Sizes) -> tuple[dict[str, Place], float, float]:
    """Return the places of one part from its upper left corner, with its width and height."""
    sides = np.array([sizes[node] for node in nodes])
    points = _apart(_laid(graph, nodes) * math.sqrt(len(nodes)) * sides.mean(axis=0) * (0.5, 0.85), sides)
    left, right = (points[:, 0] - sides[:, 0] / 2).min(), (points[:, 0] + sides[:, 0] / 2).max()
    top, bottom = points[:, 1].max(), (points[:, 1] - sides[:, 1]).min()
    block = {n: (float(u - left), float(v - top)) for n, (u, v) in zip(nodes, points, strict=True)}
    return block, float(right - left), float(top - bottom)


def _laid(graph: "nx.Graph[str]", nodes: list[str]) -> Any:
    """Return points between -1 and 1."""
    if len(nodes) <= 2:
        return np.array([(-0.6, 0.0), (0.6, 0.0)])[: len(nodes)] if len(nodes) == 2 else np.zeros((1, 2))
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(nodes)
    part.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in graph.edges(nodes)))
    start = nx.circular_layout(part)
    if len(nodes) <= 80:
        laid = nx.kamada_kawai_layout(part, pos=start)
    else:
        laid = nx.spring_layout(part, pos=start, seed=1, iterations=200, k=3 / math.sqrt(len(nodes)))
    points = np.array([laid[node] for node in nodes])
    points = points - (points.max(axis=0) + points.min(axis=0)) / 2
    points = points / (np.abs(points).max() or 1.0)
    wide, high = np.ptp(points, axis=0)
    return points if wide >= high else points[:, ::-1]  # a page is read across


def _apart(points: Any, sides: Any, turns: int = 300) -> Any:
    """Return the points, moved until the boxes at them are apart, each pair along the shorter way."""
    points = points.copy()
    offset = np.column_stack([np.zeros(len(sides)), sides[:, 1] / 2])
    number = np.arange(len(points))
    earlier = np.sign(number[:, None] - number[None, :])[..., None]  # who gives way on one spot
    for _ in range(turns):
        middles = points - offset
        apart = middles[:, None, :] - middles[None, :, :]
        over = (sides[:, None, :] + sides[None, :, :]) / 2 + 0.06 - np.abs(apart)
        hit = (over > 0).all(axis=2) & ~np.eye(len(points), dtype=bool)
        if not hit.any():
            break
        sign = np.where(apart != 0, np.sign(apart), earlier)
        shorter = over[..., 0] <= over[..., 1]
        push = np.stack([shorter, ~shorter], axis=2) * over * sign * 0.5
        points += (push * hit[..., None]).sum(axis=1) * 0.6
    return points
