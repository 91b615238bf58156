"""Verbs of saying whose form rules out that they report an act of saying."""

from spacy.tokens import Token

from ..actors.phrases import Phrases
from ..lexicon import verb_act, words
from ..sentences import child
from ..terms.plannames import is_plan_word
from .contents import Content
from .unsaid import unsaid


def no_act(verb: Token, phrases: Phrases) -> bool:
    """Say whether the form or the subject of a verb rules out that it reports an act of saying."""
    infinitive = verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)
    if (infinitive and not done(verb)) or verb.dep_ == "amod":
        return True
    if verb.lower_ == "according" or _only_names(verb) or _keeps_silent(verb):
        return True
    subject = child(verb, "nsubj")
    if verb.lower_ in ("asked", "pressed") and verb.i == verb.sent.start and subject is None:
        return True  # 'Asked whether P, Poe said no': nobody says who asks
    if subject is None:
        return False
    question = subject.tag_ == "WP" and verb.dep_ != "relcl"
    called = child(verb, "dobj")
    if called is not None and called.lower_ == "what" and verb.lemma_ in words("naming"):
        return True  # 'what it called the minutes' names a thing in words of another
    plan = is_plan_word(subject) and verb.lemma_.lower() in words("describes")
    return question or plan or (subject.lower_ in ("i", "we") and not phrases.holds)


def done(verb: Token) -> bool:
    """Say whether an infinitive tells what was done: 'went on to say', 'was keen to stress'."""
    above = verb.head
    if verb.dep_ not in ("xcomp", "advcl") or above.i > verb.i:
        return False
    if above.lower_ in _EAGER and above.dep_ == "acomp":
        return above.head.tag_ == "VBD" and unsaid(above.head) is None
    if above.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    goes_on = above.lemma_ == "go" and any(c.lower_ == "on" and c.i < verb.i for c in above.children)
    took = above.lemma_ == "take" and any(c.lower_ == "to" and c.dep_ == "prep" for c in above.children)
    return (goes_on or took or above.lemma_ in _DO) and unsaid(above) is None


_DO = frozenset(("proceed", "hasten", "continue", "rush", "rise"))
_EAGER = frozenset(("keen", "quick", "careful"))
"""'The mayor was keen to stress that': she stressed it."""


def only_wonders(verb: Token, contents: list[Content]) -> bool:
    """Say whether a verb asks whether something is so, and so neither says nor wants that it is."""
    asks = verb.lemma_ in ("ask", "inquire", "enquire", "wonder", "press", "query")
    return asks and bool(contents) and all(c.first.lower_ in ("whether", "if") for c in contents)


def before_colon(content: Content, cue: Token) -> bool:
    """'X denied it: Y read the text' does not say that Y said the first."""
    return content.last.i < cue.i and any(t.text in (":", ";") for t in cue.doc[content.last.i : cue.i])


def says_nothing(verb: Token, contents: list[Content], target: Token | None, phrasal: Token | None) -> bool:
    """Say whether a verb has nothing beside it that could be said."""
    lemma = verb.lemma_.lower()
    if not contents and target is None:
        return True
    if not contents and phrasal is None and lemma in words("need_clause") and lemma not in words("stance"):
        return True
    return (
        lemma == "ask"
        and child(verb, "xcomp") is not None
        and target is None
        and (child(verb, "dobj") is None)
    )


def _only_names(verb: Token) -> bool:
    """'so-called', 'the claimed area', 'asked whether it was so, he': no act of saying, or nobody's here."""
    bare = verb.dep_ == "advcl" and not any(c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.children)
    return verb.tag_ == "VBN" and (verb.dep_ in ("acl", "amod") or bare) and child(verb, "agent") is None


def _keeps_silent(verb: Token) -> bool:
    """'refused to say', 'refused to confirm that': nothing was said."""
    wish = child(verb, "xcomp")
    return verb.lemma_ == "refuse" and wish is not None and verb_act(wish.lemma_.lower()) is not None
