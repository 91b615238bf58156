"""Claims that a noun gives to its owner: "Obama's argument is that P"."""

from spacy.tokens import Token

from ..claims.claimwords import listed_words
from ..lexicon import verb_act, words
from ..sentences import child
from .contents import Content, trimmed

_STATED = frozenset(
    (
        "argument",
        "position",
        "point",
        "line",
        "contention",
        "complaint",
        "message",
        "defence",
        "defense",
        "stance",
    )
)


def stated_by(verb: Token) -> tuple[Token, Token] | None:
    """Return the noun and its owner where a verb such as 'is' joins the noun to what it says; else None."""
    noun = child(verb, "nsubj")
    if verb.lemma_ not in ("be", "remain") or noun is None or child(verb, "ccomp") is None:
        return None
    lemma = noun.lemma_.lower()
    if lemma not in _STATED | words("said_before") | listed_words("views") or noun.tag_ != "NN":
        return None
    that = child(verb, "ccomp")
    if that is None or not any(c.lower_ == "that" and c.dep_ == "mark" for c in that.children):
        return None
    if any(c.dep_ in ("neg", "aux") for c in verb.children):
        return None
    of = next((c for c in noun.children if c.lower_ in ("of", "by", "from")), None)
    owner = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
    return (noun, owner) if owner is not None else None


def what_was_said(verb: Token) -> tuple[Token, Token] | None:
    """Return 'said' and its subject where 'What she said is that P' tells P; else None."""
    said, that = child(verb, "csubj", "nsubj"), child(verb, "ccomp")
    if verb.lemma_ != "be" or said is None or that is None or verb_act(said.lemma_.lower()) != "asserts":
        return None
    what, owner = child(said, "dobj"), child(said, "nsubj")
    if what is None or what.lower_ != "what" or owner is None or any(c.dep_ == "neg" for c in verb.children):
        return None
    return said, owner


def have_it(verb: Token) -> tuple[Token, Content] | None:
    """Return the reports and what they say in 'Reports have it that P', however it was parsed."""
    noun, doc = child(verb, "nsubj"), verb.doc
    if any(c.dep_ in ("neg", "aux") for c in verb.children):
        return None
    if verb.lemma_ != "have" or noun is None or noun.lemma_.lower() not in words("said_before"):
        return None
    if [t.lower_ for t in doc[verb.i + 1 : verb.i + 3]] != ["it", "that"]:
        return None
    content = _after(verb.i + 2, verb)
    return (noun, content) if content is not None else None


def goes_round(verb: Token) -> tuple[Token, Content] | None:
    """Return the rumours and what they say in 'Rumours are swirling that P'."""
    noun, clause = child(verb, "nsubj"), child(verb, "ccomp", "advcl")
    if verb.lemma_ not in words("goes_round") or noun is None or clause is None:
        return None
    that = next((c for c in clause.children if c.lower_ == "that" and c.dep_ == "mark"), None)
    told = words("rumours") if noun.tag_ != "NNS" else words("rumours") | words("said_before")
    if that is None or noun.lemma_.lower() not in told or that.i < verb.i:
        return None
    content = _after(that.i, verb)
    return (noun, content) if content is not None else None


def made_known(verb: Token) -> tuple[Token, Content] | None:
    """Return 'clear' and what is said in 'made it clear that P' and 'let it be known that P'."""
    following = verb.doc[verb.i + 1 : verb.i + 5]
    that = next((t.i for t in following if t.lower_ == "that"), verb.i)
    between = " ".join(t.lower_ for t in verb.doc[verb.i + 1 : that])
    content = _after(that, verb) if between in _KNOWN.get(verb.lemma_, ()) else None
    return (verb.doc[that - 1], content) if content is not None else None


def _after(that: int, verb: Token) -> Content | None:
    """Return what stands below a verb after a 'that', however it was parsed."""
    below = [t for t in verb.subtree if t.i > that]
    root = next((t for t in below if t.pos_ in ("VERB", "AUX") and t.head not in below), None)
    return Content(root, tuple(trimmed(below, root))) if root is not None else None


_KNOWN = {
    "make": ("it clear", "clear", "it plain", "plain", "it known"),
    "let": ("it be known", "be known", "slip"),
    "put": ("it on record", "on record"),
    "place": ("it on record", "on record"),
    "be": ("adamant", "insistent", "emphatic", "categorical", "unequivocal"),
}
