"""Manifests of files that are zips: what stands in them with its hash, who made them, sealed by a hash."""

import hashlib
import json
from importlib.metadata import version
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from .errors import ReadError

NAME = "manifest.json"
VERSION = version("counterclaim")


class Part(BaseModel):
    """What all that a manifest says has in common."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Product(Part):
    """The program that made the file."""

    name: str = "counterclaim"
    version: str = VERSION


class Ontology(Part):
    """The ontology in use."""

    iri: str = "https://w3id.org/counterclaim/ontology"
    version: str


class File(Part):
    """One file of the zip."""

    bytes: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Sealed(Part):
    """A manifest of files in their order; its seal is the hash of all else in it."""

    format: Literal[1] = 1
    product: Product
    ontology: Ontology
    base_iri: str
    files: dict[str, File]
    seal: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")

    def sealed(self) -> Self:
        """Return the manifest with its seal."""
        bare = self.model_copy(update={"seal": ""})
        return bare.model_copy(update={"seal": sha256(bare.encoded())})

    def encoded(self) -> bytes:
        """Return the manifest as the one JSON text that it can be."""
        data = self.model_dump(mode="json")
        return (json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()

    @classmethod
    def read(cls, data: bytes | None, name: str, kind: str) -> Self:
        """Return the manifest in the bytes; ReadError when there is none, or it is none of a `kind`."""
        if data is None:
            raise ReadError(f"{name}: not a {kind}: it holds no {NAME} that can be read")
        try:
            return cls.model_validate_json(data)
        except (ValidationError, RecursionError) as error:
            raise ReadError(f"{name}: {NAME} is not that of a {kind}: {_told(error)}") from error


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
