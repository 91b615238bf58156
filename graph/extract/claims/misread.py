"""What the parser mistakes, where a rule can tell."""

from spacy.tokens import Token

from ..attribution.contents import Content
from ..sentences import child, in_quotes
from .claimwords import listed_words


def noun_for_verb(verb: Token) -> bool:
    """Say whether the parser took 'cut' of 'the ministry cut pay' for a noun and 'pay' for the verb."""
    subject = child(verb, "nsubj")
    return (
        subject is not None
        and subject.i + 1 == verb.i
        and subject.tag_ == "NN"
        and subject.lower_ in listed_words("same_in_the_past")
        and any(c.dep_ == "compound" for c in subject.children)
        and child(verb, "dobj") is None
    )


def headless(content: Content) -> bool:
    """Say whether the parser lost the subject of 'could last' in 'with Poe cautioning the war could last'.

    A quotation may leave its subject out; 'warned Poe could last' names it before, as the parser has it.
    """
    root, first = content.root, content.first
    if (named := child(root.head, "dobj")) is not None and named.i < root.i:
        return False
    bare = first == root or (first.head == root and first.dep_ in ("aux", "auxpass"))
    none = child(root, "nsubj", "nsubjpass", "expl", "csubj", "csubjpass") is None
    finite = first.tag_ in ("MD", "VBD", "VBZ", "VBP")
    return (
        root.dep_ == "ccomp" and content.subject is None and bare and none and finite and not in_quotes(first)
    )
