"""Who is quoted after a colon with more than a name before it: 'Ana Rojas on the bank's steps: "No."'."""

from spacy.tokens import Token

from ..sentences import child, in_quotes
from .quotemarks import MARKS

_LONG = 25
_WRITTEN = frozenset(
    ("sign", "poster", "banner", "placard", "headline", "graffiti", "slogan", "shirt", "motto", "caption")
)
"""What is held up or hung is not what is said."""


def quoting_colon(colon: Token) -> Token | None:
    """Return whose words a quotation after a colon is: the first noun before it, or the subject of a verb."""
    doc, start = colon.doc, colon.sent.start
    if colon.i + 2 >= len(doc) or doc[colon.i + 1].text not in MARKS or not 0 < colon.i - start <= _LONG:
        return None
    before = [t for t in doc[start : colon.i] if not t.is_space]
    if any(in_quotes(t) or t.lemma_.lower() in _WRITTEN or t.text in (";", "?") for t in before):
        return None
    verb = next((t for t in before if t.tag_ in ("VBD", "VBZ", "VBP")), None)
    if verb is not None:
        return child(verb, "nsubj") if verb.lemma_ in ("be", "have") else None
    first = next((t for t in before if t.pos_ in ("NOUN", "PROPN", "PRON") and t.dep_ != "compound"), None)
    if first is None or any(t.pos_ == "ADP" for t in before if t.i < first.i):
        return None
    return first.head if first.dep_ == "nmod" and first.head.i < colon.i else first
