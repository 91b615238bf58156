"""The form of a cue: its act, its particle, whom it addresses and what it asks for."""

from spacy.tokens import Token

from ...models import Act
from ..lexicon import phrasal_act, verb_act
from ..sentences import child

_PHRASAL = frozenset(
    (("call", "for"), ("insist", "on"), ("ask", "for"), ("appeal", "for"), ("press", "for"), ("push", "for"))
)


def act_of(verb: Token) -> Act | None:
    """Return the act that a verb reports, with its particle: 'turned down' rejects."""
    particle = child(verb, "prt")
    both = phrasal_act(verb.lemma_, particle.lower_) if particle is not None else None
    return both or verb_act(verb.lemma_.lower())


def cue_of(verb: Token) -> tuple[Token, Token]:
    """Return the verb, and the particle or preposition that goes with it."""
    particle = child(verb, "prt")
    if particle is None:
        particle = next(
            (
                c
                for c in verb.children
                if c.dep_ == "prep" and c.i == verb.i + 1 and (verb.lemma_, c.lower_) in _PHRASAL
            ),
            None,
        )
    return (verb, particle) if particle is not None and particle.i == verb.i + 1 else (verb, verb)


def addressee(verb: Token) -> Token | None:
    """Return whom a verb calls on or tells to do something."""
    for preposition in verb.children:
        if (
            verb.lemma_ in ("call", "appeal")
            and preposition.lower_ in ("on", "upon", "to")
            and (preposition.dep_ == "prep")
        ):
            return child(preposition, "pobj")
    return child(verb, "dobj")


def prepositional(verb: Token) -> Token | None:
    """Return what is asked for: the object of 'called for' or 'insisted on'."""
    for preposition in verb.children:
        if (verb.lemma_, preposition.lower_) in _PHRASAL:
            return child(preposition, "pobj")
    return None
