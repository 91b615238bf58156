"""Relative clauses that lay down what a plan does: 'the draft, under which', 'Article 7, which obliges'."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from ..lexicon import words
from ..sentences import child
from .modals import has_modal
from .plans import Plans
from .wordlists import listed


def under_which(sentence: Span, plans: Plans) -> tuple[Token, Token] | None:
    """Return 'which' and the verb of 'the draft, under which countries reduce their use'."""
    for token in sentence:
        if token.lower_ != "which" or token.i < 2 or token.nbor(-1).lower_ != "under":
            continue
        noun = next((t for t in reversed(token.doc[sentence.start : token.i - 1]) if not t.is_punct), None)
        verb = next((t for t in sentence if t.i > token.i and t.pos_ == "VERB" and t.dep_ == "relcl"), None)
        if noun is not None and verb is not None and (plans.at(noun) or plans.version_at(noun)):
            return token, verb
    return None


def which_does(sentence: Span, plans: Plans) -> Iterator[tuple[Token, str | None]]:
    """Yield 'which' of 'the pact, which caps it', 'a pact that caps it' and 'Article 7, which obliges'."""
    for token in sentence:
        verb = token.head
        if token.tag_ != "WDT" or token.dep_ != "nsubj" or token.i - sentence.start < 2:
            continue
        tells = verb.lemma_ in (listed("enacts") | words("describes")) - listed("vague") - {"say", "state"}
        if (
            not tells
            or not (has_modal(verb) or verb.tag_ in ("VBZ", "VBP"))
            or child(verb, "neg") is not None
        ):
            continue
        before = token.nbor(-2) if token.nbor(-1).text == "," else token.nbor(-1)
        part = before.i > 0 and before.nbor(-1).lemma_.lower() in listed("parts")
        if part and before.text.isdigit() and plans.main is not None:
            yield token, before.text
        elif plans.at(before) or plans.version_at(before):
            yield token, None
