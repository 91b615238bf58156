"""Clauses that only seem: 'it seems that it leaked', 'appeared to have sold the map'."""

from .contents import Content
from .sentences import child

_SEEM = frozenset(("seem", "appear", "look", "tend", "happen"))


def unhedged(content: Content) -> tuple[Content, bool]:
    """Return what a clause says without 'it seems that', and whether it was hedged so."""
    root = content.root
    if root.lemma_ not in _SEEM:
        return content, False
    inside = set(content.tokens)
    clause = child(root, "ccomp")
    if clause is not None and clause in inside and (child(root, "expl") or _it(content)):
        tokens = [t for t in clause.subtree if t in inside and t.dep_ != "mark" and not t.is_punct]
        return (Content(clause, tuple(tokens)), True) if tokens else (content, True)
    below = child(root, "xcomp", "oprd")
    if below is None or below not in inside or below.pos_ not in ("VERB", "AUX"):
        return content, root.lemma_ in ("seem", "appear")
    if any(c.dep_ == "neg" for c in root.children):
        return content, True
    subject = child(root, "nsubj")
    front = [t for t in (subject.subtree if subject is not None else ()) if t in inside]
    tokens = [*front, *(t for t in below.subtree if t in inside)]
    return Content(below, tuple(tokens), subject), True


def _it(content: Content) -> bool:
    subject = child(content.root, "nsubj")
    return subject is not None and subject.lower_ == "it"
