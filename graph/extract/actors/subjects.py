"""Whom the sentence before is about: the subjects of its main clauses."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from ...models import slug
from ..sentences import base, child, in_quotes
from .cast import Cast
from .names import actor_words

_BACK = 900


def last_subjects(token: Token, cast: Cast) -> set[str]:
    """Return the person whom the sentence before a word is about, if it is one."""
    here = (t for t in token.sent if t.i < token.i and t.dep_ in ("nsubj", "nsubjpass"))
    if any(cast.kind(t) == "Person" for t in here):
        return set()
    for sentence in _before(token, cast):
        if all(in_quotes(t) for t in sentence if t.is_alpha):
            continue
        return _subjects(sentence, cast)
    return set()


def epithet(noun: Token, cast: Cast) -> tuple[tuple[str, ...], float] | None:
    """'… said the mother of three', 'the 58-year-old': whom the sentence before is about."""
    years = noun.lower_ in ("old", "olds") and noun.i > 1 and noun.nbor(-2).lower_ == "year"
    the = any(c.lower_ == "the" for c in noun.children)
    if not the or not (years or noun.lemma_.lower() in actor_words("epithets")):
        return None
    found = last_subjects(noun, cast)
    return (tuple(found), 0.7) if len(found) == 1 else None


def _before(token: Token, cast: Cast) -> Iterator[Span]:
    """Yield the sentences before that of a word, the last first, from its paragraph and the one before."""
    doc, first = token.doc, token.sent.start
    yield from reversed([s for s in doc.sents if s.end <= first])
    start = base(token)
    near = cast.places.between(start - _BACK, start)
    last = near[-1].first.doc if near else None
    if last is not None and start - (base(last[0]) + len(last.text)) < 3:
        yield from reversed(list(last.sents))


def _subjects(sentence: Span, cast: Cast) -> set[str]:
    root = sentence.root
    mains = [root, *(t for t in root.conjuncts if t.pos_ in ("VERB", "AUX"))]
    found: set[str] = set()  # of 'Poe left, but Moll stayed' the later one
    for subject in (child(verb, "nsubj", "nsubjpass") for verb in mains):
        if subject is None or in_quotes(subject):
            continue
        found = {who} if (who := _person(subject, cast)) is not None else set()
    return found or _only(sentence, cast)


def _only(sentence: Span, cast: Cast) -> set[str]:
    """'That was news to Ann Poe', 'The union accused Ann Poe': nobody else is named or the subject."""
    subject = child(sentence.root, "nsubj", "nsubjpass")
    thing = subject is not None and (subject.lower_ in ("that", "this", "it") or subject.dep_ == "nsubjpass")
    named = {m.of for t in sentence if (m := cast.at(t)) is not None and not in_quotes(t)}
    people = {id_ for id_ in named if cast.known(id_).kind == "Person"}
    accused = child(sentence.root, "dobj")
    done_to = accused is not None and (found := cast.at(accused)) is not None and found.of in people
    return people if (thing or (done_to and subject is not None)) and len(people) == 1 else set()


def _person(subject: Token, cast: Cast) -> str | None:
    """Return who a subject is: by its name, by that of its apposition, or by one taken for a name later."""
    beside = (c for c in subject.children if c.dep_ == "appos")
    named = next((m for t in (subject, *beside) if (m := cast.at(t)) is not None), None)
    if named is not None:
        return named.of if cast.known(named.of).kind == "Person" else None
    words = [*(c for c in subject.children if c.dep_ == "compound"), subject]
    id_ = slug(" ".join(t.text for t in words)) if subject.pos_ == "PROPN" else None
    return id_ if id_ in cast.members and cast.members[id_].kind == "Person" else None
