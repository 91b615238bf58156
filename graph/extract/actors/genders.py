"""Whether somebody is he or she, by the sentences about them: 'Teleki said that her deputy …'."""

from spacy.tokens import Doc, Token

from ..sentences import in_quotes
from .cast import Cast
from .names import actor_words
from .pronouns import HE
from .titles import is_post


def tell_genders(docs: list[Doc], cast: Cast) -> None:
    """Give a person the pronoun that follows the name as subject, where nobody else could be meant."""
    told: dict[str, set[str]] = {}
    for sentence in (s for doc in docs for s in doc.sents):
        found = _first_pronoun(sentence.root, cast)
        if found is not None:
            told.setdefault(found[0], set()).add(found[1])
    for id_, pronouns in told.items():
        member = cast.members[id_]
        if member.gender is None and len(pronouns) == 1:
            member.gender = next(iter(pronouns))


def _first_pronoun(verb: Token, cast: Cast) -> tuple[str, str] | None:
    """Return the person who is the subject of a verb, and the 'his' or 'her' that comes before any other."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    beside = [subject, *(c for c in subject.children if c.dep_ == "appos")] if subject is not None else []
    mention = next((m for t in beside if (m := cast.at(t)) is not None), None)
    if mention is None or cast.members[mention.of].kind != "Person" or in_quotes(mention.first):
        return None
    for token in verb.doc[max(verb.i, mention.last.i) + 1 : verb.sent.end]:
        if in_quotes(token) or _somebody(token, mention.of, cast):
            return None
        if token.lower_ in ("his", "her") and token.tag_ == "PRP$":
            return mention.of, HE[token.lower_]
        if token.lower_ in HE:
            return None
    return None


def _somebody(token: Token, id_: str, cast: Cast) -> bool:
    other = cast.at(token)
    named = other is not None and other.of != id_ and cast.members[other.of].kind == "Person"
    return named or is_post(token) or token.lemma_.lower() in actor_words("persons")
