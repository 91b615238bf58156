"""What a backup says of itself."""

from typing import Literal

from pydantic import Field

from ..sealing import Sealed


class Manifest(Sealed):
    """The manifest of a backup; its files, in their order, are documents and then judgements."""

    backup: Literal["counterclaim"] = "counterclaim"
    documents: int = Field(ge=0)
    judgements: int = Field(ge=0)
