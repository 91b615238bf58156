"""The clause of a noun that says what it says: 'the report that P', no 'reports that we have seen'."""

from spacy.tokens import Token

from ..lexicon import words
from ..sentences import child

_TAKES = frozenset(("see", "read", "hear", "receive", "publish", "issue", "cite", "get", "quote"))


def that_clause(noun: Token) -> Token | None:
    """Return the clause of 'the report that ...'."""
    return next(
        (
            c
            for c in noun.children
            if c.dep_ in ("acl", "ccomp", "relcl")
            and (any(g.lower_ == "that" and _joins(g) for g in c.children) or _told(noun, c))
        ),
        None,
    )


def _told(noun: Token, clause: Token) -> bool:
    """Read 'the charge that milk had been sold', where the parser takes 'that milk' for one noun.

    In 'a report that Peru had agreed to cede Tarn' it takes 'that' for what was ceded, and Tarn too.
    """
    that, subject = clause.left_edge, child(clause, "nsubj", "nsubjpass")
    if noun.lemma_.lower() not in words("said_before") or clause.dep_ not in ("acl", "relcl"):
        return False
    if subject is None or that.lower_ != "that" or that.i != noun.i + 1:
        return False
    twice = that.dep_ == "dobj" and sum(c.dep_ == "dobj" for c in that.head.children) > 1
    return twice or (that.head == subject and clause.dep_ == "acl")


def _joins(word: Token) -> bool:
    """Say whether a word opens a clause: the parser may take 'that' for its object, the tagger does not."""
    if word.dep_ == "mark" or word.lower_ != "that" or word.dep_ != "dobj":
        return word.dep_ == "mark"
    things = [c for c in word.head.children if c.dep_ == "dobj"]
    if told_of(word.head):
        return False
    return word.tag_ == "IN" or (len(things) > 1 and child(word.head, "nsubj") is not None)


def told_of(clause: Token) -> bool:
    """'reports that we have seen': what was seen is the reports, and not what they say."""
    things = [c for c in clause.children if c.dep_ == "dobj"]
    that = len(things) == 1 and things[0].lower_ == "that" and things[0].i < clause.i
    return that and clause.lemma_ in _TAKES and child(clause, "nsubj") is not None
