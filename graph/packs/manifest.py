"""What a pack says of itself: its files with their hashes, its ids, who made it."""

import hashlib
import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..errors import ReadError

NAME = "manifest.json"
_SHA256 = r"^[0-9a-f]{64}$"
_ID = r"^[0-9a-f]{16}$"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Product(_Model):
    """The program that made the pack."""

    name: str
    version: str


class Ontology(_Model):
    """The ontology in use."""

    iri: str
    version: str


class File(_Model):
    """One file of the pack."""

    bytes: int = Field(ge=0)
    sha256: str = Field(pattern=_SHA256)


class Manifest(_Model):
    """The manifest; its seal is the hash of all else in it."""

    pack: Literal["counterclaim"] = "counterclaim"
    format: Literal[1] = 1
    product: Product
    ontology: Ontology
    base_iri: str
    claim: str = Field(pattern=_ID)
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    actors: tuple[str, ...]
    judgements: tuple[str, ...]
    files: dict[str, File]
    seal: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")

    def sealed(self) -> "Manifest":
        """Return the manifest with its seal."""
        bare = self.model_copy(update={"seal": ""})
        return bare.model_copy(update={"seal": sha256(bare.encoded())})

    def encoded(self) -> bytes:
        """Return the manifest as the one JSON text that it can be."""
        data = self.model_dump(mode="json")
        return (json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()


def read_manifest(data: bytes | None, name: str) -> Manifest:
    """Return the manifest in the bytes; ReadError when there is none, or it is none of ours."""
    if data is None:
        raise ReadError(f"{name}: not a pack: it holds no {NAME} that can be read")
    try:
        return Manifest.model_validate_json(data)
    except (ValidationError, RecursionError) as error:
        raise ReadError(f"{name}: {NAME} is not that of a pack: {_told(error)}") from error


def _told(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:5])
    return str(error)


def sha256(data: bytes) -> str:
    """Return the hash of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def listed(data: bytes) -> File:
    """Return what the manifest says of a file with these bytes."""
    return File(bytes=len(data), sha256=sha256(data))
