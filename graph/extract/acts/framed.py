"""Clauses that only say whether another one is so: 'It is false that P', 'We do not accept that P'."""

from dataclasses import dataclass

from spacy.tokens import Token

from ...models import Act
from ..attribution.clauses import that_clause
from ..attribution.contents import Content, contents_of, trimmed
from ..claims.claimwords import listed_words
from ..lexicon import verb_act
from ..sentences import child
from .pointing import that_below

_NOT = frozenset(("not", "n't", "never", "hardly", "scarcely"))
_BE = frozenset(("is", "was", "'s", "be", "been", "remains"))
_HELPERS = frozenset(("has", "had", "would", "'d", "is", "was", "be", "'s"))
_PLAIN = frozenset(
    ("simply", "just", "utterly", "completely", "totally", "absolutely", "wholly", "plainly", "clearly",
     "flatly", "categorically", "manifestly", "patently", "demonstrably", "also", "a", "an", "the", "obvious",
     "outright", "plain", "complete", "downright", "certainly", "of", "course", "indeed", "therefore", "too",
     "still", "perfectly", "quite", "entirely", "and")
)  # fmt: skip
# 'Not quite true' denies a part only: no one can tell which.
_PARTLY = frozenset(
    ("quite", "entirely", "completely", "totally", "wholly", "absolutely", "perfectly", "utterly")
)
_TRUE = frozenset(("true", "case", "fact", "so", "correct", "accurate", "truth"))
# 'It is wrong that P' blames P and grants it; 'it is wrong to say that P' denies it.
_GRANTED = frozenset(
    ("wrong", "absurd", "ridiculous", "mistaken", "propaganda", "smear", "misleading", "preposterous",
     "misunderstanding", "misquotation", "distortion", "garbage", "rubbish", "nonsense", "fantasy", "slander",
     "libel", "calumny", "disinformation", "misinformation", "preposterous", "lying", "liar", "misinformed")
)  # fmt: skip
_TELL = frozenset(
    (
        "say",
        "claim",
        "suggest",
        "assert",
        "allege",
        "argue",
        "state",
        "imply",
        "pretend",
        "maintain",
        "insist",
    )
)
_NOTHING_IN = frozenset(("truth", "basis", "substance", "foundation"))
_ACCEPT = frozenset(("accept", "agree"))
# 'I do not think that P' says that P is not so.
_HOLDS = frozenset(("believe", "think"))


JUDGED: dict[tuple[Act, Act | None], Act] = {
    ("asserts", "asserts"): "asserts",
    ("asserts", "denies"): "denies",
    ("denies", "asserts"): "denies",
}
"""What an act on a framing clause does to the clause that is framed."""


@dataclass(frozen=True)
class Framed:
    """The clauses that are judged, and how; without an act it cannot be told."""

    contents: tuple[Content, ...]
    act: Act | None
    noun: Token | None = None  # 'the claim' of 'The claim that P is a lie'


def framed_of(content: Content) -> Framed | None:
    """Return what a clause says of another one: that it is so, or is not; None if it does not."""
    return _it_is(content) or _wrong_to_say(content) or _no_truth(content) or _own_denial(content)


def _it_is(content: Content) -> Framed | None:
    """Read 'It is (not) true that P', 'It was a lie that P', 'It is wrong to say that P'."""
    tokens = [t for t in content.tokens if not (t.is_punct or t.is_space)]
    if len(tokens) < 4 or tokens[0].lower_ != "it":
        return _that_is(content)
    end = next((n for n, t in enumerate(tokens[1:8], 1) if _truth_word(t)), None)
    if end is None or not any(t.lower_ in _BE for t in tokens[1:end]):
        return None
    word, between = tokens[end], tokens[1:end]
    below = _told_clause(tokens[end + 1 :])
    told = below is not None
    below = below if below is not None else _that_clause(word, content, tokens[end + 1 :])
    lemma = word.lemma_.lower()
    if not below or (lemma in _GRANTED and not told):
        return None
    negated = sum(t.lower_ in _NOT or t.lower_ == "no" for t in between)
    words = {t.lower_ for t in between} - _NOT - {"no"}
    may = words - _HELPERS - _PLAIN - _BE
    if may or ("would" in words and not told) or negated > 1 or (negated and words & _PARTLY):
        return Framed(below, None)
    untrue = lemma in listed_words("untrue") and lemma not in _TRUE
    if untrue:
        return Framed(below, None if negated else "denies")
    return Framed(below, "denies" if negated else "asserts")


