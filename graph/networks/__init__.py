"""Discourse networks from a table of statements: pure computation, that knows no database and no file.

A statement is an actor, a concept and a sign. Definitions are those of rDNA (Leifeld, Discourse Network
Analyzer, `dna/export/Exporter.java`), each named where it stands and told with examples in
docs/networks.md, with what is ours. The same table gives the same numbers, in whatever order it comes.
"""

from .counts import Counts, counted
from .onemode import one_mode
from .options import Options
from .rows import Row, distinct
from .twomode import two_mode

__all__ = ["Counts", "Options", "Row", "counted", "distinct", "one_mode", "two_mode"]
