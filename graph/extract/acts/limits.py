"""Words that limit what somebody says: its condition, and what narrows a denial or a stance."""

import re
from collections.abc import Iterable
from itertools import islice

from spacy.tokens import Token

from ..attribution.clauses import turned
from ..attribution.contents import Content
from ..sentences import written

_NARROW = re.compile(
    r"\b(?:beyond|outside|without|except|other than|apart from|in excess of|"
    r"officially|formally|directly|personally|publicly|at best|in writing|even if|but not)\b.*",
    re.I | re.S,
)
_PHRASES = (
    ("on", "condition", "that"),
    ("on", "the", "condition", "that"),
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("provided", "that"),
    ("providing", "that"),
    ("in", "case"),
    ("provided",),
    ("providing",),
    ("if",),
    ("unless",),
)
_ELSE = (("otherwise",), ("failing", "that"), ("failing", "this"), ("if", "not"))


def condition_of(content: Content) -> tuple[Token, Token] | None:
    """Return the first and last word after 'if', 'unless', 'provided that' or 'on condition that'."""
    return condition_in(content.tokens)


def condition_in(tokens: Iterable[Token]) -> tuple[Token, Token] | None:
    """Return the first and last word of a condition among tokens, which are in order."""
    tokens = list(tokens)
    if if_not(tokens):
        return _otherwise(tokens)
    for index, token in enumerate(tokens):
        phrase = next((p for p in _PHRASES if _at(tokens, index, p)), None)
        if phrase is None or (index and tokens[index - 1].lower_ in ("even", "as", "what")):
            continue
        if phrase[0] in ("if", "provided", "providing") and len(phrase) == 1 and not _opens(token):
            continue
        if phrase == ("if",) and token.head.dep_ in ("ccomp",) and token.i == tokens[0].i:
            continue
        rest = _clause(tokens[index + len(phrase) :], token)
        if rest:
            return rest[0], rest[-1]
    return _turned(tokens) or _otherwise(tokens)


def if_not(tokens: Iterable[Token]) -> bool:
    """Say whether a clause opens with 'If not,', which stands for a condition told before."""
    first = list(islice((t for t in tokens if t.text != '"'), 3))
    apart = len(first) == 3 and (first[2].text == "," or first[2].nbor(-1).lower_ != "not")
    return [t.lower_ for t in first[:2]] == ["if", "not"] and apart


def only_if(content: Content) -> bool:
    """Say whether a content is a condition and no more: 'If only the mill had been shut'."""
    if if_not(content.tokens):
        return False
    marks = [c for c in content.root.children if c.dep_ == "mark" and c in content.tokens]
    return any(c.lower_ in ("if", "unless") for c in marks)


def condition_beside(cue: Token, content: Content) -> tuple[Token, Token] | None:
    """Return the condition of 'If A leaves, she said, B will come', which stands before the cue."""
    if cue.pos_ not in ("VERB", "AUX") or cue.i > content.first.i:
        return None
    for clause in (*cue.children, *content.root.children):
        before = clause.i < cue.i and clause.dep_ in ("advcl", "ccomp") and clause not in content.tokens
        if not before or not (turned(clause) or any(c.lower_ in ("if", "unless") for c in clause.children)):
            continue
        if found := condition_in(t for t in clause.subtree if t.i <= clause.right_edge.i):
            return found
    return None


def _at(tokens: list[Token], index: int, phrase: tuple[str, ...]) -> bool:
    return tuple(t.lower_ for t in tokens[index : index + len(phrase)]) == phrase


def _opens(token: Token) -> bool:
    """Say whether 'if' or 'provided' opens a clause."""
    if token.lower_ == "if":
        return token.dep_ in ("mark", "prep", "advcl", "advmod")
    comma = token.i > 0 and token.nbor(-1).text == ","
    return token.dep_ in ("mark", "prep", "advcl", "acl") and (comma or token.pos_ == "SCONJ")


def _clause(after: list[Token], opener: Token) -> list[Token]:
    """Return the words of the condition: up to the comma that ends it before a main clause."""
    rest: list[Token] = []
    verb = False
    for token in after:
        if token.text == "," and verb and opener.i < _root_of(opener).i:
            break
        if token.text in (";", ":", '"'):
            break
        verb = verb or token.pos_ in ("VERB", "AUX")
        rest.append(token)
    while rest and rest[-1].is_punct:
        rest.pop()
    return rest


def _root_of(token: Token) -> Token:
    head = token.head
    while head.dep_ in ("advcl", "mark", "pcomp", "prep") and head.head != head:
        head = head.head
    return head


def _turned(tokens: list[Token]) -> tuple[Token, Token] | None:
    """Read 'should Calder lead them' after a comma or at the start."""
    for index, token in enumerate(tokens):
        verb = token.head if token.dep_ == "aux" or token.dep_ == "auxpass" else token
        opens = index == 0 or tokens[index - 1].text == "," or verb.dep_ == "advcl"
        if not opens or not turned(verb):
            continue
        rest = _clause([t for t in tokens[index + 1 :] if t in verb.subtree], token)
        if rest:
            return rest[0], rest[-1]
    return None


def _otherwise(tokens: list[Token]) -> tuple[Token, Token] | None:
    words = [t for t in tokens if t.text != '"']
    for phrase in _ELSE:
        if _at(words, 0, phrase):
            return words[0], words[len(phrase) - 1]
    return None


_MILD = re.compile(r"\b(?:at best|even if|even though|but not|in principle|in part)\b.*", re.I | re.S)


def qualification_of(content: Content, *, mild: bool = False) -> tuple[int, int] | None:
    """Return where the words stand that narrow a denial ('beyond his authority').

    `mild` seeks only what narrows an assertion or a stance as well ('at best').
    """
    start = content.root.idx + len(content.root)
    text = written(content.root.doc)[start : content.last.idx + len(content.last)]
    found = (_MILD if mild else _NARROW).search(text)
    if not found:
        return None
    words_ = found[0].rstrip(' ,.;"')
    at = content.root.doc.user_data["base"] + start + found.start()
    return at, at + len(words_)


_PARTLY = frozenset(("partly", "partially", "largely", "mostly", "mainly"))
_WHOLLY = frozenset(("entirely", "wholly", "altogether", "fully", "quite", "completely", "strictly"))


def partly(verb: Token) -> tuple[Token, Token] | None:
    """Return the words of 'baseless in parts', 'partly false' and 'not entirely true': not all is judged.

    'entirely false' judges all of it, and so does 'not even partly true'.
    """
    for token in sorted(verb.subtree, key=lambda t: t.i):
        if not _of_clause(token, verb):
            continue
        before = token.nbor(-1).lower_ if token.i else ""
        if before == "even":
            continue
        if token.lower_ in _PARTLY:
            return token, token
        if token.lower_ in _WHOLLY and before in ("not", "n't"):
            return token.nbor(-1), token
        if token.lower_ in ("part", "parts") and before == "in":
            return token.nbor(-1), token.right_edge
    return None


def _of_clause(token: Token, verb: Token) -> bool:
    """Say whether a word belongs to a clause and not to one below it."""
    while token != verb:
        if token.dep_ in ("ccomp", "relcl", "acl", "advcl", "parataxis", "conj"):
            return False
        token = token.head
    return True
