"""Clauses that judge a claim instead of making one: 'That is not true', 'They did not', 'No'."""

from spacy.tokens import Token

from ..attribution.contents import Content
from ..claims.claimwords import listed_words, says_no
from ..lexicon import words
from ..sentences import child
from .ellipses import PERSONS, did_that, elliptic
from .facts import against_facts
from .judged import Verdict
from .nonesuch import none_such, things_of
from .pointing import points_back, that_below
from .untruths import called_liars, disagrees, falls, may_be, no_grounds, not_a_word, what_they_said

_NOT = frozenset(("not", "n't", "never", "no", "hardly"))
# What 'it' is called so need not be a claim.
_OPINIONS = frozenset(("wrong", "absurd", "ridiculous", "mistaken", "propaganda", "smear", "misleading"))
CONTRARY = frozenset(("opposite", "contrary", "reverse"))
_MADE_UP = frozenset(("invent", "fabricate", "concoct"))
_TEXTS = frozenset(
    ("article", "post", "story", "piece", "document", "letter", "recording", "video", "transcript")
)
_MADE_UP_THINGS = frozenset(("fabrication", "fake", "hoax", "invention", "fiction", "lie", "forgery"))
_COMES = frozenset(("happen", "occur", "be"))
_ANY_DEED = frozenset(("do", "find", "see", "say", "hear", "know", "be"))


def verdict_of(content: Content, cue: Token | None = None) -> Verdict | None:
    """Return the verdict that a clause gives, or None if it says something of its own.

    `cue` is the verb that reports it: 'called the claim a lie' judges the claim.
    """
    if cue is not None and cue.lemma_ in words("naming") and content.root.pos_ not in ("VERB", "AUX"):
        return _named(content, cue)
    if cue is not None and content.root.lemma_ in CONTRARY:
        return Verdict("denies")
    text = " ".join(t.lower_ for t in content.tokens if not t.is_punct and not t.is_space)
    if says_no(text):
        return Verdict("denies")
    if text in listed_words("yeses"):
        return Verdict("asserts")
    root = content.root
    negated = any(c.lower_ in _NOT for c in root.children if c in content.tokens)
    return (
        _truth(root, negated)
        or _not_so(root, negated)
        or elliptic(content, negated)
        or _shared_view(root, negated)
        or _nothing_such(root, negated)
        or did_that(root, negated)
        or _groundless(root)
        or (Verdict("denies", loose=True) if disagrees(root) and not negated else None)
    )


def _groundless(root: Token) -> Verdict | None:
    """Read 'There is no truth in it', 'Not a word of it is true' and 'What they said was untrue'."""
    if (target := no_grounds(root) or not_a_word(root) or falls(root) or against_facts(root)) is not None:
        return Verdict("denies", target=target)
    if (liars := called_liars(root)) is not None and _speaking(liars):
        return Verdict("denies", speakers=liars, loose=True)
    speakers = what_they_said(root)
    return Verdict("denies", speakers=speakers) if speakers is not None else None


def _named(content: Content, cue: Token) -> Verdict | None:
    """Read 'called the claim a lie' and 'the allegation false'."""
    own = child(content.root, "nsubj")
    thing = own if own is not None else child(cue, "dobj", "oprd")
    thing = thing if thing != content.root else None
    if thing is None and content.first != content.root and content.first.lower_ in ("this", "that"):
        thing = content.first  # 'called this untrue', which the parser takes for one thing
    if thing is None or content.root.lemma_.lower() not in listed_words("untrue"):
        return None
    if any(t.lower_ == "at" and t.nbor().lower_ in ("best", "worst") for t in content.tokens[:-1]):
        return None  # 'a misunderstanding at best' leaves it open
    pointed = points_back(thing) and (thing.pos_ == "NOUN" or content.root.lemma_ not in _OPINIONS)
    return Verdict("denies", target=thing) if pointed or that_below(thing) is not None else None


