"""The errors that Counterclaim raises; each message says what was wrong, where, and what to do.

* CounterclaimError
  x InputError            the user's file, text or parameter cannot be accepted
    + ReadError           an article cannot be read (empty, binary, too large, wrong encoding)
    + AnnotationError     an annotation file does not parse or contradicts itself or its text
    + ShapeError          the data break a SHACL shape of the ontology
    + ConflictError       the data contradict what the graph already holds under the same id
    + DateError           a date is none, or a period ends before it begins
  x NotFoundError         the graph holds nothing under that id
    + UnknownFilterError  a filter names nothing that the graph holds
  x StoreError            the database refused or failed
    + UnavailableError    the database, or the LLM reader's endpoint, cannot be reached (retry later)
      - BusyError         what would answer is busy or starts anew (retry soon); no secrets in its words
    + QueryTimeoutError   a query ran past its time limit
      - OverlongError     a computation on what was read did; the message says what to ask for instead
    + MovedError          the graph was written to while it was read as one (retry later)
    + SchemaError         the graph is of another release; the message says what to do
  x DiskError             a disk is full or fails; what stood there before is whole
  x SettingError         a file that the service's settings name is broken
  x QueryFileError        a .cypher file of the product is malformed
  x EngineError           the local Neo4j cannot be provided, started or stopped (graph.engine)
"""

from collections.abc import Mapping


class CounterclaimError(Exception):
    """Base of every error that Counterclaim raises on purpose."""


class InputError(CounterclaimError):
    """What the user gave cannot be accepted; nothing was written."""


class ReadError(InputError):
    """An article cannot be read as text."""


class AnnotationError(InputError):
    """An annotation does not parse, or contradicts itself or its text."""


class ShapeError(InputError):
    """The data break a SHACL shape of the ontology."""


class ConflictError(InputError):
    """The data contradict what the graph already holds under the same id."""


class DateError(InputError):
    """A date is none, or a period ends before it begins; `given` is the date that is wrong."""

    def __init__(self, message: str, given: str) -> None:
        super().__init__(message)
        self.given = given


class NotFoundError(CounterclaimError):
    """The graph holds nothing under that id."""


class UnknownFilterError(NotFoundError):
    """Filters name nothing that the graph holds; `faults` tells of each by its name."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__("; ".join(faults.values()))
        self.faults = faults


class StoreError(CounterclaimError):
    """The database refused or failed."""


class UnavailableError(StoreError):
    """The database, or the LLM reader's endpoint, cannot be reached; retrying later is safe."""


class BusyError(UnavailableError):
    """What would answer is busy, or is being started anew; its words hold no secrets."""


class QueryTimeoutError(StoreError):
    """A query ran past its time limit."""


class OverlongError(QueryTimeoutError):
    """A computation on what was read ran past its time limit; the message says what to ask for instead."""


class MovedError(StoreError):
    """The graph was written to while it was read as one; nothing was made of it."""


class SchemaError(StoreError):
    """The graph is of another release than this."""


class DiskError(CounterclaimError):
    """A disk is full or fails; what was to be written is not, and what stood there before is whole."""


class SettingError(CounterclaimError):
    """A file that the settings name is broken; its words may be shown to all, so they hold no path."""


class QueryFileError(CounterclaimError):
    """A .cypher file of the product is malformed."""
