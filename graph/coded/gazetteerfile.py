"""A gazetteer file that import writes: entries of people's lists, kept from one import to the next."""

from pathlib import Path
from typing import Any, cast

import yaml

from ..errors import InputError
from ..files import write_file
from ..models import slug
from . import Known
from .mapping import load_mapping

HEADER = "# Written by `counterclaim import`, which may write it again: keep your own entries elsewhere.\n"


class GazetteerFile:
    """The entries of a file by section and id; new ones take the place of old ones."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._sections: dict[str, dict[str, dict[str, Any]]] = {}
        if path.exists():
            self._load()

    def add(self, known: Known) -> bool:
        """Add an entry; False if the file has exactly that already."""
        held = self._sections.setdefault(known.section, {})
        id_, entry = slug(str(known.entry["name"])), dict(known.entry)
        same = held.get(id_) == entry
        held[id_] = entry
        return not same

    def write(self) -> None:
        """Write the file, the same bytes for the same entries; InputError if it cannot be."""
        ordered = {
            section: [entries[id_] for id_ in sorted(entries)]
            for section, entries in sorted(self._sections.items())
        }
        text = yaml.safe_dump(ordered, sort_keys=False, allow_unicode=True, width=110)
        write_file(self.path, HEADER + text)

    def _load(self) -> None:
        with self.path.open(encoding="utf-8", errors="replace") as file:
            if file.readline() != HEADER:
                raise InputError(
                    f"{self.path}: import did not write it, and leaves it alone; name another file"
                )
        for section, rows in load_mapping(self.path, most=50_000_000).items():
            for row in cast(list[dict[str, Any]], rows):
                self._sections.setdefault(section, {})[slug(str(row["name"]))] = row
