"""Whom a pronoun means, where something else in the text has told it."""

from collections.abc import Iterable

from spacy.tokens import Token

HE = frozenset(("he", "she"))
THEY = frozenset(("they", "it"))


def mean(tokens: Iterable[Token], actors: tuple[str, ...]) -> None:
    """Record whom pronouns mean; what was recorded before stands."""
    for token in tokens:
        token.doc.user_data.setdefault("meant", {}).setdefault(token.i, actors)


def meant(token: Token) -> tuple[str, ...]:
    """Return whom a pronoun was recorded to mean; nobody where that is not certain."""
    known: dict[int, tuple[str, ...]] = token.doc.user_data.get("meant", {})
    return known.get(token.i, ())