def _truth(root: Token, negated: bool) -> Verdict | None:
    """Read 'these claims are baseless', 'that is not the case', 'they are wrong'."""
    up = child(root, "prt")
    invented = root.lemma_ in _MADE_UP or (root.lemma_ == "make" and up is not None and up.lower_ == "up")
    made_up = child(root, "nsubjpass") if invented and root.tag_ == "VBN" else None
    if made_up is not None and made_up.pos_ == "NOUN" and points_back(made_up) and not negated:
        of = any(t.lower_ == "of" and t.i == root.i + 2 for t in root.subtree)  # 'made up of three parts'
        return None if of or may_be(root) else Verdict("denies", target=made_up)
    if root.lemma_ not in ("be", "remain"):
        return None
    said, subject = child(root, "acomp", "attr"), child(root, "nsubj")
    if subject is None:  # The parser takes the 'neither' of 'neither was true' for no subject.
        subject = next((c for c in root.children if c.lower_ == "neither" and c.i + 1 == root.i), None)
    if said is None or subject is None:
        return None
    lemma = said.lemma_.lower()
    if subject.lemma_ in CONTRARY and lemma in listed_words("truths") and not negated:
        # 'The opposite is true of the north' says something else of another thing.
        other = any(c.dep_ == "prep" for each in (root, said, subject) for c in each.children)
        return None if other or may_be(root) else Verdict("denies")
    if subject.lower_ == "neither" and lemma in listed_words("truths") and not negated:
        return None if may_be(root) or _of_another(subject, root, said) else Verdict("denies", target=subject)
    none = any(c.lower_ == "no" for c in said.children)
    if lemma in ("wrong", "mistaken") and subject.lower_ in ("i", "we") and not negated:
        return Verdict("retracts")
    about_them = _speaking(subject)
    if about_them and not negated and lemma in ("wrong", "mistaken") and _says_so(child(said, "xcomp")):
        return Verdict("denies", speakers=subject)
    if child(said, "xcomp") is not None or child(root, "xcomp") is not None:
        return None  # 'They were wrong to deny it' judges a deed
    if lemma in listed_words("mistaken") and about_them:
        return None if negated else Verdict("denies", speakers=subject)
    text = subject.lemma_.lower() in _TEXTS and lemma in _MADE_UP_THINGS
    if not (points_back(subject) or text or that_below(subject) is not None) or subject.lower_ in (
        "so",
        "all",
    ):
        return None
    more = (t for t in said.subtree if t.pos_ == "ADJ" and t != said)
    if any(t.lemma_.lower() in listed_words("untrue") and child(t, "neg") is None for t in more):
        return Verdict("denies", target=subject)  # 'false, not true and not accurate'
    called = " ".join(t.lower_ for t in said.subtree if t.is_alpha)
    if lemma in listed_words("untrue") or says_no(called):
        if lemma in _OPINIONS and subject.lower_ in ("it", "this"):
            return None
        return Verdict("asserts" if negated else "denies", target=subject)
    true = lemma in listed_words("truths") and (lemma != "so" or negated)
    pure = not any(c.dep_ in ("prep", "xcomp", "ccomp", "relcl", "amod") for c in said.children)
    if true and pure:
        return Verdict("denies" if negated or none else "asserts", target=subject)
    return None


def _speaking(noun: Token) -> bool:
    return noun.lower_ in PERSONS or noun.pos_ == "PROPN" or _people(noun)


def _says_so(verb: Token | None) -> bool:
    """Read 'to say so' of 'They are wrong to say so'."""
    if verb is None or verb.lemma_ not in ("say", "claim", "think", "believe", "suggest", "assert"):
        return False
    return any(c.lower_ in ("so", "that", "this", "it") for c in verb.children)


def _of_another(neither: Token, *words_: Token) -> bool:
    """Say whether a verdict is of something else: 'neither of the ships', 'neither is right for the port'."""
    of = [c for c in neither.children if c.dep_ == "prep"]
    things = [child(c, "pobj") for c in of]
    far = any(c.dep_ in ("prep", "xcomp", "ccomp", "advcl") for w in words_ for c in w.children)
    return far or any(
        t is None or not (t.lower_ in ("them", "these", "those") or points_back(t)) for t in things
    )


def _not_so(root: Token, negated: bool) -> Verdict | None:
    """Read 'That is not what happened', 'That did not happen' and 'That never took place'."""
    subject = child(root, "nsubj")
    if subject is None or not negated or subject.lower_ not in ("that", "this", "it"):
        return None
    if root.lemma_ in ("happen", "occur") or (root.lemma_ == "take" and _place(root)):
        return Verdict("denies", target=subject)
    below = child(root, "ccomp", "attr", "advcl") if root.lemma_ == "be" else None
    asked = [c.lower_ for c in below.children] if below is not None else []
    if below is not None and (("what" in asked and below.lemma_ in _COMES) or ("how" in asked)):
        return Verdict("denies", target=subject)
    return None


def _place(root: Token) -> bool:
    thing = child(root, "dobj")
    return thing is not None and thing.lower_ == "place"


def _people(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    people = words("anonymous") | words("collective") | words("posts")
    return lemma in people - words("said_before")


def _shared_view(root: Token, negated: bool) -> Verdict | None:
    """Read 'We do not share this view'."""
    thing = child(root, "dobj")
    if thing is None or root.lemma_ not in listed_words("holds") or not negated:
        return None
    pointed = thing.lemma_.lower() in listed_words("views") and any(
        c.lower_ in ("this", "that", "such", "these", "those") or c.dep_ == "poss" for c in thing.children
    )
    return Verdict("denies", target=thing) if pointed else None


def _nothing_such(root: Token, negated: bool) -> Verdict | None:
    """Read 'Nothing of the sort was agreed', 'No such meeting took place', 'We agreed to no such thing'."""
    for noun in things_of(root):
        if none_such(noun, root, negated=negated):
            plain = root.lemma_ in _ANY_DEED or noun.dep_ in ("nsubj", "nsubjpass")
            return Verdict("denies", deed=None if plain else root)
        if noun.dep_ == "pobj":
            continue
        such = any(c.lower_ == "such" for c in noun.children)
        denied = negated or any(c.lower_ == "no" for c in noun.children)
        if such and denied and noun.pos_ == "NOUN":
            return Verdict("denies", such=noun)
    return None
