"""What is said: the clauses under a cue, cut into one content per act."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from .lexicon import verb_act

_CLAUSE = ("ccomp", "xcomp", "acl")
_EDGE = frozenset('",;:.-\u2013\u2014 ')


@dataclass(frozen=True)
class Content:
    """A clause that somebody said: its verb and its tokens, in order and without gaps."""

    root: Token
    tokens: tuple[Token, ...]
    subject: Token | None = None

    @property
    def first(self) -> Token:
        """The first token of the words said."""
        return self.tokens[0]

    @property
    def last(self) -> Token:
        """The last token of the words said."""
        return self.tokens[-1]


def contents_of(cue: Token, outside: Token | None = None) -> list[Content]:
    """Return the contents of a cue; of 'according to X' (`outside`) its main clauses."""
    if outside is not None:
        while cue.dep_ in ("advcl", "ccomp", "conj") and cue.head.pos_ in ("VERB", "AUX") and not any(
                c.dep_ == "mark" for c in cue.children) and verb_act(cue.head.lemma_) is None:
            cue = cue.head
        return [c for root in _clauses(cue) if (c := _content(root, outside, keep=True))]
    if lost := _after_that(cue):
        return [lost]
    found: list[Content] = []
    for root in _roots(cue):
        found += [c for clause in _clauses(root) if (c := _content(clause, cue))]
    return found


def _roots(cue: Token) -> Iterator[Token]:
    children = list(cue.children)
    for token in children:
        if token.dep_ in _CLAUSE and not _is_participle(token):
            yield token
        elif token.dep_ == "advcl" and any(c.lower_ in ("that", "whether")
                                           for c in token.children if c.dep_ == "mark"):
            yield token
        elif token.dep_ == "prep" and (token.lower_ == "of" or token.lower_ == "for"
                                       and cue.lemma_ == "blame"):
            yield from (c for c in token.children if c.dep_ == "pcomp")
        elif token.dep_ == "relcl" and cue.pos_ == "NOUN" and any(
                c.dep_ == "mark" for c in token.children):
            yield token
    if cue.dep_ == "parataxis" and not any(t.dep_ in _CLAUSE for t in children):
        yield cue.head


def _after_that(cue: Token) -> Content | None:
    """Take all after 'that' where the parser hung the clause above its cue."""
    that = next((t for t in cue.subtree if t.lower_ == "that" and t.i > cue.i), None)
    if cue.dep_ != "parataxis" or that is None or cue.head.i < that.i:
        return None
    tokens = [t for t in cue.sent if t.i > that.i]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return Content(cue.head, tuple(tokens)) if cue.head in tokens else None


def _is_participle(token: Token) -> bool:
    """Another act hangs on here: 'denied it, insisting that ...'."""
    comma = token.left_edge.i and token.doc[token.left_edge.i - 1].text == ","
    return token.tag_ == "VBG" and bool(comma) and verb_act(token.lemma_.lower()) is not None and (
        not any(c.dep_ in ("aux", "nsubj") for c in token.children))


def _clauses(root: Token) -> Iterator[Token]:
    """Yield a clause and those joined to it that have a subject of their own."""
    yield root
    for token in root.children:
        if token.dep_ not in ("conj", "ccomp", "parataxis", "advcl"):
            continue
        own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)
        apart = token.dep_ == "conj" or _semicolon(token, root) or _spliced(token, root)
        if own and apart and token.pos_ in ("VERB", "AUX"):
            yield from _clauses(token)
        elif token.dep_ == "conj":
            yield from (c for c in _clauses(token) if c != token)


def _spliced(token: Token, root: Token) -> bool:
    """Two main clauses with a comma between them: 'A must go, B will come'."""
    modal = any(c.dep_ == "aux" for c in token.children) and token.i < root.i
    return modal and token.dep_ in ("advcl", "ccomp") and verb_act(root.lemma_) is None and not any(
        c.dep_ == "mark" for c in token.children)


def _semicolon(token: Token, root: Token) -> bool:
    low, high = sorted((token.i, root.i))
    return any(t.text == ";" for t in token.doc[low:high])


def _content(root: Token, cue: Token, *, keep: bool = False) -> Content | None:
    """Cut the words of one clause out of its sentence."""
    others = {c for c in _clauses(root) if c != root}
    inside = [t for t in root.subtree if not _belongs(t, root, cue, others)]
    tokens = trimmed(inside, root)
    if root not in tokens or not any(t.is_alpha for t in tokens):
        return None
    if tokens[0].i and tokens[0].nbor(-1).lower_ == "nor":
        tokens = [tokens[0].nbor(-1), *tokens]
    return Content(root, tuple(tokens))


def trimmed(inside: list[Token], root: Token) -> list[Token]:
    """Return the run of tokens around the root without joining words and stops at its edges."""
    tokens = _stretch(inside, root)
    while tokens and (tokens[0].dep_ in ("mark", "cc") and tokens[0].lower_ in
                      ("that", "and", "but", "or") or tokens[0].text in _EDGE):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in _EDGE or tokens[-1].dep_ == "cc"
                      or tokens[-1].lower_ == "that" and tokens[-1].dep_ == "mark"):
        tokens = tokens[:-1]
    if len(tokens) > 2 and tokens[0].lower_ == "that" and tokens[1].pos_ in (
            "PRON", "DET", "PROPN") and tokens[0] != root:
        tokens = tokens[1:]
    return tokens


def _belongs(token: Token, root: Token, cue: Token, others: set[Token]) -> bool:
    """Say whether a token of the subtree belongs to another act or clause."""
    step = token
    while step != root:
        if step == cue or step in others or (step != root and step.dep_ == "advcl"
                                             and _is_participle(step)):
            return True
        if step.head == step:
            break
        step = step.head
    return False


def _stretch(tokens: list[Token], root: Token) -> list[Token]:
    """Return the run of neighbours around the root; single punctuation does not break it."""
    inside = {t.i for t in tokens}
    low = high = root.i
    doc = root.doc
    while low - 1 in inside or (low - 2 in inside and doc[low - 1].is_punct):
        low -= 1
    while high + 1 in inside or (high + 2 in inside and doc[high + 1].is_punct):
        high += 1
    return [doc[i] for i in range(low, high + 1)]


def quoted(sentence: Span) -> bool:
    """Say whether the whole sentence stands in quotation marks."""
    before = sentence.doc[: sentence.start].text.count('"') % 2
    text = sentence.text.strip()
    inner = text.strip('"')
    return '"' not in inner and (bool(before) or text.startswith('"'))
