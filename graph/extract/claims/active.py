"""Turn 'the text was written by Chile' into 'Chile wrote the text'."""

from spacy.tokens import Token

from ..lexicon import words
from ..sentences import child
from .verbs import past, present

_PEOPLE = ("anonymous", "collective", "institution", "posts")
_NOW = frozenset(("is", "are", "be", "being"))


def active_order(
    tokens: list[Token],
    verb: Token,
    new: dict[int, str],
    lender: Token | None = None,
    agent: Token | None = None,
) -> list[Token]:
    """Return the tokens in the order of an active clause; the tokens as they are if none can be made.

    `new` holds the words that replace tokens, and gets those of the verb.
    """
    inside = set(tokens)
    agent = agent if agent is not None else child(verb, "agent")
    doer = child(agent, "pobj") if agent is not None else None
    of = lender if lender is not None else verb
    subject = child(of, "nsubjpass")
    if doer is None or subject is None or agent is None or not {doer, subject, verb} <= inside:
        return tokens
    if any(c.dep_ == "conj" and c in inside for c in verb.children) or not acts(doer):
        return tokens
    if not any(h.dep_ == "auxpass" for h in (*verb.children, *of.children)):
        return tokens
    helpers = [c for v in {verb, of} for c in v.children if c.dep_ in ("aux", "auxpass")]
    if any(t.pos_ == "ADJ" and t.i < verb.i and t not in set(subject.subtree) for t in tokens):
        return tokens
    if any("not" in new.get(h.i, "").split() for h in helpers):
        return tokens
    now = any(new.get(h.i, h.lower_).strip() in _NOW for h in helpers)
    modal = next((new.get(h.i, h.text) for h in helpers if h.tag_ == "MD" and new.get(h.i, h.text)), "")
    plural = doer.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in doer.children)
    done = present(verb.lemma_, plural=plural) if now else past(verb.lemma_)
    new[verb.i] = f"{modal} {verb.lemma_}" if modal else done
    new.update({h.i: "" for h in helpers})
    who = [t for t in doer.subtree if t in inside]
    what = [t for t in subject.subtree if t in inside]
    if what and what[0].i not in new and what[0].pos_ not in ("PROPN", "PRON") and what[0].text.istitle():
        new[what[0].i] = what[0].lower_
    skip = {*who, *what, agent, verb, *helpers}
    before = [t for t in tokens if t not in skip and t.i < verb.i and not t.is_punct]
    rest = [t for t in tokens if t not in skip and t.i > verb.i]
    return [*who, *before, verb, *what, *rest]


def acts(noun: Token) -> bool:
    """Say whether a noun after 'by' can be a doer: not 'by telephone', not 'by force'."""
    lemma = noun.lemma_.lower()
    named = noun.pos_ == "PROPN" or noun.lower_ in ("him", "her", "them", "us", "me")
    return named or any(lemma in words(name) for name in _PEOPLE)
