"""The pack as a file: a zip whose bytes depend on nothing but its files; read with suspicion.

Files stand in it uncompressed, in order of name, the manifest last, dated 1980: another compressor would
give other bytes, and what is not compressed cannot burst.
"""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ..errors import InputError, ReadError
from ..sealing import NAME as MANIFEST

MOST_FILES = 20_000
MOST_BYTES = 200_000_000
"""Of one file in a pack."""
MOST_IN_ALL = 4_000_000_000

_NAME = re.compile(r"(?:[a-z]+/)?[A-Za-z0-9][A-Za-z0-9._-]*")
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DATE = 1 << 5 | 1  # 1 January 1980
_MODE = 0o100644 << 16


class Sink(Protocol):
    """What takes bytes: a file, or one that compares."""

    def write(self, data: bytes, /) -> object:
        """Take them."""
        ...


def write_archive(files: Iterable[tuple[str, bytes]], sink: Sink) -> None:
    """Write files, which come in order, as a zip; InputError when they are too many or too large."""
    central = list[bytes]()
    at = 0
    for name, data in files:
        if len(central) >= MOST_FILES or len(data) > MOST_BYTES or at + len(data) > MOST_IN_ALL:
            raise InputError("too much bears on this claim for one pack")
        raw, crc = name.encode("ascii"), zlib.crc32(data)
        sizes = (crc, len(data), len(data))
        head = _LOCAL.pack(b"PK\x03\x04", 10, 0, ZIP_STORED, 0, _DATE, *sizes, len(raw), 0)
        sink.write(head + raw)
        sink.write(data)
        entry = (b"PK\x01\x02", 3 << 8 | 10, 10, 0, ZIP_STORED, 0, _DATE, *sizes, len(raw), 0, 0, 0, 0)
        central.append(_CENTRAL.pack(*entry, _MODE, at) + raw)
        at += _LOCAL.size + len(raw) + len(data)
    size = sum(map(len, central))
    for each in central:
        sink.write(each)
    sink.write(_END.pack(b"PK\x05\x06", 0, 0, len(central), len(central), size, at, 0))


class Archive:
    """A pack that is read: names of files that are safe to read, and what is wrong with the others."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.faults = list[str]()
        try:
            self._file: BinaryIO = path.open("rb")
        except OSError as error:
            raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error
        try:
            self._zip = ZipFile(self._file)
            infos = self._zip.infolist()
        # A broken directory makes zipfile stumble in more ways than its own error.
        except (BadZipFile, ValueError, NotImplementedError, struct.error, OSError, IndexError) as error:
            self._file.close()
            raise ReadError(f"{path}: not a zip file, or a broken one: {error}") from error
        size = path.stat().st_size
        if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > size:
            self._file.close()
            raise ReadError(
                f"{path}: holds more than a file of {size:,} bytes can unpacked; it is no pack, and may be a "
                "zip bomb (a backup is checked by `counterclaim restore FILE --check`)"
            )
        self._infos = dict[str, ZipInfo]()
        for info in infos:
            self._admit(info)

    def _admit(self, info: ZipInfo) -> None:
        name = info.orig_filename
        if wrong := _wrong(info):
            self.faults.append(f"{name!r}: {wrong}")
        elif name in self._infos:
            self.faults.append(f"{name!r}: stands twice")
        else:
            self._infos[name] = info

    @property
    def names(self) -> list[str]:
        """The names of the files, in order; the manifest, which knows the others, is last."""
        return sorted(self._infos, key=lambda name: (name == MANIFEST, name))

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file; None where it is missing or broken, which is then among the faults."""
        if name not in self._infos:
            return None
        try:
            return self._zip.read(self._infos[name])
        except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
            self.faults.append(f"{name!r}: cannot be read: {error}")
            return None

    def as_written(self) -> bool:
        """Return whether the file is, byte for byte, what `write_archive` makes of its files."""
        self._file.seek(0)
        compared = _Compared(self._file)
        try:
            write_archive(self._all(), compared)
        except InputError:
            return False
        return compared.same and not self._file.read(1)

    def _all(self) -> Iterator[tuple[str, bytes]]:
        for name in self.names:
            at = self._file.tell()
            data = self.read(name) or b""
            self._file.seek(at)
            yield name, data

    def close(self) -> None:
        """Close the file."""
        self._zip.close()
        self._file.close()


class _Compared:
    """Takes bytes and compares them with those of a file from where it stands."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.same = True

    def write(self, data: bytes, /) -> None:
        self.same = self.same and self._file.read(len(data)) == data


def _wrong(info: ZipInfo) -> str:
    """Return why an entry is refused; '' when it is not."""
    if not _NAME.fullmatch(info.orig_filename) or ".." in info.orig_filename:
        return "not a name of a file in a pack"
    if (info.external_attr >> 16) & 0o170000 not in (0, 0o100000):
        return "a link or other thing that is no file"
    if info.flag_bits & 1:
        return "encrypted"
    if info.compress_type != ZIP_STORED or info.compress_size != info.file_size:
        return "compressed; a pack holds its files as they are"
    if info.file_size > MOST_BYTES:
        return f"longer than {MOST_BYTES:,} bytes"
    return ""
