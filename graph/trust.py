"""Whose reading of a document stands: what persons made gives way to persons alone."""

from .errors import ConflictError
from .subgraph import Subgraph

HAND = "hand"
"""The reader of what a person annotated or corrected."""

MACHINES = frozenset({"rules", "llm", "synthetic"})
"""Readers that would read the same text again; all others record what persons coded."""


def require_trusted(old: Subgraph, new: Subgraph) -> None:
    """Raise ConflictError if `new` would take the place of what persons made, and may not.

    A reading by hand may replace any; one of a certain kind of coded data replaces that kind, and all may
    replace what a machine read.
    """
    given = readers(new)
    lost = sorted(readers(old) - MACHINES - given)
    if lost and HAND not in given:
        title = old.document.properties.get("title")
        raise ConflictError(
            f"document {old.document.id} ({title}): a person made what the graph holds of it "
            f"({_listed(lost)}); another reading ({_listed(sorted(given))}) does not take its place unasked. "
            "Leave it out, or say that it shall: --replace, over HTTP ?replace=true"
        )


def readers(subgraph: Subgraph) -> set[str]:
    """Return by what readers the statements of a document are: 'hand', 'rules', 'dna' and others."""
    return {str(node.properties["reader"]) for node in subgraph.labelled("Extraction")}


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "of no reader"
