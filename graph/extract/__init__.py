"""Read articles into annotations by rules."""

from .pipeline import annotate

__all__ = ["annotate"]
