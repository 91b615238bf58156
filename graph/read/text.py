"""From bytes to text, with an error that says where a file stops being text."""

import codecs
import re
from pathlib import Path

from ..errors import ReadError

LIMIT = 10 * 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_C1 = re.compile(r"[\x80-\x9f]")
_BREAKS = str.maketrans(dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"))
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def load(source: Path | str | bytes, name: str | None) -> tuple[bytes, str]:
    """Return the bytes of `source`, at most 10 MB of them, and what to call it."""
    if isinstance(source, bytes):
        name = name or "<bytes>"
        data = source
    else:
        path = Path(source)
        # A file name may be no text at all; what does not decode is shown as a question mark.
        name = name or path.name.encode("utf-8", "replace").decode()
        data = _load_file(path)
    if len(data) > LIMIT:
        raise ReadError(f"{name}: {len(data)} bytes, the limit is {LIMIT}; split the file")
    return data, name


def _load_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error


def decode(data: bytes, name: str) -> str:
    """Decode UTF-8, or UTF-16 that begins with a byte order mark, and refuse anything binary."""
    bom, encoding = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", "utf-8"))
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(bom) + error.start
        raise ReadError(
            f"{name}: not {encoding} text: byte offset {at}: {error.reason}; save it as UTF-8"
        ) from error
    return check(text.replace("\r\n", "\n").translate(_BREAKS), name)


def check(text: str, name: str) -> str:
    """Return `text` if it is text: not empty, no control characters, no lone surrogates."""
    if not text.strip():
        raise ReadError(f"{name}: empty: nothing to read")
    if found := _CONTROL.search(text):
        raise ReadError(
            f"{name}: binary: control character {ord(found[0]):#04x} at character {found.start()}"
        )
    if found := _C1.search(text):
        raise ReadError(
            f"{name}: control character {ord(found[0]):#04x} at character {found.start()}: "
            "the file was converted from another encoding by mistake; save the original as UTF-8"
        )
    if found := _SURROGATE.search(text):
        raise ReadError(
            f"{name}: lone surrogate {ord(found[0]):#06x} at character {found.start()}; re-encode the text"
        )
    return text


def shadow(text: str) -> str:
    """Return a copy of the same length in which quotes, dashes and spaces are plain."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans(
    {
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2018": "'",
        "\u2019": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
    }
)
