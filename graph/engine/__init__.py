"""The local engine: real Neo4j as a child process, with no Docker and no Java to install."""

from .errors import EngineError
from .local import Connection, LocalEngine
from .memory import Memory

__all__ = ["Connection", "EngineError", "LocalEngine", "Memory"]
