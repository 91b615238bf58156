"""What is asked in the sentence of an answer: 'Asked whether he had met her, he said he had not'."""

from spacy.tokens import Token

from ..attribution.contents import Content, contents_of, trimmed
from ..sentences import child

_ASK = frozenset(("ask", "press", "question", "quiz", "challenge"))
_WHETHER = frozenset(("whether", "if"))


def asked_here(content: Content) -> Content | None:
    """Return the clause that is asked before an answer in the same sentence."""
    for token in content.root.sent:
        if token.i >= content.first.i or token.lemma_ not in _ASK or token.tag_ not in ("VBN", "VBD"):
            continue
        for clause in contents_of(token):
            if clause.first.lower_ in _WHETHER:
                return clause
        if (verb := _verb_below(token)) is not None:
            return Content(verb, tuple(trimmed([t for t in verb.subtree if t.i < content.first.i], verb)))
    return None


def modal_of(verb: Token) -> bool:
    """Say whether a verb has a helper such as 'would' or 'can', which an answer may repeat alone."""
    return any(c.tag_ == "MD" for c in verb.children if c.dep_ == "aux")


def _verb_below(ask: Token) -> Token | None:
    """Return 'leaked' of 'asked if Kyiv leaked it' and 'pressed on whether Kyiv had leaked it'."""
    heads = [ask, *(c for c in ask.children if c.dep_ == "prep" and c.lower_ in ("on", "about", "as"))]
    below = (child(head, "pcomp", "advcl", "ccomp") for head in heads)
    return next((v for v in below if v is not None and _asks(v)), None)


def _asks(verb: Token) -> bool:
    return any(c.lower_ in _WHETHER and c.dep_ == "mark" for c in verb.children)
