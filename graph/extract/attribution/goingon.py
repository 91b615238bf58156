"""Where one act of saying ends and the speaker's next begins: 'said that it was so, and called it good'."""

from spacy.tokens import Token

from ..actors.unnamed import speaks
from ..lexicon import verb_act
from ..sentences import child
from .clauses import that_clause


def goes_on(verb: Token) -> bool:
    """'She said that it was so, and called it good': the second verb is hers, not part of it."""
    did = any(c.lower_ == "did" for c in verb.children)
    act = verb_act(verb.lemma_)
    # 'The talks had been long but rejected a report that …': talks deny nothing.
    denied = child(verb, "dobj") if verb.tag_ in ("VBD", "VBN") and act in ("denies", "rejects") else None
    thing = denied is not None and that_clause(denied) is not None
    having = child(verb, "xcomp")  # 'rejected the charge that milk was sold and denied having sold it'
    thing = thing or (act == "denies" and verb.tag_ in ("VBD", "VBN") and _having(having))
    has = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    said = has and verb.tag_ == "VBN" and act == "asserts" and child(verb, "ccomp") is not None
    thing = (thing or said or _asks(verb, act)) and _of_a_thing(verb.head)
    return (
        verb.dep_ == "conj"
        and (verb.tag_ == "VBD" or did or thing or child(verb.head, "expl") is not None)
        and act is not None
        and not any(
            c.dep_ in ("nsubj", "aux", "auxpass") and c.lower_ not in _HELPS[said] for c in verb.children
        )
        and (
            thing or any(c.dep_ in ("oprd", "ccomp") or child(c, "pcomp") is not None for c in verb.children)
        )
    )


_HELPS = {False: frozenset(("did",)), True: frozenset(("has", "have"))}
"""Helpers that a verb may have that goes on: 'insists that arms come first and has said that ...'."""


def _asks(verb: Token, act: str | None) -> bool:
    """'The text was weak, and called on Europe to act': a text calls on nobody."""
    on = any(c.dep_ == "prep" and c.lower_ in ("on", "upon") for c in verb.children)
    asks = act == "demands" or (verb.lemma_ == "call" and on)
    return verb.tag_ == "VBD" and asks and child(verb, "xcomp", "ccomp", "advcl") is not None


def _having(verb: Token | None) -> bool:
    return verb is not None and "VBG" in (verb.tag_, *(c.tag_ for c in verb.children if c.dep_ == "aux"))


def _of_a_thing(verb: Token) -> bool:
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is not None and subject.pos_ == "NOUN" and not speaks(subject)
