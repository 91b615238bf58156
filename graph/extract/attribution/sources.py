"""Whose words or thoughts a cue gives: the noun phrase that the grammar makes its source."""

from dataclasses import dataclass

from spacy.tokens import Token

from ..lexicon import frame_words, words
from ..sentences import child
from .quotemarks import Region

_EMPTY = frozenset(("there", "this", "that", "which", "what"))
_RELATIVE = frozenset(("WP", "WDT"))


@dataclass(frozen=True)
class Source:
    """The head of the noun phrase that names the source, and the numbers of its tokens."""

    head: Token
    tokens: tuple[int, ...]


def source_of_verb(verb: Token) -> Token | None:
    """Return the subject of a verb, its agent if passive, or that of the verb it hangs on."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return child(agent, "pobj")
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return None
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "csubj")]
    if subjects:
        # Of two that the parser hangs on one verb, "Correction: An entry said", the nearer one speaks.
        return max((s for s in subjects if s.i < verb.i), default=subjects[0], key=lambda s: s.i)
    bare = not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if verb.tag_ == "VBN" and (verb.dep_ in ("acl", "amod") or (verb.dep_ == "advcl" and bare)):
        return None
    if (report := _report_before(verb)) is not None:
        return report
    if verb.dep_ == "acl":
        vessel = verb.head.lemma_.lower() in frame_words("kinds", "vessel") and verb.tag_ == "VBG"
        vessel = vessel and not beside_all(verb.head)
        return _of_governor(verb) if vessel else verb.head
    if verb.dep_ in ("conj", "xcomp", "advcl", "dep", "pcomp", "ccomp", "prep") and verb.head != verb:
        return _of_governor(verb)
    return None


def _report_before(verb: Token) -> Token | None:
    """Return 'report' of 'on a report in the Post saying that P', 'Poe' of 'on comments by Poe saying'."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("acl", "advcl") or verb.i == 0:
        return None
    noun = verb.nbor(-1)
    while noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() not in words("said_before"):
        if noun.dep_ != "pobj" or noun.head.dep_ != "prep":
            return None
        noun = noun.head.head
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj":
        return None
    by = next((c for c in noun.children if c.lower_ in ("by", "from") and c.i < verb.i), None)
    return (child(by, "pobj") if by is not None else None) or noun


def beside_all(noun: Token) -> bool:
    """Say whether a writing stands beside a sentence, as 'with one report suggesting that P' does."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("with", "amid", "despite", "following", "after")


def _of_governor(verb: Token) -> Token | None:
    """Climb from 'saying' or a second verb to the one whose subject it shares."""
    head = verb.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        if head.pos_ in ("NOUN", "PROPN") and head.dep_ != "attr":
            if (owner := child(head, "poss")) is not None:
                return owner
        head = head.head
    if head.pos_ not in ("VERB", "AUX"):
        return None
    if verb.tag_ in ("VBG", "VB", "VBN", "VBD", "VBZ", "VBP"):
        found = child(head, "nsubj") or child(head, "nsubjpass")
        return found or (source_of_verb(head) if head.head != head else None)
    return None


def source_of_noun(noun: Token) -> Token | None:
    """Return whose claim it is: 'her claim', 'the claim by X', 'calls from X', 'X made the claim'."""
    if (owner := child(noun, "poss")) is not None:
        return owner
    for preposition in noun.children:
        if preposition.dep_ in ("prep", "agent") and preposition.lower_ in ("by", "from", "among", "of"):
            inner = child(preposition, "pobj")
            if inner is not None and (preposition.lower_ != "of" or inner.ent_type_ in ("PERSON", "ORG")):
                return inner
    if noun.dep_ in ("dobj", "attr", "pobj", "oprd"):
        verb = noun.head if noun.head.pos_ in ("VERB", "AUX") else noun.head.head
        if verb.pos_ == "VERB":
            return source_of_verb(verb)
    return None


def source_of_adjective(adjective: Token) -> Token | None:
    """Return who is sure or worried: the subject of the verb that links the two."""
    head = adjective.head
    if adjective.dep_ in ("acomp", "oprd", "attr", "conj", "advcl"):
        while head.pos_ not in ("VERB", "AUX") and head.head != head:
            head = head.head
        return child(head, "nsubj", "nsubjpass")
    return None


def phrase_of(head: Token, without: set[int]) -> Source | None:
    """Return the noun phrase around a head, with appositions and clauses, but without what is said."""
    if (head.lower_ in _EMPTY and head.tag_ not in _RELATIVE) or (
        head.lower_ == "it" and head.dep_ != "nsubj"
    ):
        return None
    inside = {t.i for t in head.subtree} - without
    for aside in head.children:
        if aside.dep_ == "relcl" and aside.i > head.i:
            inside -= {t.i for t in aside.subtree}
    doc, low, high = head.doc, head.i, head.i
    while low - 1 in inside:
        low -= 1
    while high + 1 in inside:
        high += 1
    while high > head.i and ((doc[high].is_punct and doc[high].text != ")") or doc[high].is_space):
        high -= 1
    while low < head.i and (doc[low].is_punct or doc[low].dep_ == "cc" or doc[low].is_space):
        low += 1
    return Source(head, tuple(range(low, high + 1)))


def beside_quote(verb: Token, quoted: Region) -> Token | None:
    """Return the noun between a quotation and its verb, or the one right after the verb, as they stand."""
    doc = verb.doc
    if quoted.last < verb.i - 1:
        between = [t for t in doc[quoted.last + 1 : verb.i] if t.pos_ in _NOUNS]
        return next((t for t in between if t.head not in between or t.head.i > verb.i), None)
    if quoted.last == verb.i - 1:
        for token in doc[verb.i + 1 : verb.i + 10]:
            if token.pos_ in _NOUNS and (
                token.dep_ not in ("compound", "poss", "nmod") or token.head.i < token.i
            ):
                return token
            if token.pos_ in ("VERB", "AUX", "ADP") or token.is_punct:
                return None
    return None


_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
