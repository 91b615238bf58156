"""The shortcuts CLAIMS, DISPUTES, BACKS and OPPOSES, recomputed for what was touched."""

from collections.abc import Iterable

from .batches import batches
from .store import Transaction
from .subgraph import Subgraph

TARGETS = ("Claim", "Term", "Plan", "PlanVersion")


def targets(*subgraphs: Subgraph) -> set[str]:
    """Return the ids of all that statements of the subgraphs bear on."""
    return {
        edge.end[1]
        for subgraph in subgraphs
        for edge in subgraph.edges.values()
        if edge.start[0] == "Statement" and edge.end[0] in TARGETS
    }


def refresh(tx: Transaction, ids: Iterable[str]) -> None:
    """Recompute the shortcuts into claims, terms and plans of these ids."""
    for rows in batches(sorted(set(ids))):
        tx.run("refresh_shortcuts", targets=rows)
