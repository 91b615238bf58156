"""', a charge Peru disputes' at the end of a sentence answers what stands before, and is read by itself."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from .claims.claimwords import listed_words, says_no
from .lexicon import words

_ARTICLES = frozenset(("a", "an", "the"))
_NOUNS = frozenset(
    ("something", "charge", "charges", "justification", "argument", "explanation", "interpretation")
)
_BEFORE = (",", "\u2014", "\u2013")
_STOPS = frozenset((".", "!", "?", ";", '"', "''"))
_FORMS = {"disputes": "denies", "rejects": "denies", "contests": "denies", "refutes": "denies"}
"""Verbs that the model takes for nouns here, with one that it knows."""
_DENY = frozenset(
    ("denies", "denied", "deny", "disputed", "dispute", "rejected", "reject", "contested", "contest",
     "refuted", "dismissed", "dismisses")
)  # fmt: skip
_CALLED = frozenset(
    ("called", "calls", "call", "described", "describes", "branded", "labelled", "labeled", "dubbed")
)
_CALLS = 5
_JOINTS = frozenset(
    ("over", "about", "with", "between", "on", "and", "as", "in", "at", "of", "to", "are", "is")
)
_PERSONS = frozenset(("he", "she", "they", "it", "both", "not", "never", "nobody", "no"))
"""Whom these mean the sentence tells: it is left whole."""
_NEAR = 8
_REST = 10


def afterthoughts(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Yield the first word of each such end of a sentence, and its verb."""
    for comma in doc[:-3]:
        if comma.text not in _BEFORE:
            continue
        first = comma.nbor()
        noun = _noun(first)
        verb = _verb(noun) if noun is not None else None
        if verb is not None and _ends(verb):
            yield first, verb


def opening_noun(verb: Token) -> Token | None:
    """Return the 'charge' that a verb denies in such an end, which was cut off as a sentence of its own."""
    first = verb.sent[0]
    if first.i == 0 or first.nbor(-1).text not in _BEFORE:
        return None
    noun = _noun(first)
    return noun if noun is not None and _verb(noun) == verb else None


def denying_noun(verb: Token) -> Token | None:
    """Return the head of who denies it: 'Peru' of 'a charge Peru disputes', 'Peru' of 'disputed by Peru'."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    noun = opening_noun(verb)
    between = verb.doc[noun.i + 1 if noun is not None else verb.sent.start : verb.i]
    inside = [t for t in between if t.pos_ in ("NOUN", "PROPN")]
    heads = (t for t in reversed(inside) if t.dep_ == "nsubj" or t.head == t or t.head not in inside)
    return next(heads, None)


def after_opening(noun: Token) -> int:
    """Return where who denies is named: behind the 'account' of 'an account Peru disputes'."""
    first = noun.sent[0]
    opening = _noun(first) if first.i and first.nbor(-1).text in _BEFORE else None
    inside = opening is not None and opening.i < noun.i and _verb(opening) is not None
    return opening.i + 1 if opening is not None and inside else 0


def opens(noun: Token) -> bool:
    """Say whether a noun opens such an end: 'a claim that Peru denies' tells no claim."""
    return any(opening_noun(token) == noun for token in noun.sent)


def denied_in_headline(token: Token) -> bool:
    """Say whether 'disputes' of 'as Peru disputes prisoner lists' is a verb: a name before, a thing after."""
    doc = token.doc
    if token.lower_ not in _FORMS or not 0 < token.i < len(doc) - 1 or doc[-1].text in (".", "!", "?"):
        return False
    before, after = token.nbor(-1), token.nbor()
    return before.is_title and token.lower_ == token.text and after.is_alpha and after.lower_ not in _JOINTS


def known_form(verb: Token) -> str | None:
    """Return the form that the model knows, for one that it takes for a noun."""
    return _FORMS.get(verb.lower_)


def _noun(first: Token) -> Token | None:
    """Return the 'charge' that 'a charge', 'a serious charge' or 'claims' opens with."""
    if first.lower_ == "something":
        return first
    skip = 1 if first.lower_ in _ARTICLES else 0
    for token in first.doc[first.i + skip : first.i + skip + 2]:
        if token.lower_ in _NOUNS or token.lower_.removesuffix("s") in words("said_before"):
            return token if skip or token.lower_.endswith("s") else None
        if not token.is_alpha:
            return None
    return None


def _verb(noun: Token) -> Token | None:
    for token in noun.doc[noun.i + 1 : noun.i + 1 + _NEAR]:
        if token.text in _STOPS or token.text == "," or token.lower_ in _PERSONS:
            return None
        if token.lower_ in _DENY or token.lower_ in _FORMS or called(token):
            return token
    return None


def called(verb: Token) -> tuple[Token, Token] | None:
    """Return the first and last word of 'false' in 'a claim Peru called false'."""
    if verb.lower_ not in _CALLED or verb.i + 1 >= len(verb.doc):
        return None
    rest = list(verb.doc[verb.i + 1 : verb.i + 1 + _CALLS])
    rest = rest[1:] if rest[0].lower_ == "as" else rest
    end = next((n for n, t in enumerate(rest) if not t.is_alpha and t.text != "-"), len(rest))
    said = " ".join(t.lower_ for t in rest[:end])
    return (rest[0], rest[end - 1]) if end and (says_no(said) or said in listed_words("untrue")) else None


def _ends(verb: Token) -> bool:
    """Say whether no more than a few words follow, and no other clause: 'dismissed by Peru and the West'."""
    by = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "by"
    for token in verb.doc[verb.i + 1 : verb.i + _REST]:
        if token.text in _STOPS:
            return True
        if token.lower_ == "and" and by and _names(token):
            continue
        if token.text == "," or token.lower_ in ("that", "and", "but", "who", "which"):
            return False
    return verb.i + _REST >= len(verb.doc)


def _names(joint: Token) -> bool:
    """Say whether 'and' joins two names: nothing is tagged yet."""
    after = joint.doc[joint.i + 1 : joint.i + 3]
    if len(after) == 0:
        return False
    first = after[1] if len(after) > 1 and after[0].lower_ == "the" else after[0]
    return joint.nbor(-1).is_title and first.is_title
