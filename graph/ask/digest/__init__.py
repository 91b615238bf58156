"""A digest of a period: what is new, who moved, who contradicts whom, who is silent."""

from .digest import digest

__all__ = ["digest"]
