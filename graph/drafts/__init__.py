"""Two drafts of a plan, provision by provision: which became which, and what of it changed."""

from .align import align
from .pieces import Piece, pieces
from .provision import Pair, Provision, Relation

__all__ = ["Pair", "Piece", "Provision", "Relation", "align", "pieces"]
