"""Two drafts of a plan, provision by provision: which became which, and what of it changed."""

from .align import align
from .pieces import Piece, pieces
from .provision import Alignment, Pair, Provision, Relation

__all__ = ["Alignment", "Pair", "Piece", "Provision", "Relation", "align", "pieces"]
