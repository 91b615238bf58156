"""The form of a cue: its act, its particle, whom it addresses and what it asks for."""

from spacy.tokens import Token

from ...models import Act
from ..claims.claimwords import listed_words
from ..lexicon import phrasal_act, verb_act, words
from ..sentences import child, in_quotes
from .clauses import that_clause
from .contents import Content
from .denying import doubted, rebuffed, unrecognised
from .found import Found

_PHRASAL = frozenset(
    (("call", "for"), ("insist", "on"), ("ask", "for"), ("appeal", "for"), ("press", "for"), ("push", "for"))
)


def act_of(verb: Token) -> Act | None:
    """Return the act that a verb reports, with its particle: 'turned down' rejects."""
    if verb.lemma_ == "withdraw" and (thing := child(verb, "dobj")) is not None:
        if thing.pos_ == "NOUN" and thing.lemma_.lower() not in words("said_before"):
            return None  # an offer or troops, no words
    particle = child(verb, "prt")
    both = phrasal_act(verb.lemma_, particle.lower_) if particle is not None and not _proceeds(verb) else None
    if verb.tag_ != "VBG" or child(verb, "aux") is not None:
        if rebuffed(verb) is not None or unrecognised(verb) is not None:
            return "denies"
        if doubted(verb) is not None:
            return "questions"
    return both or verb_act(verb.lemma_.lower()) or ("asserts" if upheld(verb) else None)


def _proceeds(verb: Token) -> bool:
    """'went on to build', 'went on building': no act of saying by itself."""
    return verb.lemma_ == "go" and child(verb, "xcomp", "advcl") is not None


def cue_of(verb: Token) -> tuple[Token, Token]:
    """Return the verb, and the particle or preposition that goes with it."""
    if (turn := rebuffed(verb) or doubted(verb)) is not None:
        return verb, turn[0]
    particle = child(verb, "prt")
    if particle is None:
        particle = next(
            (
                c
                for c in verb.children
                if c.dep_ == "prep" and c.i == verb.i + 1 and (verb.lemma_, c.lower_) in _PHRASAL | _UPHELD
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


def orders(verb: Token, contents: list[Content]) -> bool:
    """Say whether 'told the guards not to leave' or 'warned them to leave' asks for something."""
    if verb.lemma_ not in ("tell", "warn", "caution", "instruct") or child(verb, "dobj") is None:
        return False
    return bool(contents) and all(_infinitive(c.root) for c in contents)


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children) and child(verb, "nsubj") is None


def prepositional(verb: Token) -> Token | None:
    """Return what is asked for: the object of 'called for' or 'insisted on'."""
    for preposition in verb.children:
        if (verb.lemma_, preposition.lower_) in _PHRASAL:
            return child(preposition, "pobj")
    return None


def explained(verb: Token, act: Act, contents: list[Content]) -> Token | None:
    """Return 'that' of 'denied that: nobody had paid', where what follows says what is so instead."""
    pointer = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if act not in ("denies", "rejects") or pointer is None or pointer.lower_ not in _POINTERS:
        return None
    colon = pointer.i + 1 < len(pointer.doc) and pointer.nbor().text == ":"
    return pointer if colon and any(c.first.i > pointer.i for c in contents) else None


def upheld(verb: Token) -> tuple[Token, Token] | None:
    """Return 'by' and 'account' of 'stood by the account', which claims again what was claimed."""
    for by in verb.children:
        if (verb.lemma_, by.lower_) not in _UPHELD:
            continue
        if (said := child(by, "pcomp")) is not None and what_of(said) is not None:
            return by, said
        thing = child(by, "pobj")
        if thing is not None and thing.lemma_.lower() in words("said_before") and that_clause(thing) is None:
            return by, thing
    return None


def what_of(said: Token) -> Token | None:
    """Return 'what' of 'what she said', which stands for her words and is no clause."""
    what = child(said, "dobj")
    saying = verb_act(said.lemma_.lower()) == "asserts"
    return what if saying and what is not None and what.lower_ == "what" and what.i < said.i else None


_UPHELD = frozenset((("stand", "by"), ("stick", "to"), ("stick", "by")))


def misplaced(verb: Token) -> Token | None:
    """Return 'report' of 'dismissed as invented a report', which the parser hangs on 'invented'."""
    for name in (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBN" and c.i > verb.i):
        thing = child(name, "dobj")
        as_ = name.i > verb.i + 1 and name.nbor(-1).lower_ == "as"
        untrue = name.lower_ in listed_words("untrue") or name.lemma_ in ("invent", "fabricate", "concoct")
        if as_ and untrue and thing is not None and thing.i > name.i and act_of(verb) == "denies":
            return thing
    return None


_POINTERS = frozenset(("that", "this", "it", "them", "both"))


def by_frame(found: Found | None) -> Act | None:
    """A verb that no list names asserts a clause, or what stands in quotation marks beside it."""
    if found is None or found.kind != "speech" or found.source is None or found.word.tag_ not in _FINITE:
        return None
    aimed = any(root.head.lower_ == "against" for root in found.roots)  # 'pushed back against "pointing"'
    return "asserts" if (found.direct and not aimed) or clausal(found) else None


def clausal(found: Found) -> bool:
    """Say whether what was found as said is a clause with a subject."""
    clauses = (r for r in found.roots if r.pos_ in ("VERB", "AUX"))  # 'find it hard' says nothing
    return any(child(root, "nsubj", "nsubjpass", "expl") is not None for root in clauses)


def lost(found: Found, contents: list[Content], target: Token | None) -> bool:
    """Say whether the parse of the verb gives nothing of what the grammar found as said."""
    if found.kind != "speech" or any(c.root.sent == found.word.sent for c in contents):
        return False
    known = words("said_before") | {"this", "that"}
    if target is not None and (target.lemma_.lower() in known or that_clause(target)):
        return False  # 'dismissed the report as "false"' says nothing but that of the report
    direct = found.direct and not in_quotes(found.word)  # of 'Poe "agreed to it"' the verb is quoted, too
    return direct or (target is None and not contents and clausal(found))


_FINITE = ("VBD", "VBZ", "VBP")
