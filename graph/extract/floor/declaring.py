"""Whether a plain clause tells anything: not 'Thank you', not 'I have nothing on that'."""

from spacy.tokens import Token

from ..attribution.contents import Content
from ..lexicon import verb_act
from ..sentences import addressed, child, in_quotes

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
_YOU = frozenset(("you", "your"))
_POLITE = frozenset(("thank", "regret", "apologise", "apologize", "appreciate"))
_NEITHER = frozenset(("neither", "nor", "not", "n't", "never"))


def declares(content: Content) -> bool:
    """Say whether a clause is declarative and tells something: not 'Thank you', 'You must ask them'."""
    root = content.root
    subject = child(root, *SUBJECTS)
    if root.pos_ not in ("VERB", "AUX") or subject is None or subject.lower_ in ("who", "whoever"):
        return False
    if any(t.lower_ in _YOU and not (in_quotes(t) or addressed(t)) for t in content.tokens):
        return False
    if any(c.dep_ == "mark" for c in root.children) or _supposed(content) or _evades(root):
        return False
    unknown = root.lemma_ == "know" and any(c.dep_ == "neg" for c in root.children)
    if root.lemma_ in _POLITE or _courtesy(root) or (unknown and child(root, "dobj", "ccomp") is None):
        return False
    finite = [root, *(c for c in root.children if c.dep_ in ("aux", "auxpass"))]
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in finite) and len(content.tokens) > 2


def _courtesy(root: Token) -> bool:
    """'We express our thanks', 'We take note of the report': nothing is told."""
    thing = child(root, "dobj")
    return thing is not None and thing.lemma_ in _COURTESIES.get(root.lemma_, ())


_COURTESIES = {
    "express": ("appreciation", "gratitude", "thanks", "condolence", "sympathy"),
    "offer": ("thanks", "condolence", "sympathy"),
    "extend": ("thanks", "condolence", "sympathy", "greeting"),
    "take": ("note",),
}


def _evades(root: Token) -> bool:
    """'I neither confirm nor deny it', 'I have nothing on that', 'He does not deny it': nothing is told."""
    lemmas = {root.lemma_, *(c.lemma_ for c in root.children if c.dep_ == "conj")}
    negated = any(c.lower_ in _NEITHER for c in (*root.children, *root.lefts))
    thing = child(root, "dobj")
    if negated and any(verb_act(lemma) == "denies" for lemma in lemmas):
        return True
    on = thing is not None and any(
        c.lower_ in ("on", "for", "about") for c in (*thing.children, *root.children)
    )
    return root.lemma_ == "have" and thing is not None and thing.lower_ == "nothing" and on


def _supposed(content: Content) -> bool:
    """'Then we will go to court' answers 'And if they leave?': nobody says that it will be so."""
    helpers = {c.lower_ for c in content.root.children if c.dep_ == "aux"}
    return content.first.lower_ == "then" and bool(helpers & {"will", "would", "'ll"})
