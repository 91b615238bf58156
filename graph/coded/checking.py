"""The checks that every document passes, for several documents at once.

The shapes are checked over all of them together, which costs less than half of checking each. As each states
everything that it refers to (`graph.check`), what is valid together is valid alone; what is not is looked at
one by one, for documents that contradict each other may each be valid.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..check import problems
from ..errors import AnnotationError, InputError
from ..ingest import Understood
from ..models import Annotation
from ..project import project
from ..rdf import to_rdf
from ..subgraph import Subgraph
from ..validate import require_valid, violations
from . import Options


def check_together(
    annotations: Sequence[Annotation], path: Path, options: Options
) -> Iterator[Understood | InputError]:
    """Yield each annotation as it would be stored, or why it cannot be, in their order."""
    base, name = options.settings.base_iri, str(path)
    known = [_projected(annotation, path) for annotation in annotations]
    subgraphs = [subgraph for _, subgraph in known if isinstance(subgraph, Subgraph)]
    good = not subgraphs or not violations(to_rdf(subgraphs, base))
    for annotation, subgraph in known:
        try:
            if isinstance(subgraph, InputError):
                raise subgraph
            if not good:
                require_valid(to_rdf([subgraph], base), name)
            yield Understood(subgraph, annotation.omissions, annotation=annotation)
        except InputError as error:
            lines = (line.removeprefix(f"{name}: ") for line in str(error).splitlines())
            yield type(error)("\n".join(lines))


def _projected(annotation: Annotation, path: Path) -> tuple[Annotation, Subgraph | InputError]:
    if annotation.document.source is None:
        named = annotation.document.model_copy(update={"source": path.name})
        annotation = annotation.model_copy(update={"document": named})
    try:
        if wrong := problems(annotation):
            raise AnnotationError("\n".join(f"{'.'.join(map(str, w.path))}: {w.message}" for w in wrong[:20]))
        return annotation, project(annotation)
    except InputError as error:
        return annotation, error
