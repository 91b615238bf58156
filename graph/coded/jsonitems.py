"""The items of a JSON file of any size, one at a time: of a list, of an object's long lists, of lines."""

import codecs
import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from ..errors import ReadError

CHUNK = 1 << 18
LARGEST = 20_000_000
"""Characters of one item: more are refused, so that no file can fill the memory."""
LONGEST_LINE = 1_000_000
"""Characters within which the first of JSON lines must end: what goes on is taken as one object."""
_CUT = "the file ends in the middle"
_BLANK = re.compile(r"[\s\ufeff]*")


class Json(NamedTuple):
    """One item: the data, and the line on which it begins."""

    line: int
    data: Any
    rest: bool = False
    """Whether it is an object without the lists that were given item by item."""


class Broken(NamedTuple):
    """A line that is no JSON, in a file of lines; the others may be."""

    line: int
    why: str


def json_items(path: Path, lists: Collection[str] = ()) -> Iterator[Json | Broken]:
    """Yield the items of a JSON list, the values of JSON lines, or of an object.

    An object that has lists under the keys `lists` gives their items; what else it has comes last, as one
    item without those lists. ReadError when the file is broken for good, truncated or no JSON at all.
    """
    try:
        with path.open("rb") as file:
            yield from _Scanner(file, str(path)).items(frozenset(lists))
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error


def parse_json(text: str) -> Any:
    """Return JSON text as data; ValueError says what is wrong with it, nesting without end too."""
    try:
        return _DECODER.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


class _Scanner:
    """A window on the text, moved on as it is read: never more than one item and one chunk."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text, self._at, self._line, self._ended = "", 0, 1, False

    def items(self, lists: Collection[str]) -> Iterator[Json | Broken]:
        first = self._peek()
        if first == "[":
            self._skip()
            yield from self._list()
            self._end()
        elif first == "{" and not self._is_lines():
            yield from self._object(lists)
            if self._peek():
                yield from self._lines()
        elif first:
            yield from self._lines()
        else:
            raise ReadError(f"{self._name}: empty: nothing to read")

    def _is_lines(self) -> bool:
        """Say whether the first line is a whole object and more follows: JSON lines."""
        while self._text.find("\n", self._at) < 0 and self._more():
            if len(self._text) - self._at > LONGEST_LINE:
                return False
        line, _, rest = self._text[self._at :].partition("\n")
        try:
            parse_json(line)
        except ValueError:
            return bool(rest.lstrip().startswith('{"') and line.rstrip().endswith("}"))
        while not rest.strip() and self._more():
            rest = self._text[self._at :].partition("\n")[2]
        return bool(rest.strip())

    def _lines(self) -> Iterator[Json | Broken]:
        good = False
        while self._peek():
            line = self._line
            text = self._take_line()
            try:
                yield Json(line, parse_json(text))
                good = True
            except ValueError as error:
                if not good:
                    raise self._broken(str(error), line) from error
                yield Broken(line, f"no JSON: {error}")

    def _take_line(self) -> str:
        while (end := self._text.find("\n", self._at)) < 0 and self._more():
            self._bound()
        end = len(self._text) if end < 0 else end
        text = self._text[self._at : end]
        self._move(min(end + 1, len(self._text)))
        return text.rstrip("\r")

    def _object(self, lists: Collection[str]) -> Iterator[Json | Broken]:
        line, rest = self._line, dict[str, Any]()
        self._skip()
        while self._peek() != "}":
            key = self._value()
            if not isinstance(key, str) or self._peek() != ":":
                raise self._broken('an object wants "key": value')
            self._skip()
            if key in lists and self._peek() == "[":
                self._skip()
                yield from self._list()
            else:
                rest[key] = self._value()
            self._comma("}")
        self._skip()
        yield Json(line, rest, rest=True)

    def _list(self) -> Iterator[Json]:
        while self._peek() != "]":
            line = self._line
            yield Json(line, self._value())
            self._comma("]")
        self._skip()

    def _comma(self, closing: str) -> None:
        if self._peek() == ",":
            self._skip()
            if self._peek() == closing:
                raise self._broken(f"a comma before {closing}")
        elif not self._peek():
            raise self._broken(_CUT)
        elif self._peek() != closing:
            raise self._broken(f"a comma or {closing} is missing")

    def _value(self) -> Any:
        """Take one whole value; more of the file is read until it is whole."""
        if not self._peek():
            raise self._broken(_CUT)
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise self._broken("nested too deeply") from error
            except ValueError as error:
                # Cut off by the window, or wrong: only more text can tell.
                if not self._more(double=True):
                    at = _CUT if self._cut(error) else str(error)
                    raise self._broken(at) from error
                self._bound()
                continue
            if end < len(self._text) or not self._more():  # a number may go on
                self._move(end)
                return value

    def _cut(self, error: ValueError) -> bool:
        unterminated = isinstance(error, json.JSONDecodeError) and error.msg.startswith("Unterminated")
        return unterminated or getattr(error, "pos", 0) >= len(self._text.rstrip())

    def _peek(self) -> str:
        """Return the next character that is no space, or nothing at the end."""
        while True:
            match = _BLANK.match(self._text, self._at)
            self._move(match.end() if match else self._at)
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _skip(self) -> None:
        self._move(self._at + 1)

    def _move(self, to: int) -> None:
        self._line += self._text.count("\n", self._at, to)
        self._at = to

    def _more(self, double: bool = False) -> bool:
        """Read on; False at the end of the file."""
        if self._ended:
            return False
        ahead = len(self._text) - self._at
        data = self._file.read(max(CHUNK, ahead if double else 0))
        self._ended = not data
        try:
            text = self._decoder.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            raise self._broken(f"not UTF-8 after this line: {error.reason}") from error
        self._text, self._at = self._text[self._at :] + text, 0
        return bool(text) or (not self._ended and self._more())

    def _bound(self) -> None:
        if len(self._text) - self._at > LARGEST:
            raise self._broken(f"one item is larger than {LARGEST:,} characters")

    def _end(self) -> None:
        if self._peek():
            raise self._broken("something follows the end of the JSON")

    def _broken(self, why: str, line: int | None = None) -> ReadError:
        return ReadError(f"{self._name}:{line or self._line}: not valid JSON: {why}")
