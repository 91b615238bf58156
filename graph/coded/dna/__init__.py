"""Databases of DNA (Discourse Network Analyzer), versions 3.0 and 3.1, both ways."""

from .. import Kind
from .reader import read_dna

__all__ = ["DNA", "read_dna"]

DNA = Kind("dna", "a database of DNA (Discourse Network Analyzer) 3.0 or 3.1", read_dna, (".dna",))
