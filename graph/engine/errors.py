"""The error of the local engine."""

from ..errors import CounterclaimError


class EngineError(CounterclaimError):
    """The local Neo4j cannot be provided, started or stopped; the message says what to do."""
