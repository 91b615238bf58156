"""Whether an act of saying took place: not if it is negated, only supposed, asked about or held back."""

from collections.abc import Iterator

from spacy.tokens import Token

from ..claims.negation import negations
from ..lexicon import verb_act, words
from ..sentences import child, in_quotes
from .clauses import turned

_MODALS = frozenset(
    ("may", "might", "could", "should", "can", "ca", "will", "wo", "would", "must", "'d", "'ll")
)
_NOT = frozenset(
    ("not", "n't", "never", "neither", "nor", "hardly", "scarcely", "barely", "rarely", "seldom")
)
_NEARLY = frozenset(("almost", "nearly"))
_ONLY = frozenset(("only", "just", "merely", "simply", "least"))
_NOBODY = frozenset(("no", "neither", "few", "not", "hardly", "scarcely", "barely", "nobody", "none", "nor"))
_NOTIONS = frozenset(("idea", "notion", "myth", "speculation", "illusion", "pretence", "pretense", "fiction"))
_SUPPOSED = frozenset(("if", "unless", "whether", "lest"))
_HAPPENED = frozenset(
    ("as", "by", "after", "before", "in", "while", "when", "despite", "since", "on", "upon")
)
_SUBJECTS = ("nsubj", "nsubjpass")
_LONG = 6


def unsaid(verb: Token) -> str | None:
    """Return why a verb of saying reports nothing that was said, or None if something was."""
    if _negated(verb):
        return f"'{verb.text}' is negated: what was not said is no statement"
    if (helper := _modal(verb)) is not None and not _performed(verb, helper):
        return f"'{_stretch(helper, verb)}' has not been said yet"
    if _supposed(verb):
        return f"'{verb.text}' is only supposed or asked about: no statement"
    if (by := _held_back(verb)) is not None:
        return f"'{_stretch(by, verb)}': what was not said is no statement"
    return None


def _performed(verb: Token, helper: Token) -> bool:
    """Say whether who can say it has said it: 'I can confirm that P', 'would say only that P'."""
    clause, subject = child(verb, "ccomp"), child(verb, "nsubj")
    if clause is None or clause.i < verb.i or subject is None or subject.lower_ in ("you", "one", "who"):
        return False
    told = helper.lower_ in ("can", "could") and verb.lemma_ in ("confirm", "announce", "disclose", "reveal")
    only = helper.lower_ in ("would", "could") and verb.lemma_ == "say"
    only = only and any(c.lower_ == "only" for c in (*verb.children, *clause.children) if c.i < clause.i)
    return (told or only) and not any(t.lower_ in ("if", "unless", "once") for t in verb.subtree)


def not_accepted(verb: Token) -> Token | None:
    """Return the 'not' of 'does not accept that P', which denies P."""
    clause = child(verb, "ccomp")
    that = clause is not None and any(c.lower_ == "that" for c in clause.children)
    known = verb.lemma_ in ("recognise", "recognize")
    thing = child(verb, "dobj") if verb.lemma_ == "accept" or known else None
    that = (that and not known) or (thing is not None and _alleged(thing, known) and not _until(verb))
    if (
        not (known or verb.lemma_ in ("accept", "agree"))
        or not that
        or _modal(verb) is not None
        or _supposed(verb)
    ):
        return None
    return next((c for c in verb.children if c.lower_ in ("not", "n't", "never") and c.i == verb.i - 1), None)


def _alleged(thing: Token, known: bool) -> bool:
    """Say whether who does not accept a thing denies it: a claim, but not a report or a statement.

    Who does not recognise (`known`) a figure or a description denies it, too.
    """
    lemma = thing.lemma_.lower()
    if known and lemma in ("figure", "description", "picture", "characterisation"):
        return True
    return lemma in words("said_before") and lemma not in (
        "report",
        "statement",
        "account",
        "charge",
        "comment",
    )


def _until(verb: Token) -> bool:
    return any(t.lower_ in ("until", "till", "yet", "without") for t in verb.subtree)


def withheld(verb: Token) -> str | None:
    """Return why 'deny' of 'refused to deny' or 'failed to deny' reports nothing that was said."""
    by = _withholder(verb)
    return f"'{_stretch(by, verb)}': what was not said is no statement" if by is not None else None


def beside_another(verb: Token) -> str | None:
    """Return why 'as X alleges' leaves it open what X said: beside a negation, in another's words."""
    if verb.dep_ != "advcl" or not any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children):
        return None
    above = verb.head
    within = any(verb_act(a.lemma_.lower()) for a in (above, *above.ancestors) if a.pos_ == "VERB")
    tokens = [t for t in above.subtree if t not in set(verb.subtree)]
    if within or any(negations(above, tokens)) or child(above, "expl") is not None:
        return f"what 'as … {verb.text}' takes up of the sentence is not understood"
    return None


def _withholder(verb: Token) -> Token | None:
    verb = list(_sharing(verb))[-1] if verb.tag_ == "VB" else verb
    infinitive = verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)
    if not infinitive or verb.dep_ not in ("xcomp", "advcl", "conj"):
        return None
    head = verb.head
    while head.dep_ == "conj" and head.tag_ == "VB" and head.head.pos_ == "VERB":
        head = head.head
    yet = head.lemma_ == "have" and any(c.lower_ == "yet" for c in (*head.children, *verb.children))
    return head if head.lemma_.lower() in words("withholds") or yet else None


