"""Clauses that an inserted 'she said' or 'according to X' stands in the middle of."""

from collections.abc import Iterator

from spacy.tokens import Token

from ..claims.claimwords import listed_words
from ..rejoin import STATES
from ..sentences import child

_PLACES = ("nsubj", "nsubjpass", "attr", "acomp")
_TRUTHS = frozenset(("true", "case", "so", "fact", "truth", "lie", "false", "untrue", "basis", "substance"))
_TEARS = _TRUTHS | frozenset(
    ("not", "n't", "never", "no", "nobody", "none", "nothing", "neither", "nor", "hardly")
)
EDGE = frozenset('",;:.-\u2013\u2014 ')


def on_edge(token: Token) -> bool:
    """Say whether a token is a stop or a blank, which no clause begins or ends with."""
    return token.text in EDGE or token.is_space


def but_for(tokens: list[Token]) -> bool:
    """Say whether 'but' belongs to 'But for the guards, …'."""
    return [t.lower_ for t in tokens[:2]] == ["but", "for"]


def torn(root: Token, cue: Token) -> bool:
    """Say whether 'she said' stands between the negation of a clause and its rest."""
    if cue.dep_ != "parataxis":
        return False
    left = [c for c in root.children if c.i < cue.i]
    said = [c for c in left if c.dep_ in ("attr", "acomp", "dobj")]
    if root.i < cue.i and said and not {t.lower_ for c in said for t in c.subtree} & _TRUTHS:
        return False  # 'There was no deadline, she said, beyond May'
    near = [t for c in left for t in (c.subtree if c.dep_ in _PLACES else (c,))]
    return any(t.lower_ in _TEARS for t in near)


def resumed(root: Token, cue: Token) -> Iterator[Token]:
    """Yield the verbs that go on with a clause after the 'she said' thrown into it: ', and would wait'.

    In 'It was late, she said, and left the room' it was she who left.
    """
    if cue.dep_ != "parataxis" or not root.i < cue.i or cue.head != root:
        return
    for verb in (t for t in root.conjuncts if t.i > cue.i and t.pos_ in ("VERB", "AUX")):
        bare = child(verb, "nsubj", "nsubjpass", "expl") is None
        if bare and (
            child(verb, "aux", "auxpass") is not None or verb.pos_ == "AUX" or verb.lemma_ in STATES
        ):
            yield verb


def around(inside: list[Token], aside: Token) -> list[Token]:
    """Leave ', according to X,' and its commas out of the clause that it interrupts."""
    commas = (aside.left_edge.i - 1, aside.right_edge.i + 1)
    tokens = [t for t in inside if t.i not in commas or t.text not in EDGE]
    lead = [t for t in tokens if t.i < aside.left_edge.i]
    said = " ".join(t.lower_ for t in lead if not on_edge(t))
    joins = all(t.dep_ == "cc" or t.lower_ in listed_words("dropped") or on_edge(t) for t in lead)
    if joins or said in listed_words("joining"):
        tokens = tokens[len(lead) :]  # 'However, according to X, P'
    while tokens and on_edge(tokens[-1]):
        tokens.pop()
    while tokens and on_edge(tokens[0]):
        tokens.pop(0)
    return tokens
