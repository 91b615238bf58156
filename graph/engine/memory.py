"""How much memory the local Neo4j may take, and of what."""

import os
import re
from dataclasses import dataclass, fields
from pathlib import Path

from .errors import EngineError

LEAST_HEAP = 128
"""Megabytes with which Neo4j was seen to start and to write; nobody gains by less."""

_SETTINGS = {"heap": "server.memory.heap.max_size", "page_cache": "server.memory.pagecache.size"}


@dataclass(frozen=True)
class Memory:
    """`heap` is for the work on queries; `page_cache` holds what was read of the store."""

    heap: str = "1g"
    page_cache: str = "128m"

    def __str__(self) -> str:
        """Return both in words."""
        return f"heap {self.heap}, page cache {self.page_cache}"

    @property
    def conf(self) -> str:
        """The lines of `neo4j.conf`; of the heap it is a note, for Java is told by a flag."""
        return "".join(f"{name}={getattr(self, part)}\n" for part, name in _SETTINGS.items())

    def check(self) -> None:
        """Raise EngineError for what Neo4j cannot run with on this machine."""
        if megabytes(self.heap) < LEAST_HEAP:
            raise EngineError(
                f"COUNTERCLAIM_NEO4J_HEAP={self.heap} is too little: give at least {LEAST_HEAP}m."
            )
        there = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20
        if megabytes(self.heap) + megabytes(self.page_cache) > there:
            raise EngineError(
                f"COUNTERCLAIM_NEO4J_HEAP={self.heap} and COUNTERCLAIM_NEO4J_PAGE_CACHE={self.page_cache} "
                f"are more than the memory of this machine, {there}m. Give less."
            )


def megabytes(size: str) -> int:
    """Return a size in megabytes."""
    return int(size[:-1]) * (1024 if size[-1] == "g" else 1)


def read_memory(home: Path) -> Memory | None:
    """Return the memory with which the engine in `home` was started last; None if nothing tells."""
    path = home / "conf" / "neo4j.conf"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    found = [re.search(rf"^{re.escape(_SETTINGS[each.name])}=(\S+)$", text, re.M) for each in fields(Memory)]
    heap, page_cache = (each[1] if each else None for each in found)
    return Memory(heap, page_cache) if heap and page_cache else None
