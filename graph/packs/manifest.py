"""What a pack says of itself: its files with their hashes, its ids, who made it."""

from typing import Literal

from pydantic import Field

from ..sealing import Sealed


class Manifest(Sealed):
    """The manifest of a pack."""

    pack: Literal["counterclaim"] = "counterclaim"
    claim: str = Field(pattern=r"^[0-9a-f]{16}$")
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    actors: tuple[str, ...]
    judgements: tuple[str, ...]
