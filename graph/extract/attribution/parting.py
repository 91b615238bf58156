"""What stands in a clause that was said and is no part of it."""

from spacy.tokens import Token

from ..lexicon import verb_act
from ..sentences import child

_TIMES = frozenset(("minute", "hour", "day", "week", "month", "year"))


def goes_with_cue(token: Token, root: Token, cue: Token) -> bool:
    """'saying that P and rejecting the claim': who says so rejects it."""
    joined = token.dep_ == "conj" and token.i > root.i and token.nbor(-1).lower_ in ("and", "while", "but")
    bare = not any(c.dep_ in ("aux", "nsubj") for c in token.children)
    both = cue.tag_ == "VBG" == token.tag_ and root.tag_ != "VBG"
    return joined and both and bare and verb_act(token.lemma_.lower()) is not None


def as_asked(token: Token) -> bool:
    """'when asked by reporters' is how it came to be said."""
    when = any(c.lower_ in ("when", "if", "after") for c in token.lefts)
    return token.dep_ == "advcl" and token.lemma_ in ("ask", "press") and token.tag_ == "VBN" and when


def set_against(token: Token) -> bool:
    """', while prices fell' is told beside what was said, and so is 'though Poe said otherwise'."""
    marks = [c for c in token.children if c.lower_ in ("while", "whereas", "though", "although")]
    if any(c.lower_.startswith("wh") and c.i and c.nbor(-1).text == "," for c in marks):
        return True
    by = child(token, "nsubj")
    return bool(marks) and verb_act(token.lemma_) is not None and by is not None and by.pos_ == "PROPN"


def quoted_by(token: Token) -> bool:
    """', quoted by the Post' tells where it was said."""
    first = token.left_edge
    before = first.nbor(-1) if first.i else first
    told = token.tag_ == "VBN" and token.lemma_ in ("quote", "cite", "report") and child(token, "agent")
    return bool(told) and token == first and before.text in (",", '"')


def apart_in_time(token: Token) -> bool:
    """', hours after Poe called it weak' is when it was said, not what was said."""
    if token.dep_ not in ("advcl", "prep") or token.left_edge.i == 0 or token.left_edge.nbor(-1).text != ",":
        return False
    times = any(c.dep_ == "npadvmod" and c.lemma_ in _TIMES for c in token.children)
    return times and any(t.lower_ in ("after", "before") for t in (token, *token.children))
