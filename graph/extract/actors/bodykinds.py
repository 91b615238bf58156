"""Organisations that the text names after what they are: 'campaign group Hot Planet'."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from .cast import Cast
from .names import actor_words
from .titles import capital


def after_kinds(doc: Doc, cast: Cast) -> Iterator[list[Token]]:
    """Yield the capital words that follow the kind of a body, where they are no person's name."""
    for kind in doc[:-1]:
        if kind.lower_ not in actor_words("body_kinds") or kind.tag_ != "NN":
            continue
        if kind.text[0].isupper() and not kind.is_sent_start:
            continue
        run = _capitals(kind.nbor(), cast)
        if (
            len(run) > 1
            and run[0].lower_ not in actor_words("men") | actor_words("women")
            and _one(kind, run)
        ):
            yield run


def named_after(kind: Token, name: Token) -> bool:
    """Say whether a name stands right after the kind of a body: 'the rights group Open Doors'."""
    return kind.lower_ in actor_words("body_kinds") and name.left_edge.i == kind.i + 1


def _capitals(token: Token, cast: Cast) -> list[Token]:
    run: list[Token] = []
    for following in token.doc[token.i : token.sent.end]:
        if not (capital(following) and following.is_alpha and _free(following, cast)):
            break
        run.append(following)
    return run


def _free(token: Token, cast: Cast) -> bool:
    mention = cast.at(token)
    return mention is None or (mention.how == "name" and cast.members[mention.of].kind in ("State", "Place"))


def _one(kind: Token, run: list[Token]) -> bool:
    """Say whether kind and name are one phrase: not 'the group Ann Poe leads'."""
    last = run[-1]
    parts = kind.dep_ in ("compound", "nmod", "amod") and kind.head == last
    return parts or (last.dep_ == "appos" and last.head == kind)