def _that_is(content: Content) -> Framed | None:
    """Read 'That P is a lie'."""
    clause, word = child(content.root, "csubj"), child(content.root, "acomp", "attr")
    if clause is None or word is None or content.root.lemma_ != "be" or not _truth_word(word):
        return None
    tokens = [t for t in clause.subtree if t in content.tokens and t.dep_ != "mark"]
    if any(c.tag_ == "WP" for c in clause.children):
        return None  # 'What they said is a lie' tells no P
    if word.lemma_.lower() in _GRANTED or clause.tag_ in ("VB", "VBG") or clause not in tokens:
        return None
    below = (Content(clause, tuple(trimmed(tokens, clause))),)
    untrue = word.lemma_.lower() in listed_words("untrue")
    if any(c.lower_ in _NOT for c in content.root.children) or any(c.dep_ == "advmod" for c in word.children):
        return Framed(below, None)
    return Framed(below, "denies" if untrue else "asserts")


def _wrong_to_say(content: Content) -> Framed | None:
    """Read 'The minister is wrong to say that P'."""
    root = content.root
    said = child(root, "acomp")
    below = child(said if said is not None else root, "xcomp") or child(root, "xcomp")
    if root.lemma_ != "be" or said is None or said.lemma_ not in ("wrong", "mistaken") or below is None:
        return None
    told = _told_clause([t for t in content.tokens if t.i > said.i and not t.is_punct])
    negated = any(c.lower_ in _NOT for c in root.children)
    return Framed(told, None if negated else "denies") if told else None


def _truth_word(token: Token) -> bool:
    return token.lower_ in _TRUE or token.lemma_.lower() in listed_words("untrue")


def _told_clause(after: list[Token]) -> tuple[Content, ...] | None:
    """Return what 'to say that P' after 'wrong' tells, but not 'to deny that P'."""
    if len(after) < 3 or after[0].lower_ != "to" or after[1].lemma_.lower() not in _TELL:
        return None
    inside = set(after)
    return tuple(c for c in contents_of(after[1]) if c.root in inside) or None


def _that_clause(word: Token, content: Content, after: list[Token]) -> tuple[Content, ...]:
    """Return the clause that 'it' stands for, which the parser hangs on the verb or on its predicate."""
    if not after or (after[0].lower_ != "that" and after[0].dep_ == "prep"):
        return ()
    inside = set(after)
    for cue in (content.root, word):
        found = tuple(c for c in contents_of(cue) if c.root in inside and c.root != word)
        if found:
            return found
    if after[0].lower_ != "that" or len(after) < 3:
        return ()
    rest = [t for t in content.tokens if t.i > after[0].i]
    verbs = [t for t in rest if t.pos_ in ("VERB", "AUX")]
    root = next((t for t in verbs if t.head not in rest), None)
    return (Content(root, tuple(trimmed(rest, root))),) if root is not None else ()


def _no_truth(content: Content) -> Framed | None:
    """Read 'There is no truth in the claim that P' and 'There is no doubt that P'."""
    root = content.root
    thing = child(root, "attr")
    if root.lemma_ != "be" or thing is None or child(root, "expl") is None:
        return None
    no = any(c.lower_ == "no" for c in thing.children) or any(c.lower_ in _NOT for c in root.children)
    if not no:
        return None
    if thing.lemma_ == "doubt" and that_clause(thing) is not None:
        return Framed(tuple(contents_of(thing)), "asserts")
    if thing.lemma_ not in _NOTHING_IN and not _word_of_truth(thing):
        return None
    noun = next((n for n in root.subtree if n.i > thing.i and n.pos_ == "NOUN" and that_below(n)), None)
    clause = that_below(noun) if noun is not None else None
    if noun is None or clause is None:
        return None
    below = contents_of(noun) or contents_of(clause.head)
    return Framed(tuple(below), "denies", noun) if below else None


def _word_of_truth(thing: Token) -> bool:
    of = next((c for c in thing.children if c.lower_ == "of"), None)
    truth = child(of, "pobj") if of is not None else None
    return truth is not None and truth.lemma_ == "truth"


def _own_denial(content: Content) -> Framed | None:
    """Read 'We deny that P' and 'We do not accept that P', said now by those who speak."""
    root = content.root
    subject = child(root, "nsubj")
    helpers = {c.lower_ for c in root.children if c.dep_ in ("aux", "auxpass")}
    if (
        subject is None
        or subject.lower_ not in ("i", "we")
        or helpers - {"do"}
        or root.tag_ not in ("VB", "VBP")
    ):
        return None
    negated = any(c.lower_ in _NOT for c in root.children)
    denies = verb_act(root.lemma_) == "denies" and not negated
    if not denies and not (root.lemma_ in _ACCEPT | _HOLDS and negated):
        return None
    inside = set(content.tokens)
    below = tuple(
        c for c in contents_of(root) if c.root in inside and child(c.root, "nsubj", "nsubjpass", "expl")
    )
    return Framed(below, "denies") if below else None
