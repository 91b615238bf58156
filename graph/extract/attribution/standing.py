"""By which words a clause takes a stand on a thing: 'would accept X', 'is opposed to X', 'X is fair'."""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from spacy.tokens import Token

from ...models import Act
from ..lexicon import data
from ..sentences import child

_NOT = frozenset(("not", "n't", "never", "nor", "neither", "nobody", "no", "hardly"))
_ACTS: tuple[Act, ...] = ("supports", "rejects")
_ON = frozenset(("to", "for", "of", "against"))
_FLIP: dict[Act, Act] = {"supports": "rejects", "rejects": "supports"}


@dataclass(frozen=True)
class Stand:
    """A stand and the noun that it is taken on; `own` says that the subject of the clause takes it."""

    act: Act
    noun: Token | None
    own: bool = True
    settled: bool = False
    """Whether a negation of the clause is already in `act`: 'has no objection to X'."""


@cache
def _list(act: str, part: str) -> frozenset[str]:
    return frozenset(cast("dict[str, Any]", data("stances.yaml")[act]).get(part, ()))


@cache
def stance_words(name: str) -> frozenset[str]:
    """Return the list `name` of the words of stances."""
    return frozenset(cast("list[str]", data("stances.yaml")[name]))


def stand_of(verb: Token) -> Stand | None:
    """Return the stand that a clause takes by its words: 'would accept X', 'is opposed to X', 'X is fair'."""
    no = negated(verb)
    if verb.lemma_ == "stand" and any(
        c.lower_ in ("this", "that") for p in verb.children for c in p.children
    ):
        return None  # a claim
    found = _by_noun(verb) or _by_verb(verb) or _by_adjective(verb) or _by_control(verb)
    if found is not None and found.settled:
        return found
    if found is None or (no and _between_them(verb)):
        return None
    return Stand(_FLIP[found.act], found.noun, found.own) if no else found


def _between_them(verb: Token) -> bool:
    """'We could not agree on the zone' tells that both did not, not what either wants."""
    on = any(c.lower_ in ("on", "about", "over") for c in verb.children)
    return verb.lemma_ == "agree" and (on or child(verb, "prep") is None)


def negated(verb: Token) -> bool:
    """Say whether a clause is negated."""
    near = [
        g for c in verb.children if c.dep_ in ("neg", "advmod", "preconj", "cc") for g in (c, *c.children)
    ]
    subject = child(verb, "nsubj")
    nobody = subject is not None and any(c.lower_ == "no" and c.dep_ == "det" for c in subject.children)
    return nobody or any(t.lower_ in _NOT for t in near)


def _by_verb(verb: Token) -> Stand | None:
    particle = child(verb, "prt")
    lemma = f"{verb.lemma_.lower()} {particle.lower_}" if particle is not None else verb.lemma_.lower()
    if lemma == "oppose" and verb.tag_ == "VBN" and (to := child(verb, "prep")) is not None:
        return Stand("rejects", child(to, "pobj"))
    for act in _ACTS:
        thing = child(verb, "dobj") or doing_of(verb)
        if particle is None and lemma in _list(act, "verb") and thing is not None:
            return Stand(act, thing)
        for preposition in _prepositions(verb):
            wanted = child(preposition, "pobj", "pcomp") or thing
            said = {f"{lemma} {preposition.lower_}", lemma if particle is preposition else ""}
            said |= {
                f"{lemma} {c.lower_} {preposition.lower_}" for c in verb.children if c.i == preposition.i - 1
            }
            if verb.lemma_ == "say":
                said |= {f"say {c.lower_} {preposition.lower_}" for c in verb.children if c.i < preposition.i}
            if said & _list(act, "with") and wanted is not None and not _is_for(verb, preposition, wanted):
                return Stand(act, wanted)
            inner = next((g for g in preposition.children if g.dep_ in ("prep", "pobj")), None)
            below = next((g for g in (inner.children if inner is not None else ()) if g.dep_ == "prep"), None)
            if inner is not None and below is not None:
                whole = f"{lemma} {preposition.lower_} {inner.lower_} {below.lower_}"
                if whole in _list(act, "with"):
                    return Stand(act, child(below, "pobj"))
    return None


def _is_for(verb: Token, preposition: Token, thing: Token) -> bool:
    """'is for its part to pay', 'is for them to decide': no stand."""
    if verb.lemma_ != "be" or preposition.lower_ not in ("for", "behind"):
        return False
    ordered = any(c.dep_ == "xcomp" for c in verb.children) or any(c.tag_ == "VB" for c in thing.children)
    return thing.lower_ in ("part", "now", "moment", "example", "instance") or ordered or thing.pos_ == "PRON"


def doing_of(verb: Token) -> Token | None:
    """Return 'raising' of 'opposed raising the cap'."""
    return next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"), None)


def _by_noun(verb: Token) -> Stand | None:
    """'has no objection to X', 'reiterated its opposition to X', 'voiced support for X'."""
    noun = child(verb, "dobj", "attr")
    if noun is None:
        return None
    lemma = noun.lemma_.lower()
    act: Act | None = next((a for a in _ACTS if lemma in _list(a, "stand")), None)
    to = next((c for c in (*noun.children, *verb.children) if c.lower_ in _ON and c.i > noun.i), None)
    thing = child(to, "pobj", "pcomp") if to is not None else None
    if act is None or thing is None:
        return None
    no = negated(verb) or any(c.lower_ == "no" for c in noun.children)
    if verb.lemma_.lower() in stance_words("holds"):
        if lemma not in stance_words("against_only"):
            return None  # 'has support for it' tells of others
        return Stand(_FLIP[act] if no else act, thing, settled=True)
    if verb.lemma_.lower() not in stance_words("voices") or no:
        return None
    return Stand(act, thing, settled=True)


