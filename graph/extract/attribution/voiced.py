"""Acts of saying by form: 'expressed his belief that P', 'P, as stated by Poe', 'This was stated by Poe'."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from ..actors.phrases import Phrases
from ..afterthoughts import denying_noun
from ..lexicon import verb_act, words
from ..sentences import child, in_quotes
from .act import Attribution, Missed
from .clauses import that_clause
from .contents import Content, contents_of
from .speakers import speaker
from .unsaid import unsaid

_THIS = frozenset(("this", "that", "it"))


def opinions(verb: Token, phrases: Phrases, done: Sequence[Attribution]) -> list[Attribution | Missed]:
    """Return who says what in 'expressed his belief that P' and 'P, as stated by the ministry'."""
    opinion = _voiced(verb)
    cue, contents = opinion if opinion is not None else (verb, _stated_as(verb))
    if not contents:
        return []
    if (why := unsaid(verb)) is not None:
        return [Missed(verb, why, voids=True)]
    voice = speaker(verb, phrases, done)
    return [Attribution("asserts", (verb, cue), voice, contents, verb, confidence=0.8)] if voice else []


def answering(verb: Token, noun: Token, phrases: Phrases) -> Attribution | Missed:
    """Read ', a charge Peru disputes'."""
    who = denying_noun(verb)
    voice = phrases.voice(who, loose=True) if who is not None else None
    if voice is None:
        return Missed(verb, f"nobody that is understood is the speaker of '{verb.text}'")
    return Attribution("denies", (verb, verb), voice, [], verb, noun, confidence=voice.confidence * 0.9)


def _voiced(verb: Token) -> tuple[Token, list[Content]] | None:
    """Return 'belief' and what is said in 'expressed his belief that P'."""
    noun = child(verb, "dobj")
    if verb.lemma_ not in words("voices_opinion") or noun is None or that_clause(noun) is None:
        return None
    if noun.lemma_.lower() not in words("opinions") or any(c.lower_ == "no" for c in noun.children):
        return None
    contents = contents_of(noun)
    return (noun, contents) if contents else None


def _stated_as(verb: Token) -> list[Content]:
    """Return what is said in 'P, as stated by the ministry'."""
    as_ = any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children)
    told = verb.tag_ == "VBN" and verb_act(verb.lemma_) == "asserts" and child(verb, "agent") is not None
    if not as_ or not told or verb.dep_ != "advcl" or child(verb, "nsubj", "nsubjpass") is not None:
        return []
    return contents_of(verb.head, outside=verb)


class Unclaimed:
    """Remembers the last sentence that nobody is said to have said."""

    def __init__(self) -> None:
        self.sentence: Span | None = None

    def restated(self, sentence: Span, phrases: Phrases) -> tuple[Attribution, Span] | None:
        """Return who is said by a sentence to have said the one before, and that sentence."""
        found = _restates(sentence.root)
        if found is None or self.sentence is None or unsaid(sentence.root) is not None:
            return None
        voice = phrases.voice(found, loose=True)
        if voice is None:
            return None
        verb = sentence.root
        return Attribution("asserts", (verb, verb), voice, [], verb, confidence=0.7), self.sentence


def _restates(verb: Token) -> Token | None:
    """Return who speaks in 'This was stated by Poe', 'Poe said this in Lund', 'Poe made the statement'."""
    if verb.pos_ != "VERB" or in_quotes(verb) or any(c.dep_ in ("ccomp", "parataxis") for c in verb.children):
        return None
    subject, agent = child(verb, "nsubj", "nsubjpass"), child(verb, "agent")
    things = [c for c in verb.children if c.dep_ in ("dobj", "dative", "oprd", "npadvmod") and c.i > verb.i]
    said = verb_act(verb.lemma_) == "asserts" and verb.lemma_ not in words("naming")
    if subject is None:
        return None
    if said and agent is not None and subject.lower_ in _THIS:
        return child(agent, "pobj")
    this = any(t.lower_ in ("this", "it") for t in things)
    made = verb.lemma_ == "make" and any(
        t.lemma_.lower() in words("announcing") and {c.lower_ for c in t.children} & {"the", "this", "these"}
        for t in things
    )
    return subject if (said and this and subject.dep_ == "nsubj") or made else None
