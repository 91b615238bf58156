"""'Calder, not Osmark, wrote it' says one thing and denies another."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from ..attribution.contents import Content
from ..sentences import child

_NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM")


@dataclass(frozen=True)
class Contrast:
    """What is said to be so, and the same with what is said not to be."""

    so: Content
    instead: Content
    apart: tuple[Token, Token] | None = None
    """The words that deny, where these end a sentence: ', not abolished'."""
    lender: Token | None = None
    """The verb that lends its subject to another: 'would be lowered, not abolished'."""
    reached: Token | None = None
    """What 'not to Chile' and 'not gifts' would be done to."""
    doer: Token | None = None
    """Who 'not Osmark' would have done it."""


def contrast_of(content: Content) -> Contrast | None:
    """Return both sides of 'a basis, not a result'; None where nothing is set against another."""
    tokens = list(content.tokens)
    for index, token in enumerate(tokens):
        if token.lower_ != "not" or not 0 < index < len(tokens) - 1:
            continue
        if tokens[index + 1].lower_ in ("only", "just", "merely", "simply"):
            continue  # 'not only possible, but also good' is both
        if (both := _but(content, tokens, token) or deed_of(content, tokens, index)) is not None:
            return both
        start = index - 1 if tokens[index - 1].lower_ in ("and", "but") else index
        if not start or tokens[start - 1].text != ",":
            continue
        pair = _pair(tokens, index)
        if pair is not None:
            both = _sides(content, tokens, start - 1, *pair)
            return replace(both, apart=apart(content, tokens, index, pair[1])) if both is not None else None
    return None


def apart(
    content: Content, tokens: list[Token], index: int, other: list[Token]
) -> tuple[Token, Token] | None:
    """Return 'not ten' if these words end a clause with a verb, as a denial of their own."""
    number = any(t.pos_ == "NUM" for t in other)
    verb = number and content.root.pos_ in ("VERB", "AUX") and content.root.i < tokens[index].i
    return (tokens[index], other[-1]) if verb and other[-1].i >= tokens[-1].i else None


def deed_of(content: Content, tokens: list[Token], index: int) -> Contrast | None:
    """Read 'would be lowered, not abolished' and 'went to Peru, not to Chile directly'."""
    root, after, before = content.root, tokens[index + 1], tokens[index - 1]
    rest = tokens[index + 1 :]
    if root.pos_ != "VERB" or root.i > before.i or any(t.is_punct for t in rest):
        return None
    if before.text != "," and before.lower_ not in ("and", "but"):
        return None
    so = [t for t in tokens if t.i < before.i]
    if root.tag_ == "VBN" and after.tag_ in ("VBN", "VBD") and after.head == root:
        kept = [t for t in so if t.i < root.i and t.dep_ != "advmod"]
        if child(root, "nsubjpass") is None or child(after, "nsubj", "nsubjpass") is not None:
            return None
        instead = Content(after, tuple(kept + rest), content.subject)
        return Contrast(Content(root, tuple(so), content.subject), instead, (tokens[index], rest[-1]), root)
    same = (c for c in root.children if c.dep_ == "prep" and c.lower_ == after.lower_ and c.i < before.i)
    first = next(same, None)
    if before.text != "," or after.dep_ != "prep" or first is None or child(after, "pobj") is None:
        return None
    gone = set(first.subtree)
    instead = Content(root, tuple([t for t in so if t not in gone] + rest), content.subject)
    end = (tokens[index], rest[-1])
    return Contrast(Content(root, tuple(so), content.subject), instead, end, reached=child(after, "pobj"))


def _but(content: Content, tokens: list[Token], no: Token) -> Contrast | None:
    """Read both sides of 'not a basis but a result'."""
    noun = no.head
    but = next((c for c in noun.children if c.lower_ == "but" and c.dep_ == "cc" and c.i > noun.i), None)
    other = next((c for c in noun.children if c.dep_ == "conj"), None)
    if noun.pos_ not in _NOMINAL or but is None or other is None or other.i < but.i or no.i > noun.i:
        return None
    rest = {but, *other.subtree}
    so = [t for t in tokens if not no.i <= t.i <= but.i]
    instead = [t for t in tokens if t != no and t not in rest]
    if content.root not in so or content.root not in instead:
        return None
    return Contrast(
        Content(content.root, tuple(so), content.subject),
        Content(content.root, tuple(instead), content.subject),
    )


def _pair(tokens: list[Token], index: int) -> tuple[Token, list[Token]] | None:
    """Return the noun before ', not' and the words of the noun after it."""
    inside = set(tokens)
    after = next(
        (t for t in tokens[index + 1 :] if t.pos_ in _NOMINAL and t.dep_ in ("conj", "appos", "dep")), None
    )
    if after is None or after.i - tokens[index].i > 4:
        return None
    before = after.head
    if before.i > tokens[index].i or before.pos_ not in _NOMINAL or before not in inside:
        return None
    words = [t for t in after.subtree if t in inside and t.i > tokens[index].i]
    while words and (words[-1].is_punct or words[-1].dep_ == "cc"):
        words.pop()
    return (before, words) if words and words[-1].i < tokens[index].i + 12 else None


def _sides(
    content: Content, tokens: list[Token], comma: int, before: Token, other: list[Token]
) -> Contrast | None:
    gone = {t for t in tokens[comma:] if t.i <= other[-1].i}
    close = next((t for t in tokens if t.i == other[-1].i + 1), None)
    if close is not None and close.text == ",":
        gone.add(close)
    mine = {t for t in before.subtree if t in tokens and t not in gone and t.i < tokens[comma].i}
    kept = [t for t in tokens if t not in gone]
    instead = [t for t in kept if t not in mine] + other
    if content.root in gone or not kept:
        return None
    root = content.root if content.root not in mine else _head(other)
    own = root == content.root and "NUM" not in (before.pos_, _head(other).pos_)
    return Contrast(
        Content(content.root, tuple(kept), content.subject),
        Content(root, tuple(sorted(instead, key=lambda t: t.i)), _head(other)),
        reached=_head(other) if own and before.dep_ in ("dobj", "pobj", "attr") else None,
        doer=_head(other) if own and before.dep_ == "nsubj" else None,
    )


def _head(words: list[Token]) -> Token:
    return next((t for t in words if t.head not in words), words[-1])
