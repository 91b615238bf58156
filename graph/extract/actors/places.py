"""When a known name is not what it seems: a place, another state's body, a given name."""

from spacy.tokens import Token

from .cast import Cast
from .titles import capital, is_post


def is_place(first: Token, last: Token) -> bool:
    """Say whether a capital is where something happens, not who does it."""
    while last.dep_ in ("conj", "appos"):
        last = last.head
    head = last.head
    if last.dep_ == "pobj":
        if head.lower_ == "of" and head.head.lemma_ in _OF_TOWNS:
            return True
        moves = head.head.lemma_ in _MOVES
        return head.lower_ in _WHERE or (head.lower_ in ("to", "for") and moves)
    return last.dep_ == "dobj" and head.lemma_ in ("visit", "leave", "reach", "shell", "bomb")


_WHERE = frozenset(
    ("in", "near", "at", "outside", "around", "from", "across", "into", "through", "over", "via", "inside")
)


_OF_TOWNS = frozenset(
    (
        "citizen", "people", "resident", "inhabitant", "mayor", "street", "city", "town", "capital", "centre",
        "center", "suburb", "outskirts", "siege", "battle", "fall", "bombing", "shelling", "district", "port",
    )
)  # fmt: skip


_MOVES = frozenset(
    (
        "fly",
        "travel",
        "go",
        "return",
        "come",
        "move",
        "arrive",
        "head",
        "trip",
        "visit",
        "drive",
        "rush",
        "fled",
        "flee",
        "leave",
    )
)


def another(first: Token, of: str | None, cast: Cast) -> bool:
    """Say whether the organisation is expressly some other state's: "Chile's Senate"."""
    if not of or first.i < 2 or first.nbor(-1).text != "'s":
        return False
    owner = cast.at(first.nbor(-2))
    return owner is not None and owner.of != of


def in_longer_name(first: Token, last: Token, of: str | None, cast: Cast) -> bool:
    """Say whether a common name is part of another: 'the African National Congress', 'Congress of Miners'."""
    after = last.doc[last.i + 1 : last.i + 3]
    if len(after) == 2 and after[0].lower_ == "of" and capital(after[1]):
        owner = cast.at(after[1])
        return owner is None or owner.of != of
    before = first.nbor(-1) if first.i else None
    if before is None or before.is_sent_start or before.pos_ not in ("PROPN", "ADJ", "NOUN"):
        return False
    return capital(before) and not is_post(before) and cast.at(before) is None and before.lower_ not in _SIDES


_SIDES = frozenset(("republican", "democratic", "conservative", "labour"))
"""'The Republican Congress' is Congress."""


def in_person_name(first: Token, last: Token) -> bool:
    """Say whether a place name is somebody's given name: 'Jordan Hill', 'Chad Reyes'."""
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    return bool(
        after is not None
        and last.ent_type_ == "PERSON"
        and after.ent_type_ == "PERSON"
        and after.ent_iob_ == "I"
        and capital(after)
        and not is_post(after)
        and first.pos_ == "PROPN"
    )
