"""What a backup says of itself."""

from typing import Literal

from pydantic import Field

from ..sealing import File, Ontology, Product, Sealed


class Manifest(Sealed):
    """The manifest of a backup; its files, in their order, are documents and then judgements."""

    backup: Literal["counterclaim"] = "counterclaim"
    format: Literal[1] = 1
    product: Product
    ontology: Ontology
    base_iri: str
    documents: int = Field(ge=0)
    judgements: int = Field(ge=0)
    files: dict[str, File]