def _sharing(verb: Token) -> Iterator[Token]:
    """Yield a verb and those before it whose subject and helpers it shares."""
    yield verb
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and child(verb, *_SUBJECTS) is None:
        verb = verb.head
        yield verb


def _negated(verb: Token) -> bool:
    chain = list(_sharing(verb))
    if _not(verb) or any(_not(head) and _or(verb, head) for head in chain[1:]):
        return True
    subject = next((s for v in chain if (s := child(v, *_SUBJECTS)) is not None), None)
    return subject is not None and (_nobody(subject) or _not_who(verb))


def _not_who(verb: Token) -> bool:
    """'It was not X who denied it'."""
    above = verb.head.head
    cleft = verb.dep_ == "relcl" and above.lemma_ == "be" and child(above, "nsubj", "expl") is not None
    it = child(above, "nsubj", "expl") if cleft else None
    return it is not None and it.lower_ == "it" and any(c.dep_ == "neg" for c in above.children)


def _not(verb: Token) -> bool:
    for near in verb.children:
        longer = near.lower_ in ("longer", "more") and any(c.lower_ == "no" for c in near.children)
        negative = near.dep_ == "neg" or (near.lower_ in _NOT and near.dep_ not in _SUBJECTS)
        after = near.nbor() if near.i + 1 < len(near.doc) else near
        if in_quotes(near) != in_quotes(verb):
            continue
        if longer or (near.lower_ in _NEARLY and near.i < verb.i):
            return True
        if negative and after.lower_ not in _ONLY:
            return True
    rest = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    if rest == ["neither", "that"] or _nothing(child(verb, "dobj")):
        return True
    before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]]
    return before == ["all", "but"]


def _nothing(thing: Token | None) -> bool:
    """'denied nothing', 'rejected neither proposal', 'denied no claim'."""
    if thing is None:
        return False
    return thing.lower_ == "nothing" or any(
        c.lower_ in ("no", "neither") for c in thing.children if c.i < thing.i
    )


def _or(verb: Token, head: Token) -> bool:
    """'did not confirm or deny', 'neither confirmed nor denied'; not 'did not come and denied it'."""
    bare = not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return bare and any(t.lower_ in ("or", "nor") for t in verb.doc[head.i : verb.i])


def _nobody(subject: Token) -> bool:
    """'Nobody', 'no senator', 'neither X nor Y', 'not even X', 'few'; not 'a few', 'not only X', 'No 10'."""
    first = subject.left_edge
    if first.i > first.sent.start and first.nbor(-1).lower_ in ("neither", "not", "hardly"):
        first = first.nbor(-1)
    after = first.nbor() if first.i + 1 < len(first.doc) else first
    if first.lower_ not in _NOBODY or after.is_digit or after.text == ".":
        return False
    return after.lower_ not in _ONLY


def _modal(verb: Token) -> Token | None:
    """Return the helper that puts a verb off: 'may', 'would', also that of 'would have us believe'."""
    chain = [verb]
    if verb.tag_ == "VB":
        chain = list(_sharing(verb))
    for one in chain:
        found = next((c for c in one.children if c.dep_ == "aux" and c.lower_ in _MODALS), None)
        if found is not None:
            return found
    head = verb.head
    made = verb.dep_ in ("ccomp", "xcomp") and verb.tag_ in ("VB", "VBP") and child(verb, "nsubj") is not None
    if made and head.lemma_ in ("have", "make", "let") and not any(c.dep_ == "mark" for c in verb.children):
        return next((c for c in head.children if c.dep_ == "aux" and c.lower_ in _MODALS), head)
    return None


def _supposed(verb: Token) -> bool:
    """'If X had said', 'had X said', 'whether X said', 'did X say?', 'wishes X had said'."""
    for one in _sharing(verb):
        marks = {c.lower_ for c in one.children if c.dep_ == "mark"}
        until = "until" in marks and one.tag_ in ("VBZ", "VBP")
        if one.dep_ in ("acl", "ccomp", "relcl") and marks and one.head.lemma_.lower() in _NOTIONS:
            return True
        if marks & _SUPPOSED or until or turned(one) or _asked(one):
            return True
        if one.dep_ == "ccomp" and one.head.i < one.i and one.head.lemma_.lower() in words("supposes"):
            return True
    return False


def _asked(verb: Token) -> bool:
    """Say whether a clause asks: 'Did X deny it?'."""
    subject, helper = child(verb, *_SUBJECTS), child(verb, "aux", "auxpass")
    asked = verb.sent.text.rstrip(' "').endswith("?")
    return asked and subject is not None and helper is not None and helper.i < subject.i


def _held_back(verb: Token) -> Token | None:
    """Return 'without' of 'without denying', 'avoided' of 'avoided denying'."""
    if verb.tag_ != "VBG":
        return None
    if verb.dep_ == "pcomp":
        told = verb.head.lower_ == "with" and child(verb, "nsubj") is not None  # 'with Poe saying that P'
        return verb.head if verb.head.lower_ not in _HAPPENED and not told else None
    if verb.dep_ in ("xcomp", "ccomp", "dobj") and verb.head.lemma_.lower() in words("withholds"):
        return verb.head
    return None


def _stretch(first: Token, last: Token) -> str:
    if first.i > last.i or last.i - first.i > _LONG:
        return f"{first.text} \u2026 {last.text}"
    return first.doc[first.i : last.i + 1].text
