"""The main clauses of a sentence, each with its own words."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from ..attribution.clauses import parallel
from ..attribution.contents import Content, trimmed
from ..claims.splitting import is_negated
from ..sentences import child
from .declaring import SUBJECTS, declares

_FILLERS = frozenset(
    (
        "well",
        "no",
        "yes",
        "look",
        "listen",
        "so",
        "now",
        "okay",
        "ok",
        "frankly",
        "honestly",
        "first",
        "firstly",
        "second",
        "secondly",
        "third",
        "thirdly",
        "fourth",
        "finally",
        "lastly",
        "moreover",
        "furthermore",
        "besides",
        "again",
    )
)
_APART = frozenset((";", ":", "-", "\u2013", "\u2014", "--"))


def main_clauses(sentence: Span) -> Iterator[Content]:
    """Yield the main clauses of a sentence, each with its own words."""
    roots = list(mains(sentence.root))
    for root in roots:
        others = {t for r in roots if r != root and r in root.subtree for t in r.subtree}
        tokens = [t for t in root.subtree if t not in others and not t.is_space]
        tokens = trimmed(tokens, root) if root in tokens else []
        if tokens and root in tokens:
            if tokens[0].i and tokens[0].nbor(-1).lower_ in ("nor", "no") and tokens[0].nbor(-1) in sentence:
                tokens = [tokens[0].nbor(-1), *tokens] if tokens[0].nbor(-1).lower_ == "nor" else tokens
            yield Content(root, tuple(_unquoted(tokens)))


def denied_apart(sentence: Span) -> list[Content]:
    """Return the main clauses of a sentence that tell something, if it has several and one is negated."""
    parts = [c for c in main_clauses(sentence) if declares(c)]
    return parts if len(parts) > 1 and any(is_negated(c) for c in parts) else []


def _unquoted(tokens: list[Token]) -> list[Token]:
    while len(tokens) > 3 and tokens[0].lower_ in _FILLERS and tokens[1].text in (",", ".", "!"):
        tokens = tokens[2:]
    while len(tokens) > 1 and (tokens[-1].text in ('"', ".", ",", "!") or tokens[-1].is_space):
        tokens = tokens[:-1]
    return tokens


def mains(root: Token) -> Iterator[Token]:
    """Yield a verb and those of the clauses beside it that have a subject of their own."""
    before = [c for c in root.children if c.i < root.i and _is_main(c, root)]
    after = [c for c in root.children if c.i > root.i and _is_main(c, root)]
    for token in before:
        yield from mains(token)
    yield root
    for token in after:
        yield from mains(token)


def _is_main(token: Token, root: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX") or child(token, *SUBJECTS) is None:
        return False
    if any(c.dep_ == "mark" for c in token.children):
        return False
    if token.dep_ == "conj" or parallel(token, root):
        return True
    low, high = (token.right_edge.i, root.i) if token.i < root.i else (root.i, token.left_edge.i)
    apart = any(t.text in _APART for t in token.doc[low : high + 1])
    return token.dep_ in ("ccomp", "parataxis", "advcl", "dep") and apart
