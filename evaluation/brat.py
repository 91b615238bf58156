"""Read attributions from brat stand-off files: `T` lines name spans, `E` lines join them to one relation."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Ranges = tuple[tuple[int, int], ...]
_ROLES = ("Source", "Cue", "Content")


@dataclass(frozen=True)
class Relation:
    """One attribution: half-open ranges of characters for each role; a role may be empty or broken up."""

    source: Ranges
    cue: Ranges
    content: Ranges


@dataclass(frozen=True)
class Article:
    """A text and what each annotator found in it, in the order of the files' names."""

    name: str
    text: str
    annotators: tuple[tuple[Relation, ...], ...]


def read_folder(folder: Path) -> Iterator[Article]:
    """Yield the articles of `folder`, which holds `text/NAME.txt` and `attributions/NAME_WHO.ann`."""
    for path in sorted((folder / "text").glob("*.txt")):
        found = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        found = [f for f in found if f.stem.rsplit("_", 1)[0] == path.stem]
        text = path.read_bytes().decode("utf-8")
        if found:
            yield Article(path.stem, text, tuple(tuple(relations(f)) for f in found))


def relations(path: Path) -> Iterator[Relation]:
    """Yield the complete attributions of one annotation file: those with a cue and a content."""
    spans: dict[str, Ranges] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            spans[fields[0]] = _ranges(fields[1])
        elif line.startswith("E") and len(fields) > 1:
            events.append(fields[1].split())
    for event in events:
        roles: dict[str, Ranges] = dict.fromkeys(_ROLES, ())
        for part in event:
            role, _, id_ = part.partition(":")
            name = role.rstrip("0123456789")
            if name in roles:
                roles[name] += spans[id_]
        if roles["Cue"] and roles["Content"]:
            yield Relation(roles["Source"], roles["Cue"], roles["Content"])


def _ranges(field: str) -> Ranges:
    """Read 'Content 10 20;25 30'."""
    pieces = field.split(" ", 1)[1].split(";")
    return tuple((int(a), int(b)) for a, b in (p.split() for p in pieces))
