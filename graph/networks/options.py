"""What kind of network is asked for, and which choices go together."""

from dataclasses import dataclass
from typing import Literal, get_args

from ..errors import InputError
from .rows import Duplicates

Kind = Literal["congruence", "conflict", "subtract", "combine", "ignore"]
Mode = Literal["actors", "concepts", "twomode"]
Normalisation = Literal["no", "average", "jaccard", "cosine", "activity", "prominence"]
Counting = Literal["concepts", "include", "document", "day", "week", "month", "year", "acrossrange"]
Conditional = Literal["apart", "support", "ignore"]

NORMALISATIONS: dict[str, tuple[Normalisation, ...]] = {
    "onemode": ("no", "average", "jaccard", "cosine"),
    "twomode": ("no", "activity", "prominence"),
}
"""Which normalisation applies to which networks."""

KINDS: dict[str, tuple[Kind, ...]] = {
    "onemode": get_args(Kind),
    "twomode": ("subtract", "combine", "ignore"),
}


@dataclass(frozen=True)
class Options:
    """How statements become a network; the defaults give the network of the page.

    `duplicates` "concepts" counts a pair once for each claim, term or plan, whatever they said of it how
    often; where a number for each actor is needed instead, it is the same as "acrossrange". `parts`:
    whoever denies a part contradicts who asserts the whole, and the other way round. `conditional`: what
    acceptance under a condition is. `on`: tell on what each tie rests.
    """

    kind: Kind = "congruence"
    mode: Mode = "actors"
    normalisation: Normalisation = "no"
    duplicates: Counting = "concepts"
    parts: bool = True
    conditional: Conditional = "apart"
    organisations: bool = False
    isolates: bool = False
    on: bool = True
    minimum: float = 0.0

    def __post_init__(self) -> None:
        """Raise InputError for choices that do not go together."""
        mode = "twomode" if self.mode == "twomode" else "onemode"
        if self.kind not in KINDS[mode]:
            raise InputError(f"a two-mode network has no {self.kind}; it takes {', '.join(KINDS[mode])}")
        if self.normalisation not in NORMALISATIONS[mode]:
            raise InputError(
                f"normalisation {self.normalisation} does not apply to a {mode[:3]}-mode network; "
                f"it takes {', '.join(NORMALISATIONS[mode])}"
            )
        if self.kind == "combine" and self.normalisation != "no":
            raise InputError("combine gives codes, not weights: they cannot be normalised")

    @property
    def by_concepts(self) -> bool:
        """Whether the weight of a tie is the number of what it rests on."""
        return (
            self.duplicates == "concepts" and self.normalisation == "no" and self.mode == "actors" and self.on
        )

    @property
    def per_actor(self) -> Duplicates:
        """Which statements of one actor count as one."""
        return "acrossrange" if self.duplicates == "concepts" else self.duplicates
