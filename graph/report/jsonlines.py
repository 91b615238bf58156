"""On which line of JSON-LD a resource, a property or a value stands.

Understood is what our own exports are like: one context at the head, terms and prefixes, ids on the nodes.
Anything else, such as contexts further down, gives no lines rather than wrong ones.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from rdflib import RDF, Literal, URIRef

from ..ontology import source
from ..read.rdf import CONTEXT_IRI
from .lines import Lines

_SPACE = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")


class _Entry(NamedTuple):
    """A key of an object with its line, and its value."""

    key: str
    line: int
    item: "_Item"


@dataclass(frozen=True)
class _Item:
    """A value with the line on which it begins: a string, or an object, or a list, or what has no words."""

    line: int
    text: str | None = None
    entries: list[_Entry] = field(default_factory=list[_Entry])
    items: list["_Item"] | None = None

    @property
    def all(self) -> list["_Item"]:
        """The items of a list; of all else itself."""
        return [self] if self.items is None else self.items


def json_lines_of(text: str) -> Lines:
    """Return where things stand in a text of JSON-LD; nothing where it is not understood."""
    lines = Lines()
    try:
        root = _Scanner(text).item()
        _Walker(root, lines).node(root)
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return Lines()
    return lines


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1

    def _skip(self) -> str:
        found = _SPACE.match(self._text, self._at)
        if found:
            self._line += found.group().count("\n")
            self._at = found.end()
        return self._text[self._at]

    def item(self) -> _Item:
        """Return the value at which the text stands."""
        head, line = self._skip(), self._line
        if head == '"':
            return _Item(line, self._string())
        if head == "{":
            entries = list[_Entry]()
            while self._more("}"):
                entries.append(self._entry())
            return _Item(line, entries=entries)
        if head == "[":
            items = list[_Item]()
            while self._more("]"):
                items.append(self.item())
            return _Item(line, items=items)
        scalar = _SCALAR.match(self._text, self._at)
        if scalar is None:
            raise ValueError("no JSON")
        self._at = scalar.end()
        return _Item(line)

    def _more(self, end: str) -> bool:
        """Step over what opens or parts, and over the end, if it is that."""
        self._at += self._skip() in "[{,"
        if self._skip() == end:
            self._at += 1
            return False
        return True

    def _entry(self) -> _Entry:
        self._skip()
        line, key = self._line, self._string()
        if self._skip() != ":":
            raise ValueError("no JSON")
        self._at += 1
        return _Entry(key, line, self.item())

    def _string(self) -> str:
        text, end = json.decoder.scanstring(self._text, self._at + 1)  # pyright: ignore
        self._at = int(cast(int, end))
        return str(cast(str, text))


class _Walker:
    def __init__(self, root: _Item, lines: Lines) -> None:
        self._lines = lines
        self._terms = dict[str, str]()
        for entry in root.entries:
            if entry.key == "@context":
                for part in entry.item.all:
                    self._terms |= _own_context() if part.text == CONTEXT_IRI else _context(part)

    def _expanded(self, word: str) -> str:
        """Return the IRI or keyword that a word stands for."""
        for _ in range(5):
            prefix, colon, rest = word.partition(":")
            if word in self._terms:
                word = self._terms[word]
            elif colon and prefix in self._terms and not rest.startswith("//"):
                word = self._terms[prefix] + rest
            else:
                break
        return word

    def node(self, item: _Item, depth: int = 0) -> URIRef | None:
        """Note a node and those in it; return its IRI."""
        if item.items is not None:
            for each in item.items:
                self.node(each, depth)
            return None
        if depth and any(entry.key == "@context" for entry in item.entries):
            raise ValueError("a context of its own")
        subject = self._subject(item)
        for entry in item.entries:
            self._property(subject, entry, depth)
        return subject

    def _subject(self, item: _Item) -> URIRef | None:
        for entry in item.entries:
            if self._expanded(entry.key) == "@id" and entry.item.text is not None:
                subject = URIRef(self._expanded(entry.item.text))
                self._lines.note(entry.line, subject)
                return subject
        return None

    def _property(self, subject: URIRef | None, entry: _Entry, depth: int) -> None:
        name = self._expanded(entry.key)
        if name == "@graph":
            self.node(entry.item, depth)
            return
        if name.startswith("@") and name != "@type":
            return
        path = RDF.type if name == "@type" else URIRef(name)
        self._lines.note(entry.line, subject, path)
        for item in entry.item.all:
            self._value(subject, path, item, depth)

    def _value(self, subject: URIRef | None, path: URIRef, item: _Item, depth: int) -> None:
        """Note a string as whatever it may be: it is looked for as what it is."""
        inner = {self._expanded(entry.key): entry.item for entry in item.entries}
        text = inner["@value"].text if "@value" in inner else item.text
        if item.entries and "@value" not in inner:
            self._lines.note(item.line, subject, path, self.node(item, depth + 1))
        elif text is not None:
            self._lines.note(item.line, subject, path, Literal(text))
            self._lines.note(item.line, subject, path, URIRef(self._expanded(text)))


def _own_context() -> dict[str, str]:
    """Return the terms of our own context."""
    found = cast(dict[str, Any], json.loads(source("context.jsonld"))["@context"])
    given = {
        key: cast(dict[str, Any], v).get("@id") if isinstance(v, dict) else v for key, v in found.items()
    }
    return {key: value for key, value in given.items() if isinstance(value, str)}


def _context(item: _Item) -> dict[str, str]:
    """Return the terms of a context that stands in the file."""
    given = {
        entry.key: entry.item.text or next((e.item.text for e in entry.item.entries if e.key == "@id"), None)
        for entry in item.entries
    }
    return {key: value for key, value in given.items() if value is not None}
