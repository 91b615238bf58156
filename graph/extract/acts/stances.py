"""What an actor's own words do: from act and clause to edges of the ontology."""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from spacy.tokens import Token

from ...models import Act
from ..attribution.contents import Content
from ..claims.claimwords import listed_words
from ..claims.misread import noun_for_verb
from ..claims.tense import Proposition
from ..lexicon import data
from ..sentences import child, in_quotes
from ..terms.plans import Plans
from ..terms.terms import Terms
from .limits import condition_of
from .targets import targets_of

_OURS = frozenset(("country", "government", "nation", "state", "party", "delegation"))
_NOT = frozenset(("not", "n't", "never", "nor", "neither", "nobody", "no", "hardly"))
_FLIP: dict[Act, Act] = {"supports": "rejects", "rejects": "supports"}

OF_CLAIMS: dict[Act, Act] = {"rejects": "denies", "supports": "asserts"}
"""What these acts are when their object is a claim."""


@dataclass(frozen=True)
class Stand:
    """A stand and the noun that it is taken on; `own` says that the subject of the clause takes it."""

    act: Act
    noun: Token | None
    own: bool = True


@cache
def _list(act: str, part: str) -> frozenset[str]:
    return frozenset(cast("dict[str, Any]", data("stances.yaml")[act]).get(part, ()))


@cache
def stance_words(name: str) -> frozenset[str]:
    """Return the list `name` of the words of stances."""
    return frozenset(cast("list[str]", data("stances.yaml")[name]))


def act_on(act: Act, proposition: Proposition, content: Content, cue: Token) -> Act:
    """Return what an act does to the positive form of a clause."""
    if act == "asserts" and (proposition.ought or wished(content, cue)):
        return "demands"
    if proposition.negated and act == "asserts":
        return "denies"
    if proposition.negated and act == "denies":
        return "asserts"
    return act


def wished(content: Content, cue: Token) -> bool:
    """'the proposal that the fund hold 40 billion' and 'Make it great' want something."""
    root = content.root
    subject = child(root, "nsubj", "nsubjpass")
    if subject is None:
        order = root.tag_ == "VB" and root.pos_ == "VERB" and not any(c.dep_ == "aux" for c in root.children)
        return order and content.first == root and in_quotes(root)
    cue_ = cue.lemma_.lower()
    if cue_ not in stance_words("wishes") or not _unbent(root):
        return False
    # 'The union says that the mill cut pay' tells what it did; only who asks for it wants it.
    past = root.lemma_ in listed_words("same_in_the_past") or noun_for_verb(root)
    return not past or cue_ in stance_words("asks")


