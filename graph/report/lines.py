"""On which line of Turtle, TriG or N-Triples a resource, a property or a value stands.

A small reader of the same grammar, which keeps lines. Where it does not understand something it gives none:
no line is better than a wrong one. Blank nodes have no names outside their file, and no lines here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from rdflib import RDF, XSD, Literal, URIRef
from rdflib.term import Node

Key = tuple[str, ...]

_TOKEN = re.compile(
    r"""(?P<skip>\s+|\#[^\n\r]*)
    | <(?P<iri>[^<>"{}|^`\x00-\x20]*)>
    | \"\"\"(?P<long2>(?:"{0,2}(?:[^"\\]|\\.))*)\"\"\" | '''(?P<long1>(?:'{0,2}(?:[^'\\]|\\.))*)'''
    | "(?P<short2>(?:[^"\\\n\r]|\\.)*)" | '(?P<short1>(?:[^'\\\n\r]|\\.)*)'
    | (?P<blank>_:[\w.·-]*[\w·-])
    | (?P<name>(?:[^\W\d_](?:[\w.·-]*[\w·-])?)?:(?:(?:[\w:%·.-]|\\.)*(?:[\w:%·-]|\\.))?)
    | (?P<at>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<number>[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+|[+-]?\d*\.\d+|[+-]?\d+)
    | (?P<word>[A-Za-z]+)
    | (?P<mark>\^\^|[.;,\[\](){}])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class _Token(NamedTuple):
    kind: str
    text: str
    line: int


class Lines:
    """Where things stand: by resource, by resource and property, by all three."""

    def __init__(self) -> None:
        self._found = dict[Key, int]()

    def note(self, line: int, *terms: Node | None) -> None:
        """Note where something stands first; a term that has no name is not noted."""
        if None not in terms:
            self._found.setdefault(tuple(_key(term) for term in terms if term is not None), line)

    def of(self, focus: Node | None, path: Node | None = None, value: Node | None = None) -> int | None:
        """Return the line of the value, else of the property, else of the resource; None if not known."""
        for terms in ((focus, path, value), (focus, path), (focus,)):
            keys = tuple(_key(term) for term in terms if term is not None)
            if len(keys) == len(terms) and keys in self._found:
                return self._found[keys]
        return None


def _key(term: Node) -> str:
    if isinstance(term, Literal):
        return f'"{term}"^^{term.datatype}@{term.language}'
    return f"<{term}>"


def lines_of(text: str) -> Lines:
    """Return where things stand in Turtle, TriG or N-Triples; nothing where that is not understood."""
    lines = Lines()
    try:
        _Reader(text, lines).document()
    except (_NotUnderstoodError, KeyError, ValueError, RecursionError):
        return Lines()
    return lines


class _NotUnderstoodError(Exception):
    """The text is not as this reader thinks."""


def _tokens(text: str) -> Iterator[_Token]:
    at, line = 0, 1
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or not found.lastgroup:
            raise _NotUnderstoodError
        whole = found.group()
        if found.lastgroup != "skip":
            yield _Token(found.lastgroup, found[found.lastgroup], line)
        line += whole.count("\n")
        at = found.end()
    yield _Token("end", "", line)


class _Reader:
    def __init__(self, text: str, lines: Lines) -> None:
        self._tokens = _tokens(text)
        self._next = next(self._tokens)
        self._lines = lines
        self._prefixes = dict[str, str]()
        self._base = ""

    def _take(self) -> _Token:
        token = self._next
        if token.kind != "end":
            self._next = next(self._tokens)
        return token

    def _is(self, *marks: str) -> bool:
        return self._next.kind == "mark" and self._next.text in marks

    def _expect(self, mark: str) -> None:
        if not self._is(mark):
            raise _NotUnderstoodError
        self._take()

    def document(self) -> None:
        """Read it all."""
        while self._next.kind != "end":
            word = self._next.text.lstrip("@").lower() if self._next.kind in ("at", "word") else ""
            if word in ("prefix", "base"):
                self._declaration(word, at=self._next.kind == "at")
            elif word == "graph":
                self._take()
            elif self._is("{"):
                self._graph()
            else:
                self._triples_or_label()

    def _declaration(self, word: str, *, at: bool) -> None:
        self._take()
        name = self._take().text.removesuffix(":") if word == "prefix" else None
        iri = self._iri(self._take())
        if name is None:
            self._base = str(iri)
        else:
            self._prefixes[name] = str(iri)
        if at:
            self._expect(".")

    def _graph(self) -> None:
        self._expect("{")
        while not self._is("}"):
            self._triples()
            if not self._is("}"):
                self._expect(".")
        self._take()
        if self._is("."):
            self._take()

    def _triples_or_label(self) -> None:
        bare = self._is("[")
        subject, line = self._subject()
        if self._is("{"):
            self._graph()
            return
        self._lines.note(line, subject)
        if not (bare and self._is(".")):
            self._predicates(subject)
        self._expect(".")

    def _triples(self) -> None:
        bare = self._is("[")
        subject, line = self._subject()
        self._lines.note(line, subject)
        if not (bare and self._is(".", "}")):
            self._predicates(subject)

    def _subject(self) -> tuple[Node | None, int]:
        line = self._next.line
        return self._object(), line

    def _predicates(self, subject: Node | None) -> None:
        while not self._is(".", "]", "}"):
            token = self._take()
            predicate = RDF.type if (token.kind, token.text) == ("word", "a") else self._iri(token)
            self._lines.note(token.line, subject, predicate)
            while True:
                line = self._next.line
                self._lines.note(line, subject, predicate, self._object())
                if not self._is(","):
                    break
                self._take()
            while self._is(";"):
                self._take()

    def _object(self) -> Node | None:
        token = self._take()
        match token.kind:
            case "iri" | "name":
                return self._iri(token)
            case "long1" | "long2" | "short1" | "short2":
                return self._literal(_unescaped(token.text))
            case "number":
                return Literal(token.text, datatype=_datatype(token.text), normalize=False)
            case "word" if token.text in ("true", "false"):
                return Literal(token.text, datatype=XSD.boolean, normalize=False)
            case "blank":
                return None
            case "mark" if token.text == "[":
                self._predicates(None)
                self._expect("]")
                return None
            case "mark" if token.text == "(":
                while not self._is(")"):
                    self._object()
                self._take()
                return None
            case _:
                raise _NotUnderstoodError

    def _literal(self, text: str) -> Literal:
        if self._next.kind == "at":
            return Literal(text, lang=self._take().text[1:])
        if self._is("^^"):
            self._take()
            return Literal(text, datatype=self._iri(self._take()), normalize=False)
        return Literal(text)

    def _iri(self, token: _Token) -> URIRef:
        if token.kind == "iri":
            iri = _unescaped(token.text)
            return URIRef(urljoin(self._base, iri) if self._base else iri)
        if token.kind != "name":
            raise _NotUnderstoodError
        prefix, _, local = token.text.partition(":")
        return URIRef(self._prefixes[prefix] + re.sub(r"\\(.)", r"\1", local))


def _unescaped(text: str) -> str:
    def one(found: re.Match[str]) -> str:
        code = found[1] or found[2]
        return chr(int(code, 16)) if code else _ESCAPED.get(found[3], found[3])

    return _ESCAPE.sub(one, text) if "\\" in text else text


def _datatype(number: str) -> URIRef:
    if "e" in number.lower():
        return XSD.double
    return XSD.decimal if "." in number else XSD.integer
