"""What documents share, merged as the writer merges it: nodes, edges between them, shortcuts."""

import json
from collections.abc import Iterator
from typing import Any

from ..errors import ConflictError
from ..merge import IDENTIFYING
from ..ontology import load
from ..subgraph import Node
from .rows import Table, node_row, parted, shortcut_row


def merge_nodes(key: str, lines: Iterator[str]) -> Iterator[str]:
    """Yield one line for a node: lists joined, of single values that of the earliest published document.

    ConflictError when two documents cannot mean the same node by one id.
    """
    first = next(lines)
    second = next(lines, None)
    if second is None:
        yield first
        return
    merged: Any = parted(first)[1]
    for text in (second, *lines):
        other: Any = parted(text)[1]
        _refuse_clash(key, merged, other)
        for name, held in other["values"].items():
            merged["values"][name] = min(merged["values"].get(name, held), held, key=lambda one: one[0])
        for name, items in other["lists"].items():
            merged["lists"][name] = sorted({*merged["lists"].get(name, ()), *items})
    yield f"{key}\t{json.dumps(merged, ensure_ascii=False)}\n"


def _refuse_clash(key: str, one: Any, other: Any) -> None:
    told = (
        [f"a {one['label']} in one, a {other['label']} in the other"]
        if one["label"] != other["label"]
        else []
    )
    for name in sorted(IDENTIFYING & one["values"].keys() & other["values"].keys()):
        held, given = one["values"][name][1], other["values"][name][1]
        told += [f"{name} {held!r} in one, {given!r} in the other"] if held != given else []
    if told:
        label, id_ = json.loads(key)
        raise ConflictError(
            f"documents {one['from']} and {other['from']} contradict each other on {label} {id_!r}: "
            f"{'; '.join(told)}; correct one of them, or leave it out"
        )


def alone(key: str, lines: Iterator[str]) -> Iterator[str]:
    """Yield the line of a statement; ConflictError when two documents hold it."""
    first = next(lines)
    if (other := next(lines, None)) is not None:
        documents = " and ".join(str(parted(text)[1]) for text in (first, other))
        raise ConflictError(
            f"documents {documents} both hold statement {json.loads(key)[0]!r}: it belongs to one; "
            "correct one of them, or leave it out"
        )
    yield first


def once(_key: str, lines: Iterator[str]) -> Iterator[str]:
    """Yield the first line of a key."""
    yield next(lines)


def every(_key: str, lines: Iterator[str]) -> Iterator[str]:
    """Yield all lines of a key, each once."""
    before = ""
    for text in lines:
        if text != before:
            yield text
        before = text


def node_rows(lines: Iterator[str]) -> Iterator[tuple[Table, str]]:
    """Yield the rows of merged nodes."""
    for text in lines:
        key, value = parted(text)
        held: Any = value
        properties = {name: one[1] for name, one in held["values"].items()}
        properties |= {name: tuple(items) for name, items in held["lists"].items()}
        yield ("node", held["label"]), node_row(Node(held["label"], key[1], properties))


def shared_edge(text: str) -> tuple[str, str, str, str, str]:
    """Return name, key and id of the start, key and id of the end of an edge between shared nodes."""
    name, start, start_id, end, end_id = parted(text)[0]
    return name, start, start_id, end, end_id


def shortcut_rows(lines: Iterator[str]) -> Iterator[tuple[Table, str]]:
    """Yield a row for each who does the same to the same, with all statements that do."""
    held: tuple[str, list[str], list[str]] = "", [], []
    for text in lines:
        key, _, value = text.partition("\t")
        if key != held[0]:
            yield from _shortcut(*held)
            held = key, [], []
        statement, published = json.loads(value)
        held[1].append(statement)
        if published is not None:
            held[2].append(published)
    yield from _shortcut(*held)


def _shortcut(key: str, statements: list[str], dates: list[str]) -> Iterator[tuple[Table, str]]:
    if key:
        type_, actor, end, target = json.loads(key)
        yield ("edge", type_, "Actor", end), shortcut_row(actor, target, dates, sorted(statements))


def edge_table(name: str, start: str, end: str) -> Table:
    """Return the table of edges of a name between two keys."""
    return "edge", load().edges[name].type, start, end
