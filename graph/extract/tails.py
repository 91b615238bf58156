"""Parse again, without it, a sentence that ends with 'X said' where the parser lost that.

Of 'It ended the war in Ister, Galt and Rone officials tell the Post' it takes the officials for those of
Ister. The words stay where they are; only the grammar is that of both parts.
"""

from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from .lexicon import verb_act
from .rejoin import again, joined, laid

_FINITE = ("VBD", "VBZ", "VBP")
_OPEN = frozenset(
    ("and", "but", "or", "which", "who", "that", "while", "when", "where", "as", "if", "because", "nor",
     "what", "after", "before", "since", "until", "although", "though", "whose", "whom", "than", "so")
)  # fmt: skip
_NAMES = ("PROPN", "NOUN", "PRON", "NUM")
_LONG = 16
_SHORT = 4


def tailed(doc: Doc, parse: Callable[[str], Doc]) -> Doc:
    """Return a paragraph with the grammar that its sentences have by themselves before a last 'X said'."""
    for sentence in list(doc.sents):
        if '"' not in sentence.text and (at := _tail(sentence)) is not None:
            doc = _apart(doc, sentence, at, parse) or doc
    return doc


def _tail(sentence: Span) -> Token | None:
    """Return the comma before 'officials tell the Post', unless the parser made what is before it said."""
    commas = [t for t in sentence if t.text == "," and t.i - sentence.start >= _SHORT]
    comma = commas[-1] if commas else None
    if comma is None or any(t.text in (":", ";") for t in sentence if t.i < comma.i):
        return None
    if not 1 < sentence.end - comma.i <= _LONG:
        return None
    rest = [t for t in sentence if t.i > comma.i and not t.is_punct]
    verbs = [t for t in rest if t.tag_ in _FINITE and verb_act(t.lemma_.lower()) == "asserts"]
    finite = [t for t in rest if t.tag_ in (*_FINITE, "MD")]
    if len(verbs) != 1 or finite != verbs or rest[0].lower_ in _OPEN or not _named(rest, verbs[0]):
        return None
    return None if _said(verbs[0], sentence) else comma


def _named(rest: list[Token], verb: Token) -> bool:
    """Say whether a tail is 'officials tell the Post' or 'said the officials', and no clause of its own."""
    before = [t for t in rest if t.i < verb.i]
    after = [t for t in rest if t.i > verb.i]
    if before:
        named = before[-1].pos_ in _NAMES or before[-1].lower_ in ("also", "later", "both")
        return named and not any(t.tag_ in ("VB", "VBG", "TO") or t.lower_ == "that" for t in rest)
    return bool(after) and any(t.pos_ in _NAMES for t in after) and not any(t.lower_ == "that" for t in after)


def _said(verb: Token, sentence: Span) -> bool:
    """Say whether what stands before a verb of saying hangs on it, or it on that."""
    if verb.dep_ == "parataxis":
        return True
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    return clause is not None and verb == sentence.root and clause.left_edge.i - sentence.start < _SHORT


def _apart(doc: Doc, sentence: Span, comma: Token, parse: Callable[[str], Doc]) -> Doc | None:
    """Return the paragraph with both parts parsed alone, and the first as what is said in the second."""
    head = [t for t in sentence if t.i < comma.i]
    tail = [t for t in sentence if t.i > comma.i]
    said, saying = again(head, parse), again(tail, parse)
    if said is None or saying is None:
        return None
    tops = [t for t in said if t.head == t and not t.is_space]
    cues = [t for t in saying if t.head == t and not t.is_space]
    if len(tops) != 1 or len(cues) != 1 or not _clause(tops[0]) or not _speaks(cues[0]):
        return None
    like, heads, deps = laid(doc, (head, said), (tail, saying))
    root = next(t for t, n in zip(tail, saying, strict=True) if n == cues[0])
    top = next(t for t, n in zip(head, said, strict=True) if n == tops[0])
    heads[top.i], deps[top.i] = root.i, "ccomp"
    heads[comma.i], deps[comma.i] = root.i, "punct"
    return joined(doc, like, heads, deps)


def _clause(top: Token) -> bool:
    """Say whether a part stands by itself: a finite clause with a subject and no conjunction."""
    subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in top.children)
    finite = top.tag_ in _FINITE or any(c.tag_ in (*_FINITE, "MD") for c in top.children)
    return subject and finite and not any(c.dep_ == "mark" for c in top.children)


def _speaks(cue: Token) -> bool:
    subject = any(c.dep_ == "nsubj" for c in cue.children)
    return cue.tag_ in _FINITE and subject and verb_act(cue.lemma_.lower()) == "asserts"
