"""Headlines that say more than the body under them."""

from typing import Literal

from pydantic import BaseModel, Field

from .common import Named
from .evidence import Deed, Evidence


class Overreach(BaseModel):
    """A headline, and what the body of its document has of it."""

    headline: Evidence
    deed: Deed = Field(description="What the headline does to which claim, term or plan.")
    support: Literal["inference", "none"] = Field(
        description="inference: the body has it as the writer's own conclusion only; none: the body does not "
        "say it, or has somebody else say it."
    )
    missing: list[Named] = Field(
        description="Of a claim in parts: those that the body does not bear out, where it bears out others."
    )
    body: list[Evidence] = Field(description="What the body has on the same matter, whatever it does to it.")
