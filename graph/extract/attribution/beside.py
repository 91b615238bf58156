"""Clauses in a sentence of somebody's words that tell something beside them."""

from spacy.tokens import Token

from ..lexicon import verb_act
from ..sentences import child

_TIMES = frozenset(("minute", "hour", "day", "week", "month", "year"))


def set_against(token: Token) -> bool:
    """', while prices fell' is told beside what was said, and so is 'though Poe said otherwise'."""
    marks = [c for c in token.children if c.lower_ in ("while", "whereas", "though", "although")]
    if any(c.lower_.startswith("wh") and c.i and c.nbor(-1).text == "," for c in marks):
        return True
    by = child(token, "nsubj")
    return bool(marks) and verb_act(token.lemma_) is not None and by is not None and by.pos_ == "PROPN"


def apart_in_time(token: Token) -> bool:
    """', hours after Poe called it weak' is when it was said, not what was said."""
    if token.dep_ not in ("advcl", "prep") or token.left_edge.i == 0 or token.left_edge.nbor(-1).text != ",":
        return False
    times = any(c.dep_ == "npadvmod" and c.lemma_ in _TIMES for c in token.children)
    return times and any(t.lower_ in ("after", "before") for t in (token, *token.children))
