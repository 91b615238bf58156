"""Clauses about a clause: 'it seems that it leaked', 'a principle is that it must not leak'."""

from ..attribution.contents import Content
from ..attribution.standing import stance_words
from ..sentences import child

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


def principle(content: Content) -> Content | None:
    """Return what 'a key principle is that …' wants."""
    root = content.root
    subject, clause = child(root, "nsubj"), child(root, "ccomp")
    if root.lemma_ != "be" or subject is None or clause is None or clause not in content.tokens:
        return None
    if subject.lemma_.lower() not in stance_words("principles"):
        return None
    inside = set(content.tokens)
    tokens = [t for t in clause.subtree if t in inside and t.dep_ != "mark"]
    while tokens and tokens[0].is_punct:
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return Content(clause, tuple(tokens)) if clause in tokens else None


def _it(content: Content) -> bool:
    subject = child(content.root, "nsubj")
    return subject is not None and subject.lower_ == "it"
