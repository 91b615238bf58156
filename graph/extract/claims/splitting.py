"""Cut a content where one verb is denied and the next is not: 'he owned one and had not used it'."""

from spacy.tokens import Token

from ..attribution.contents import Content, split_or, trimmed
from ..attribution.joined import joined_verbs
from .negation import negations

_FINITE = ("VBD", "VBZ", "VBP", "MD")


def split(content: Content, *, denied: bool) -> list[Content]:
    """Return one content for each run of verbs that share a polarity; denials deny each of 'took or kept'."""
    parts = split_or(content) if denied else [content]
    return [one for part in parts for one in _by_polarity(part)]


def _by_polarity(content: Content) -> list[Content]:
    verbs = joined_verbs(content.root, content.tokens)
    tokens = list(content.tokens)
    first = _negated(content.root, tokens)
    polarity = [first, *(_negated(v, tokens) or (first and not _finite(v)) for v in verbs[1:])]
    cuts = [i for i in range(1, len(verbs)) if polarity[i] != polarity[i - 1]]
    if not cuts or any(t.lower_ in ("neither", "nor") for t in tokens):
        return [content]
    starts = [content.first.i, *(_start(verbs[i], tokens) for i in cuts)]
    ends = [*starts[1:], content.last.i + 1]
    roots = [content.root, *(verbs[i] for i in cuts)]
    return [
        Content(root, tuple(trimmed([t for t in tokens if start <= t.i < end], root)))
        for root, start, end in zip(roots, starts, ends, strict=True)
    ]


def without_less(content: Content) -> tuple[Content | None, Token | None]:
    """Return a clause without 'let alone signed it', and where that begins; None if it is no more."""
    doc, first = content.first.doc, content.first
    if _less([t.lower_ for t in doc[max(0, first.i - 2) : first.i]]):
        return None, first
    for n in range(1, len(content.tokens) - 1):
        apart = content.tokens[n - 1].text in (",", "-", "\u2013", "\u2014")
        if apart and _less([t.lower_ for t in content.tokens[n : n + 2]]):
            kept = (
                trimmed(list(content.tokens[:n]), content.root)
                if content.root.i < content.tokens[n].i
                else []
            )
            return (Content(content.root, tuple(kept)) if kept else None), content.tokens[n]
    return content, None


def _less(words: list[str]) -> bool:
    return words in (["let", "alone"], ["much", "less"], ["still", "less"], ["far", "less"])


def is_negated(content: Content) -> bool:
    """Say whether the main verb of a clause is negated."""
    return _negated(content.root, list(content.tokens))


def _negated(verb: Token, tokens: list[Token]) -> bool:
    own, no = negations(verb, tokens)
    return bool(own or no)


def _finite(verb: Token) -> bool:
    helpers = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return helpers or verb.tag_ in _FINITE


def _start(verb: Token, tokens: list[Token]) -> int:
    lead = [c.i for c in verb.children if c.i < verb.i and c.dep_ in ("aux", "auxpass", "neg", "advmod")]
    return min([verb.i, *(i for i in lead if any(t.i == i for t in tokens))])
