"""Reports on whether RDF, annotations, packs and the graph are valid: by shape and property, with lines."""

from .checking import Report, check_file, check_graph
from .findings import Finding

__all__ = ["Finding", "Report", "check_file", "check_graph"]
