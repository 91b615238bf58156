"""Sentences that go on to tell of a plan after an interruption: 'Chile would free the crew'."""

from spacy.tokens import Span

from ..actors.cast import Cast
from ..attribution.positions import position_of
from ..lexicon import verb_act
from ..sentences import child
from .amounts import amount_in
from .topics import topic_of
from .wordlists import listed

_STAY = frozenset(
    (
        "it",
        "this",
        "that",
        "there",
        "what",
        "which",
        "who",
        "he",
        "she",
        "i",
        "we",
        "you",
        "they",
        "those",
        "these",
    )
)
_OPENERS = frozenset(("if", "unless", "should", "otherwise", "but", "had"))


def resumes(sentence: Span, cast: Cast) -> bool:
    """Say whether a sentence in 'would' tells what a party shall do, and nobody says so."""
    verb = sentence.root
    if not any(c.dep_ == "aux" and c.lower_ == "would" for c in verb.children):
        return False
    if verb.pos_ not in ("VERB", "AUX") or any(c.dep_ == "neg" for c in verb.children) or _other(sentence):
        return False
    if verb.lemma_ in listed("judges") | listed("hoped") or position_of(verb) is not None:
        return False
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.lower_ in _STAY:
        return False
    mention = cast.at(subject)
    party = mention is not None and cast.members[mention.of].kind in ("State", "Organization")
    return party or topic_of(sentence.text) is not None or amount_in(sentence.text) is not None


def _other(sentence: Span) -> bool:
    """Say whether somebody speaks in it, it is quoted or asked, or it tells what might be."""
    spoken = any(
        verb_act(t.lemma_.lower()) and t.pos_ == "VERB" and t.tag_ in ("VBD", "VBN", "VBZ", "VBP")
        for t in sentence
    )
    quoted = sentence.text.lstrip()[:1] in ('"', "“")
    helped = any(c.dep_ == "aux" and c.lower_ == "have" for c in sentence.root.children)
    return (
        spoken or quoted or helped or sentence[0].lower_ in _OPENERS or sentence.text.rstrip().endswith("?")
    )
