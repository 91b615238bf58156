"""Nouns that a text itself uses as a plan's: 'under the scheme,', 'the 11-point document calls for'."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ..lexicon import words
from ..sentences import child
from .modals import has_modal
from .plannames import is_plan_word
from .wordlists import listed

_PAPERS = frozenset(("document", "paper", "note"))
_TELLS = frozenset(("say", "state", "ask", "specify"))
_MEASURED = re.compile(r"(?:\d+|[a-z]+)-point$", re.I)


def described(docs: list[Doc]) -> Iterator[Token]:
    """Yield the definite nouns whose content is told right there, though they may be no words for plans."""
    for doc in docs:
        for token in doc:
            if _of_a_plan(token) and _definite(token) and (_laid_down(token) or _source(token)):
                yield token


def subject_of(noun: Token) -> Token | None:
    """Return the verb that a noun is the subject of; 'document calls' is torn by the parser."""
    if noun.dep_ == "nsubj":
        return noun.head
    torn = noun.dep_ in ("compound", "nmod") and noun.head.i == noun.i + 1
    return noun.head if torn and noun.head.tag_ == "VBZ" else None


def _of_a_plan(token: Token) -> bool:
    if token.tag_ not in ("NN", "NNP"):
        return False
    lemma = token.lemma_.lower()
    if lemma in _PAPERS:
        before = token.doc[token.left_edge.i : token.i].text
        return bool(_MEASURED.search(before.replace(" ", "").rstrip())) or "draft" in before.lower()
    return lemma in listed("like_plans") or is_plan_word(token)


def _definite(token: Token) -> bool:
    """'The draft', 'this text'; the draft of something else is that of a plan with a name, or of no plan."""
    near = token.doc[max(token.sent.start, token.i - 6) : token.i]
    article = any(t.lower_ in ("the", "this") and token in t.head.subtree for t in near) or (
        any(t.lower_ == "the" for t in near) and token.dep_ == "compound"
    )
    return article and not any(c.lower_ == "of" or c.dep_ == "poss" for c in token.children)


def _laid_down(token: Token) -> bool:
    verb = subject_of(token)
    if verb is None or any(c.dep_ == "neg" for c in verb.children):
        return False
    if verb.tag_ not in ("VBZ", "VBP") and not has_modal(verb):
        return False
    if verb.lemma_ in _TELLS:
        return is_plan_word(token) and child(verb, "ccomp", "dobj") is not None
    return verb.lemma_ in words("describes") or verb.lemma_ in listed("enacts") - listed("vague")


def _source(token: Token) -> bool:
    """'Under the scheme, ...' and 'details of the draft' at the start of a sentence."""
    head = token.head
    if token.dep_ != "pobj" or head.i - token.sent.start > 3:
        return False
    if head.lower_ == "under":
        return head.i == token.sent.start
    told = head.head.lemma_.lower() in listed("contents") and head.lower_ in ("of", "on", "from", "in")
    return told and any(t.text == ":" for t in token.sent)
