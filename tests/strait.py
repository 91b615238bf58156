"""What tests of the fictional negotiation share: its annotations, its gold, and how findings are scored."""

from collections.abc import Iterable
from typing import Any

import yaml

from graph.models import Span
from graph.project import claim_id, project
from graph.read.annotation import load_annotation
from graph.store import Store
from graph.write import write_document

from .conftest import ROOT

STRAIT = ROOT / "examples" / "strait"
ANNOTATIONS = {path.stem: load_annotation(path) for path in sorted((STRAIT / "annotations").glob("*.yaml"))}
CLAIMS = {claim_id(c.text): c.id for annotation in ANNOTATIONS.values() for c in annotation.claims}
"""The local ids of claims, by those of the graph."""
STEMS = {annotation.document.title: stem for stem, annotation in ANNOTATIONS.items()}
PLAN = "halm-accord"


def gold(name: str) -> Any:
    """A file of the gold."""
    return yaml.safe_load((STRAIT / "gold" / f"{name}.yaml").read_text("utf-8"))


def fill(store: Store) -> None:
    """Store all documents, in the order of their names."""
    for annotation in ANNOTATIONS.values():
        write_document(store, project(annotation))


def precision_recall(found: Iterable[Any], expected: Iterable[Any]) -> tuple[float, float]:
    """Precision and recall of a set of items."""
    ours, theirs = set(found), set(expected)
    hits = len(ours & theirs)
    return hits / len(ours), hits / len(theirs)


def cited(title: str, start: int, end: int, citation: dict[str, Any]) -> bool:
    """Whether words of a document overlap those that a citation of the gold quotes."""
    annotation = ANNOTATIONS[citation["document"]]
    (span,) = [s.span for s in annotation.statements if s.id == citation["statement"]]
    assert isinstance(span, Span)
    return annotation.document.title == title and start < span.end and span.start < end
