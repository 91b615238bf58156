"""What an actor's own words do: from act and clause to edges of the ontology."""

from collections.abc import Callable

from spacy.tokens import Token

from ...models import Act
from ..attribution.contents import Content
from ..attribution.standing import stance_words, stand_of
from ..claims.claimwords import listed_words
from ..claims.misread import noun_for_verb
from ..claims.tense import Proposition
from ..sentences import child, in_quotes
from .limits import condition_of

_OURS = frozenset(("country", "government", "nation", "state", "party", "delegation"))

_DOUBTS = frozenset(("may", "might", "perhaps", "possibly", "maybe"))
_OF_CLAIMS: dict[Act, Act] = {"rejects": "denies", "supports": "asserts"}
_GREETS = frozenset(("welcome", "hail", "praise", "applaud", "greet", "cheer", "celebrate"))


def of_claim(act: Act, cue: Token) -> Act:
    """Return what an act is on a claim; who welcomes a report does not say that it is true."""
    return act if cue.lemma_.lower() in _GREETS else _OF_CLAIMS.get(act, act)


def act_on(act: Act, proposition: Proposition, content: Content, cue: Token) -> Act:
    """Return what an act does to the positive form of a clause."""
    if act == "asserts" and (proposition.ought or wished(content, cue)):
        return "demands"
    if proposition.negated and act == "asserts":
        return "questions" if _doubted(content) else "denies"
    if proposition.negated and act == "denies":
        return "asserts"
    return act


def _doubted(content: Content) -> bool:
    """'They may not have known' and 'Perhaps they did not know' doubt, and do not deny, that they knew."""
    near = (content.root, content.root.head)
    return any(t.lower_ in _DOUBTS and t.head in near for t in content.tokens)


def wished(content: Content, cue: Token) -> bool:
    """'the proposal that the fund hold 40 billion' and 'Make it great' want something."""
    root = content.root
    subject = child(root, "nsubj", "nsubjpass")
    if subject is None:
        if root.lemma_ == "let" and any(t.lower_ == "me" for t in content.tokens[1:2]):
            return False
        order = root.tag_ == "VB" and root.pos_ == "VERB" and not any(c.dep_ == "aux" for c in root.children)
        return order and content.first == root and in_quotes(root)
    cue_ = cue.lemma_.lower()
    if cue_ not in stance_words("wishes") or not _unbent(root):
        return False
    # 'The union says that the mill cut pay' tells what it did; only who asks for it wants it.
    past = root.lemma_ in listed_words("same_in_the_past") or noun_for_verb(root)
    return not past or cue_ in stance_words("asks")


def _unbent(verb: Token) -> bool:
    """'Chile leave' for 'Chile leaves', 'the port be opened' for 'the port is opened'."""
    subject = child(verb, "nsubj", "nsubjpass")
    helpers = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if subject is not None and verb.tag_ == "VBN" and helpers == ["be"]:
        return True
    if subject is None or verb.lower_ != verb.lemma_ or verb.tag_ not in ("VB", "VBP"):
        return False
    helped = any(c.dep_ in ("aux", "auxpass") and c.lower_ != "be" for c in verb.children)
    third = subject.tag_ in ("NN", "NNP") or subject.lower_ in ("he", "she", "it")
    return third and not helped and not any(c.dep_ == "conj" for c in subject.children)


def own_stance(
    content: Content,
    root: Token,
    doer: str | None,
    speakers: tuple[str, ...],
    home: set[str],
    plan: str | None,
    thing: Callable[[Token], list[str]],
) -> tuple[Act, list[str]] | None:
    """Return the stance that the speaker's own words take in a clause, on what `thing` tells of its noun."""
    stand = stand_of(root)
    condition = condition_of(content)
    if stand is None:
        if condition and root.lemma_ in stance_words("signs") and plan and _mine(doer, speakers, home):
            return "accepts_if", [plan]
        return None
    if (stand.own and not _mine(doer, speakers, home)) or stand.noun is None:
        return None
    act = on_condition(stand.act, condition)
    targets = thing(stand.noun) if act is not None else []
    return (act, targets) if act is not None and targets else None


def on_condition(act: Act, condition: tuple[Token, Token] | None) -> Act | None:
    """Return what a stand is on a condition; who 'would reject it if …' does not reject it yet."""
    if condition is None:
        return act
    opener = condition[0].nbor(-1).lower_ if condition[0].i else ""
    if act == "rejects" and condition[0].lower_ in ("otherwise", "failing"):
        return act
    if act == "rejects":
        return "accepts_if" if opener == "unless" else None
    return "accepts_if" if act == "supports" else act


def tells_of_now(verb: Token) -> bool:
    """Say whether a clause takes a stand now: 'will never accept it', not 'had never accepted it'."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    told = {h.lower_ for h in helpers}
    if told & {"had", "has", "have", "'ve", "did", "having"}:
        return bool(told & {"did", "would"}) and verb.lemma_ in stance_words("lasting")
    return bool(helpers) or verb.tag_ not in ("VBD", "VBN") or verb.lemma_ in stance_words("lasting")


def _mine(doer: str | None, speakers: tuple[str, ...], home: set[str]) -> bool:
    return doer in speakers or doer in _OURS or doer in home
