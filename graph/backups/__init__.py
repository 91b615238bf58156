"""Backups: the whole graph as one file, checked when it is read, and brought back into an empty graph."""

from .manifest import Manifest
from .reading import check
from .restoring import restore
from .writing import back_up

__all__ = ["Manifest", "back_up", "check", "restore"]
