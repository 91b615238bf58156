"""Answers that leave it open whether a claim is so: 'We have nothing to say', 'I do not know whether'."""

from spacy.tokens import Token

from ..attribution.contents import Content
from ..sentences import child

_NOT = frozenset(("not", "n't", "never"))
_TELL = frozenset(("say", "add", "announce", "share", "report", "tell", "comment", "offer", "disclose"))
_NONE_OF = frozenset(("comment", "comments", "idea", "clue", "opinion", "view"))
_ASKS = frozenset(("whether", "if"))
_KNOWS = frozenset(("know", "say", "tell", "judge", "comment", "speculate"))


def no_comment(content: Content) -> bool:
    """Say whether a clause tells no more than that its speaker will not, or cannot, say."""
    root = content.root
    subject = child(root, "nsubj")
    if subject is not None and subject.pos_ != "PRON":
        return False  # 'said the ministry has not commented'
    if root.lemma_ == "have":
        return _has_nothing(root)
    negated = any(c.lower_ in _NOT for c in root.children)
    if root.lemma_ not in _KNOWS or not negated:
        return False
    if root.lemma_ in ("comment", "speculate"):
        return True
    below = child(root, "ccomp", "advcl", "xcomp")
    asked = below is not None and any(t.lower_ in _ASKS for t in below.subtree if t.i <= below.i)
    able = any(c.lower_ in ("can", "ca", "could") for c in root.children)
    return asked and (able or root.lemma_ == "know")


def _has_nothing(root: Token) -> bool:
    """Read 'We have nothing to add', 'She had no comment' and 'We have no idea where it comes from'."""
    thing = child(root, "dobj")
    if thing is None:
        return False
    if thing.lower_ == "nothing":
        return any(t.lemma_ in _TELL for t in root.subtree if t.i > thing.i and t.tag_ == "VB")
    none = any(c.lower_ == "no" for c in thing.children) or any(c.lower_ in _NOT for c in root.children)
    return thing.lower_ in _NONE_OF and none


def lost_subject(content: Content) -> bool:
    """Say whether 'has ever made such a statement' has lost its subject, which may be 'no source'."""
    root = content.root
    subject = child(root, "nsubj", "nsubjpass")
    ever = any(c.lower_ == "ever" and c in content.tokens for c in root.children)
    negated = any(c.lower_ in _NOT for c in root.children)
    return ever and not negated and (subject is None or subject not in content.tokens)