def _prepositions(verb: Token) -> list[Token]:
    """Return the prepositions of a verb, and those of the 'no' of 'said no to'."""
    near = [verb, *(c for c in verb.children if c.lower_ in ("no", "yes"))]
    return [c for t in near for c in t.children if c.dep_ in ("prep", "agent", "prt")]


def _by_adjective(verb: Token) -> Stand | None:
    """'The ceiling is unacceptable', 'she was opposed to it', 'the zone is a red line'."""
    if verb.lemma_ not in ("be", "remain", "stay"):
        return None
    for act in _ACTS:
        said = child(verb, "acomp", "attr", "oprd")
        if said is not None and said.lemma_.lower() in _list(act, "adjective"):
            to = next((c for c in said.children if c.lower_ in ("to", "of")), None)
            noun = child(to, "pobj") if to is not None else None
            if said.lemma_ in ("opposed", "supportive", "open", "amenable", "hostile"):
                return Stand(act, noun) if noun is not None or said.lemma_ == "opposed" else None
            return None if _of_a_deed(verb, said) else Stand(act, child(verb, "nsubj"), own=False)
        if said is not None and said.lemma_.lower() in _list(act, "noun") and _idiom(said):
            return Stand(act, child(verb, "nsubj"), own=False)
    out = next((c for c in verb.children if c.lower_ in ("out", "off") and c.dep_ == "prep"), None)
    words = " ".join(t.lower_ for t in out.subtree) if out is not None else ""
    if words in ("out of the question", "off the table"):
        return Stand("rejects", child(verb, "nsubj"), own=False)
    if verb.lemma_ == "be" and (past := child(verb, "acomp")) is not None and past.lower_ == "opposed":
        return Stand("rejects", None)
    return None


def _of_a_deed(verb: Token, said: Token) -> bool:
    """'It is not fair for Peru to pay' judges the paying, not what was told before."""
    subject = child(verb, "nsubj", "expl")
    below = [c for t in (verb, said) for c in t.children if c.dep_ in ("xcomp", "advcl", "ccomp")]
    to = any(c.tag_ == "VB" and any(g.lower_ == "to" for g in c.children) for c in below)
    return subject is not None and subject.lower_ == "it" and to


def _idiom(noun: Token) -> bool:
    return noun.lemma_ != "line" or any(c.lower_ == "red" for c in noun.children)


def _by_control(verb: Token) -> Stand | None:
    """'is ready to sign', 'refuses to accept', 'will never agree to sign': the stand of the verb below."""
    said = child(verb, "acomp", "oprd", "advcl")
    if verb.lemma_ in ("be", "remain", "stand") and said is not None:
        against = said.lemma_.lower() in stance_words("against")
        if not against and said.lemma_.lower() not in stance_words("ready"):
            return None
        below = child(said, "xcomp", "ccomp", "advcl") or child(verb, "xcomp")
    elif verb.lemma_ in stance_words("control") | stance_words("against") or verb.lower_ == "going":
        against = verb.lemma_.lower() in stance_words("against")
        below = child(verb, "xcomp")
    else:
        return None
    found = stand_of(below) if below is not None and below.tag_ == "VB" else None
    if found is None:
        return None
    return Stand(_FLIP[found.act], found.noun, found.own) if against else found


def firm(verb: Token) -> bool:
    """Say whether a verb tells what somebody would, could or never will do, not what was done."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    limited = any(t.lower_ in ("if", "unless", "provided", "only") for t in verb.subtree)
    sure = negated(verb) or limited
    # 'could sign on Friday' and 'will sign' tell what may come, 'could accept it' where one stands.
    if helpers & {"would", "could", "can", "ca", "'d", "cannot"}:
        return "have" not in helpers and (sure or verb.lemma_.lower() not in stance_words("deeds_of_state"))
    return bool(helpers & {"will", "wo", "'ll", "shall"}) and sure


def told_stand(verb: Token) -> bool:
    """Say whether a verb tells of a stand by itself: 'objected to the cap', 'is against the cap'."""
    if any(c.lower_ in ("had", "having") for c in verb.children):
        return False
    if verb.lemma_.lower() in stance_words("told"):
        return True
    if verb.lemma_ == "stand" and verb.tag_ not in ("VBZ", "VBP"):
        return False  # 'stood by the river'
    near = [c for c in verb.children if c.dep_ in ("prep", "advmod", "prt", "acomp", "attr")]
    for one in near:
        below = [g for g in one.children if g.dep_ in ("prep", "pobj")]
        ends = [h for g in below for h in g.children if h.dep_ == "prep"]
        forms = {f"{verb.lemma_} {one.lower_}"}
        forms |= {f"{verb.lemma_} {one.lower_} {c.lower_}" for c in (*below, *verb.children) if c.i > one.i}
        forms |= {f"{verb.lemma_} {one.lower_} {g.lower_} {h.lower_}" for g in below for h in ends}
        if forms & stance_words("told"):
            return True
    refuses = verb.lemma_ in stance_words("against") and verb.tag_ in ("VBZ", "VBP", "VBD")
    said = child(verb, "acomp")
    return refuses or (
        said is not None and said.lemma_.lower() in stance_words("against") | stance_words("offers")
    )
