"""Find who speaks: the subject of a verb of saying, however far off it stands."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from spacy.tokens import Token

from ..actors.phrases import Phrases, Voice
from ..actors.rows import row_beside
from ..actors.titles import is_post
from ..lexicon import verb_act
from ..sentences import addressed, child
from .found import Found
from .goingon import goes_on
from .quoting import quoted_by, quoted_one
from .sources import beside_all


class Act(Protocol):
    """What is known of an earlier act of saying in the sentence."""

    verb: Token
    voice: Voice


_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_TENSED = ("VBD", "VBZ", "VBP")


def who_says(verb: Token, phrases: Phrases, done: Sequence[Act], found: Found | None) -> Voice | None:
    """Return whom a verb of saying makes the speaker: of a row of persons all."""
    voice = (
        quoted_voice(verb, phrases)
        or denier(verb, phrases)
        or (speaker(verb, phrases, done) if goes_on(verb) else None)
        or found_voice(found, phrases)
        or speaker(verb, phrases, done)
    )
    return _with_row(voice, verb, phrases)


def speaker(verb: Token, phrases: Phrases, done: Sequence[Act]) -> Voice | None:
    """Return the speaker: the verb's subject, its agent, or the outer verb's subject."""
    if (agent := child(verb, "agent")) is not None and (who := child(agent, "pobj")) is not None:
        by = phrases.voice(who, loose=True)
        if by is not None or child(verb, "nsubj") is None:  # 'Poe said by phone'
            return by
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return None
    subject = child(verb, *_SUBJECTS)
    if subject is not None and subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return phrases.voice(verb.head, loose=True)
    if subject is not None and subject.dep_ == "nsubj":
        called = _called_on(subject, phrases)
        return _together(called or [c for c in verb.children if c.dep_ == "nsubj"], phrases)
    if verb.tag_ == "VBG":
        return _outer(verb, phrases, done)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        if goes_on(verb) and done and _same(verb.head, done) is None:
            return done[-1].voice
        return speaker(verb.head, phrases, done) or _same(verb.head, done)
    return _stray(verb, phrases)


def _together(subjects: list[Token], phrases: Phrases) -> Voice | None:
    """Join the subjects of one verb, which the parser may have taken apart."""
    voices = [v for s in subjects if (v := phrases.voice(s, loose=True))]
    if not voices:
        return None
    actors = dict.fromkeys(a for v in voices for a in v.actors)
    return Voice(tuple(actors), voices[0].first, voices[-1].last, min(v.confidence for v in voices))


def _called_on(subject: Token, phrases: Phrases) -> list[Token]:
    """Return 'government' of 'Ms Idris, the government says so', said to her: the parser takes her for it."""
    addressed_ = addressed(subject)
    name = phrases.cast.at(subject)
    beside = child(subject, "appos")
    first = subject.left_edge.i == subject.sent.start
    if beside is None or not first:
        return []
    # 'Colonel, the council says so': no comma parts the one who speaks from the verb.
    by_post = subject.left_edge == subject and is_post(subject) and beside.right_edge.nbor().text != ","
    return [beside] if by_post or (name is not None and addressed_ == (name.of,)) else []


def _same(head: Token, done: Sequence[Act]) -> Voice | None:
    return next((a.voice for a in done if a.verb == head), None)


def _outer(verb: Token, phrases: Phrases, done: Sequence[Act]) -> Voice | None:
    """The subject of 'claiming' or 'saying' is that of the verb that it hangs on."""
    if verb.dep_ == "acl" and beside_all(verb.head):
        return phrases.voice(verb.head, loose=True)
    before = [a for a in done if a.verb.sent == verb.sent]
    if before and verb.dep_ in ("advcl", "conj", "dep", "ccomp"):
        return before[-1].voice
    governor = verb.head
    while governor.pos_ not in ("VERB", "AUX") and governor.head != governor:
        governor = governor.head
    while child(governor, "nsubj") is None and governor.dep_ == "conj":
        governor = governor.head
    subject = child(governor, "nsubj", "nsubjpass")
    if verb.dep_ == "acl" and (owner := child(verb.head, "poss")) is not None:
        return phrases.voice(owner)
    return phrases.voice(subject, loose=True) if subject is not None else None


def _stray(verb: Token, phrases: Phrases) -> Voice | None:
    """Find the subject that the parser lost: the first free noun after 'that', before the verb."""
    if verb.tag_ not in _TENSED:
        return None
    that = next((t for t in reversed(list(verb.sent)) if t.i < verb.i and t.lower_ == "that"), None)
    for token in verb.doc[that.i + 1 if that is not None else verb.sent.start : verb.i]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ in ("dep", "nsubj", "appos"):
            taken = token.dep_ == "nsubj" and token.head.pos_ == "VERB" and token.head.i < verb.i
            return phrases.voice(token) if not taken else None
    return None


def denier(verb: Token, phrases: Phrases) -> Voice | None:
    """'X said that Y took it, which she denied': whom a charge is about denies it, not who made it."""
    subject = child(verb, "nsubj")
    if verb.dep_ != "relcl" or subject is None or subject.lower_ not in ("he", "she"):
        return None
    above = next((a for a in verb.head.ancestors if a.pos_ == "VERB"), None)
    accused = _accused(above) if above is not None and verb_act(verb.lemma_) == "denies" else None
    voice = phrases.voice(accused) if accused is not None else None
    one = phrases.cast.known(voice.actors[0]) if voice is not None and len(voice.actors) == 1 else None
    fits = one is not None and one.kind == "Person" and one.gender in (None, subject.lower_)
    return replace(voice, first=subject, last=subject) if voice is not None and fits else None


def _accused(verb: Token) -> Token | None:
    """Return whom a clause is about: the subject of what was said, or who was accused of it."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "of":
        verb = verb.head.head
    found = child(verb, "dobj") if verb.lemma_ == "accuse" else None
    if found is None and (verb.lemma_ == "accuse" or verb_act(verb.lemma_) is None):
        found = child(verb, "nsubjpass", "nsubj")
    return found if found is not None and found.pos_ == "PROPN" else None


def quoted_voice(verb: Token, phrases: Phrases) -> Voice | None:
    """Return who is quoted in 'quoted an aide as saying'."""
    by = quoted_by(verb)
    one = quoted_one(by) if by is not None else None
    return phrases.voice(one, loose=True) if one is not None else None


def _with_row(voice: Voice | None, verb: Token, phrases: Phrases) -> Voice | None:
    """Return all who are named in a row beside the verb, where the voice is some of them or nobody's."""
    row = row_beside(verb, phrases.cast)
    if row is None or (voice is not None and not set(voice.actors) < set(row.actors)):
        return voice
    return Voice(row.actors, row.first, row.last, voice.confidence if voice is not None else 0.9)


def found_voice(found: Found | None, phrases: Phrases) -> Voice | None:
    """Return whom the grammar names as the source, where the parse of the verb does not."""
    if found is None or found.source is None:
        return None
    head = found.source.head
    return found.voice or phrases.voice(found.word.head if head.tag_ in ("WP", "WDT") else head, loose=True)
