"""Whether a clause of a description is a provision, and what its words are."""

from spacy.tokens import Span, Token

from ..attribution.contents import Content, trimmed
from ..sentences import child
from .amounts import amount_in


def is_history(noun: Token) -> bool:
    """'In 2028 Peru accepted 12,000 refugees' tells what was done, not what a plan provides."""
    verb = noun.head
    dated = any(
        t.lower_ == "in" and t.i + 1 < len(t.doc) and t.nbor().shape_ == "dddd" for t in verb.children
    )
    return verb.tag_ == "VBD" and dated


def subject_of(content: Content) -> Token | None:
    """Return the subject of a clause, be it further left than its words."""
    return content.subject if content.subject is not None else child(content.root, "nsubj", "nsubjpass")


def unparsed(sentence: Span) -> list[Content]:
    """Return a sentence whose verb the parser missed as one provision."""
    if sentence.root.pos_ in ("VERB", "AUX"):
        return []
    return [Content(sentence.root, tuple(trimmed(list(sentence), sentence.root)))]


def owner_words(subject: Token) -> str:
    """Return the words of a subject that stands further left, from its own part of the sentence on."""
    kept = list(subject.subtree)
    for index, token in enumerate(kept):
        if token.text in (";", ":") and token.i < subject.i:
            kept = kept[index + 1 :]
            break
    return "".join(t.text_with_ws for t in kept).strip(" ,")


def verb_or_first(tokens: list[Token]) -> Token:
    """Return the first verb of an item, or its first word."""
    return next((t for t in tokens if t.pos_ in ("VERB", "AUX")), tokens[0])


def is_provision(content: Content, *, modal: bool) -> bool:
    """Say whether a clause of no known topic lays something down: a verb that acts, or a modal."""
    verb = content.root
    if len(content.tokens) < 4:
        return False
    if verb.pos_ not in ("VERB", "AUX"):
        return verb == verb.sent.root and amount_in(" ".join(t.text for t in content.tokens)) is not None
    if verb.lemma_ == "be":
        return modal
    return (
        modal
        or verb.tag_ in ("VBZ", "VBP", "VBG")
        or (verb.tag_ == "VBN" and any(c.tag_ in ("VBZ", "VBP") for c in verb.children))
    )