def _unbent(verb: Token) -> bool:
    """'Chile leave' for 'Chile leaves'."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or verb.lower_ != verb.lemma_ or verb.tag_ not in ("VB", "VBP"):
        return False
    helped = any(c.dep_ in ("aux", "auxpass") and c.lower_ != "be" for c in verb.children)
    third = subject.tag_ in ("NN", "NNP") or subject.lower_ in ("he", "she", "it")
    return third and not helped and not any(c.dep_ == "conj" for c in subject.children)


def stand_of(verb: Token) -> Stand | None:
    """Return the stand that a clause takes by its words: 'would accept X', 'is opposed to X', 'X is fair'."""
    negated = _negated(verb)
    found = _by_verb(verb) or _by_adjective(verb) or _by_control(verb)
    if found is None or (negated and _between_them(verb)):
        return None
    return Stand(_FLIP[found.act], found.noun, found.own) if negated else found


def _between_them(verb: Token) -> bool:
    """'We could not agree on the zone' tells that both did not, not what either wants."""
    on = any(c.lower_ in ("on", "about", "over") for c in verb.children)
    return verb.lemma_ == "agree" and (on or child(verb, "prep") is None)


def _negated(verb: Token) -> bool:
    near = [
        g for c in verb.children if c.dep_ in ("neg", "advmod", "preconj", "cc") for g in (c, *c.children)
    ]
    return any(t.lower_ in _NOT for t in near)


def _by_verb(verb: Token) -> Stand | None:
    particle = child(verb, "prt")
    lemma = f"{verb.lemma_.lower()} {particle.lower_}" if particle is not None else verb.lemma_.lower()
    if lemma == "oppose" and verb.tag_ == "VBN" and (to := child(verb, "prep")) is not None:
        return Stand("rejects", child(to, "pobj"))
    for act in ("supports", "rejects"):
        thing = child(verb, "dobj")
        if particle is None and lemma in _list(act, "verb") and thing is not None:
            return Stand(act, thing)
        for preposition in _prepositions(verb):
            wanted = child(preposition, "pobj") or thing
            said = {f"{lemma} {preposition.lower_}", lemma if particle is preposition else ""}
            if verb.lemma_ == "say":
                said |= {f"say {c.lower_} {preposition.lower_}" for c in verb.children if c.i < preposition.i}
            if said & _list(act, "with") and wanted is not None:
                return Stand(act, wanted)
            inner = next((g for g in preposition.children if g.dep_ in ("prep", "pobj")), None)
            below = next((g for g in (inner.children if inner is not None else ()) if g.dep_ == "prep"), None)
            if inner is not None and below is not None:
                whole = f"{lemma} {preposition.lower_} {inner.lower_} {below.lower_}"
                if whole in _list(act, "with"):
                    return Stand(act, child(below, "pobj"))
    return None


def _prepositions(verb: Token) -> list[Token]:
    """Return the prepositions of a verb, and those of the 'no' of 'said no to'."""
    near = [verb, *(c for c in verb.children if c.lower_ in ("no", "yes"))]
    return [c for t in near for c in t.children if c.dep_ in ("prep", "agent", "prt")]


def _by_adjective(verb: Token) -> Stand | None:
    """'The ceiling is unacceptable', 'she was opposed to it', 'the zone is a red line'."""
    if verb.lemma_ not in ("be", "remain", "stay"):
        return None
    for act in ("supports", "rejects"):
        said = child(verb, "acomp", "attr", "oprd")
        if said is not None and said.lemma_.lower() in _list(act, "adjective"):
            to = next((c for c in said.children if c.lower_ in ("to", "of")), None)
            noun = child(to, "pobj") if to is not None else None
            if said.lemma_ in ("opposed", "supportive"):
                return Stand(act, noun)
            return Stand(act, child(verb, "nsubj"), own=False)
        if said is not None and said.lemma_.lower() in _list(act, "noun") and _idiom(said):
            return Stand(act, child(verb, "nsubj"), own=False)
    out = next((c for c in verb.children if c.lower_ in ("out", "off") and c.dep_ == "prep"), None)
    words = " ".join(t.lower_ for t in out.subtree) if out is not None else ""
    if words in ("out of the question", "off the table"):
        return Stand("rejects", child(verb, "nsubj"), own=False)
    if verb.lemma_ == "be" and (past := child(verb, "acomp")) is not None and past.lower_ == "opposed":
        return Stand("rejects", None)
    return None


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


def own_stance(
    content: Content,
    root: Token,
    doer: str | None,
    speakers: tuple[str, ...],
    home: set[str],
    terms: Terms,
    plans: Plans,
) -> tuple[Act, list[str]] | None:
    """Return the stance that a clause takes on a plan or its terms, when the speaker's own words do."""
    stand = stand_of(root)
    condition = condition_of(content)
    if stand is None:
        if condition and root.lemma_ in stance_words("signs") and plans.main and _mine(doer, speakers, home):
            return "accepts_if", [plans.main]
        return None
    if stand.own and not _mine(doer, speakers, home):
        return None
    targets = targets_of(stand.noun, terms, plans)
    if not targets and stand.noun is not None:
        targets = terms.from_noun(stand.noun)
    if not targets:
        return None
    return ("accepts_if" if condition and stand.act == "supports" else stand.act), targets


def tells_of_now(verb: Token) -> bool:
    """Say whether a clause takes a stand now: 'will never accept it', not 'had never accepted it'."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    told = {h.lower_ for h in helpers}
    if told & {"had", "has", "have", "'ve", "did", "having"}:
        return bool(told & {"did", "would"}) and verb.lemma_ in stance_words("lasting")
    return bool(helpers) or verb.tag_ not in ("VBD", "VBN") or verb.lemma_ in stance_words("lasting")


def _mine(doer: str | None, speakers: tuple[str, ...], home: set[str]) -> bool:
    return doer in speakers or doer in _OURS or doer in home
