"""Where somebody stands, told without a word for saying: 'X is against the cap', 'X wants a fund'."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from ...models import Act
from ..lexicon import verb_act, words
from ..sentences import child, in_quotes
from .clauses import turned
from .contents import Content, contents_of, trimmed
from .cueforms import upheld
from .standing import Stand, firm, negated, stance_words, stand_of, told_stand

_PEOPLE = re.compile(r"(?:er|or|ist|ian|man|men|people|group|folk)$")
_CONDITIONS = frozenset(("if", "unless", "provided", "providing", "condition", "once"))
_BESIDE = frozenset(("while", "whereas", "although", "though", "but"))
_NO = frozenset(
    ("nothing", "none", "no", "what", "it", "him", "her", "them", "us", "me", "you", "who", "which")
)
_NEGATED = frozenset(("not", "n't", "never"))


@dataclass(frozen=True)
class Position:
    """What is wanted, backed or refused: a thing, or clauses; and the words that tell so."""

    act: Act
    cue: tuple[Token, Token]
    target: Token | None
    contents: list[Content]


def position_of(verb: Token) -> Position | None:
    """Return the position that a main clause gives its subject."""
    if verb.pos_ not in ("VERB", "AUX") or subject_of(verb) is None:
        return None
    if in_quotes(verb) or not _main(verb) or _passed_on(verb):
        return None
    if verb.sent.text.rstrip(' "').endswith("?"):
        return None
    return _wanted(verb) or _stood(verb) or offered(verb)


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, or that of the one before: 'wants it longer, and would drop the rest'."""
    while child(verb, "nsubj") is None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        if child(verb, "nsubjpass") is not None or child(verb.head, "nsubjpass") is not None:
            return None
        verb = verb.head
    return child(verb, "nsubj")


def _main(verb: Token) -> bool:
    """Say whether a clause is told for itself, and not supposed, asked or said by others."""
    while verb.dep_ != "ROOT":
        beside = verb.dep_ == "advcl" and any(c.lower_ in _BESIDE for c in verb.children if c.dep_ == "mark")
        joined = verb.dep_ == "conj" or (verb.dep_ in ("ccomp", "parataxis") and _apart(verb))
        if not (joined or beside):
            return False
        verb = verb.head
    return True


def _apart(verb: Token) -> bool:
    low, high = sorted((verb.i, verb.head.i))
    return any(t.text in (";", ":") for t in verb.doc[low:high])


def _passed_on(verb: Token) -> bool:
    """'Brenn Courier: Karsk wants the sanctions gone' is what the newspaper says."""
    return any(t.text == ":" for t in verb.doc[verb.sent.start : verb.i])


def _wanted(verb: Token) -> Position | None:
    """Read 'wants 40 billion', 'wants the cap lifted', 'would like to see it go'."""
    first = verb
    if verb.lemma_ == "like" and firm(verb):
        see = child(verb, "xcomp")
        if see is None or see.lemma_ not in ("see", "have"):
            return None
        verb = see
    elif verb.lemma_.lower() not in stance_words("wants") or any(
        c.dep_ == "aux" and c.lower_ not in ("do", "does", "has", "have") for c in verb.children
    ):
        return None
    act: Act = "rejects" if any(c.lower_ in _NEGATED for c in first.children) else "demands"
    cue = (first, verb)
    if contents := _wishes(verb):
        return Position(act, cue, None, contents)
    thing = child(verb, "dobj")
    if thing is None or thing.lower_ in _NO or any(c.lower_ in ("no", "what") for c in thing.children):
        return None
    return Position(act, cue, thing, [])


def _wishes(verb: Token) -> list[Content]:
    """Return what is wanted to be done or to be so, with its subject: 'the cap lifted'."""
    found = [c for c in contents_of(verb) if child(c.root, "nsubj", "nsubjpass") is not None]
    if found:
        return found
    thing = child(verb, "dobj")
    done = next((c for c in thing.children if c.dep_ == "acl" and c.tag_ == "VBN"), None) if thing else None
    if thing is None or done is None or done.i < thing.i:
        return []
    return [Content(done, tuple(trimmed(list(thing.subtree), done)), thing)]


def _stood(verb: Token) -> Position | None:
    stand = stand_of(verb)
    subject = subject_of(verb)
    first = subject is not None and subject.lower_ in ("i", "we")
    if upheld(verb) is not None or (first and stand is not None and not stand.settled):
        return None  # what who holds the floor would accept is read as one of the holder's sentences
    if stand is None or not stand.own or stand.noun is None or stand.noun.lower_ in ("which", "that", "what"):
        return None
    if stand.act == "supports" and not stand.settled and not firm(verb) and negated(verb):
        return None  # who does not oppose a thing need not back it
    if not (stand.settled or firm(verb) or told_stand(verb)):
        return None
    return Position(stand.act, (verb, _last(verb, stand)), stand.noun, [])


def _last(verb: Token, stand: Stand) -> Token:
    """Return the last word of the cue: the preposition before the thing, where it follows."""
    noun = stand.noun
    if noun is None or noun.head.i < verb.i or noun.head.i > noun.i:
        return verb
    return noun.head


def offered(verb: Token) -> Position | None:
    """Read 'would be willing to open it if …', 'stands ready to send sixty should they ask'."""
    ready = child(verb, "acomp", "oprd")
    below = child(ready, "xcomp", "ccomp", "advcl") if ready is not None else None
    below = below if below is not None or ready is None else child(verb, "xcomp")
    if ready is None or below is None or below.tag_ != "VB" or verb.lemma_ not in ("be", "remain", "stand"):
        return None
    if ready.lemma_.lower() not in stance_words("offers") or any(c.lower_ in _NEGATED for c in verb.children):
        return None
    subject = subject_of(verb)
    ours = subject is not None and subject.lower_ in ("i", "we")
    if not ours and condition_opens(verb) is None:
        return None  # 'the army is ready to attack'
    if child(below, "nsubj") is not None or verb.lower_ in ("was", "were"):
        return None
    tokens = [t for t in verb.subtree if t.i >= below.left_edge.i]
    inside = trimmed(tokens, below)
    return Position("supports", (verb, ready), None, [Content(below, tuple(inside))]) if inside else None


def condition_opens(verb: Token) -> Token | None:
    """Return the word that opens a condition below a verb: 'if', 'provided', 'should they ask'."""
    return next(
        (
            t
            for t in verb.subtree
            if t.i > verb.i and (t.lower_ in _CONDITIONS or (t.dep_ == "advcl" and turned(t)))
        ),
        None,
    )


def takes_sides(subject: Token) -> bool:
    """Say whether a plain noun can be somebody who takes a stand: 'carmakers', 'the union', not 'prices'."""
    lemma = subject.lemma_.lower()
    return lemma in words("collective") | words("institution") | words("posts") or bool(_PEOPLE.search(lemma))


def unsaid_position(verb: Token) -> str | None:
    """Return why no stand is told: the subject is nobody, or it is only supposed."""
    subject = subject_of(verb)
    nobody = subject is not None and (
        subject.lower_ in ("nobody", "none", "who", "which", "few")
        or any(c.lower_ in ("no", "few", "neither", "if") for c in subject.children)
    )
    inserted = any(
        c.dep_ in ("parataxis", "ccomp") and c.tag_ != "VB" and verb_act(c.lemma_) for c in verb.children
    )
    supposed = inserted or any(
        c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children
    )
    return "nobody" if nobody or supposed else None
