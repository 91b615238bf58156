"""Claims that are held against the facts: 'The reports do not reflect the truth', 'It is based on a lie'."""

import re

from spacy.tokens import Token

from ..sentences import child
from .pointing import points_back
from .untruths import may_be

_FACTS = r"(?:the )?(?:facts?|truth|reality)"
_LIES = r"(?:lies?|falsehoods?|untruths?|fabrications?|misinformation|disinformation|fiction)"
_BE = r"(?:is|are|was|were) (?:\w+ly )?"
_UNLIKE = re.compile(
    r"^(?:\w+ly )?(?:"
    rf"{_BE}(?:being )?based (?:up)?on (?:an? )?(?:\w+ )?{_LIES}"
    rf"|(?:runs?|ran) (?:\w+ly )?(?:counter|contrary) to {_FACTS}"
    rf"|contradicts? {_FACTS}"
    r"|(?:does|do|did) (?:not|n't) (?:\w+ )?"
    rf"(?:reflect|match|fit|correspond (?:to|with)|conform to|accord with) {_FACTS}"
    rf"|{_BE}(?:devoid|void) of (?:any |all )?(?:truth|substance|foundation|basis|credence)"
    rf"|{_BE}(?:far from|at odds with|contrary to|divorced from|detached from) {_FACTS}"
    rf"|(?:have|has|had) nothing to do with {_FACTS}"
    rf"|(?:bears?|bore) no (?:relation|resemblance) to {_FACTS}"
    r")(?: in any way| at all)?$"
)


def against_facts(root: Token) -> Token | None:
    """Return the claim of 'The reports do not reflect the truth'; None if a clause says something else."""
    subject = child(root, "nsubj", "nsubjpass")
    if subject is None or may_be(root) or not points_back(subject):
        return None
    if subject.lower_ in ("it", "they") or subject.i > root.i:
        return None
    end = subject.right_edge.i
    more = {t for c in root.children if c.dep_ in ("conj", "cc") for t in c.subtree}
    words = (t for t in root.subtree if t.i > end and t not in more)
    rest = [t for t in words if t.is_alpha or t.lower_ == "n't"]
    return subject if _UNLIKE.match(" ".join(t.lower_ for t in rest)) else None
