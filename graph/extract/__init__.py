"""Read articles into annotations by rules."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..models import Annotation
    from ..read import RawArticle
    from ..settings import Settings
    from .attribution.quotation import Quotation


def annotate(raw: "RawArticle", settings: "Settings | None" = None) -> "Annotation":
    """Return all that the rules understand of an article; the rest is listed as omissions."""
    # spaCy takes a second to import; whoever reads no article need not wait for it.
    from .pipeline import annotate as read

    return read(raw, settings)


def quotations(text: str, settings: "Settings | None" = None) -> "list[Quotation]":
    """Return every attribution of a text: whose words or thoughts, by which cue, and what."""
    from .attribution.quotation import quotations as find

    return find(text, settings)


__all__ = ["annotate", "quotations"]
