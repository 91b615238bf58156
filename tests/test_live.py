"""Which statements count: retractions, review, parts reached by several ways, cycles."""

import pytest

from graph import ask
from graph.errors import ConflictError
from graph.models import Annotation
from graph.store import Store

from .conftest import put
from .samples import saying


def of_parts(parts: dict[str, list[str]], act: str, target: str, speaker: str, day: int) -> Annotation:
    """A document in which a speaker does something to one of several claims; `parts`: part → wholes."""
    text = f"{speaker} {act} {target} on day {day}"
    claims = [{"id": f"c-{name}", "text": f"It is {name}"} for name in "WMNPQX"]
    links = [
        {"id": f"l{i}", "text": f"It is {part}", "part_of": f"c-{whole}"}
        for i, (part, whole) in enumerate((p, w) for p, ws in parts.items() for w in ws)
    ]
    base = saying("asserts", speaker, text=text, published=f"2026-01-0{day}").model_dump()
    statement = {**base["statements"][0], "asserts": (), act: (f"c-{target}",)}
    return Annotation.model_validate({**base, "claims": [*claims, *links], "statements": [statement]})


W = {"P": ["W"], "Q": ["W"]}


def test_a_retraction_takes_back_what_was_said_before_and_no_more(store: Store) -> None:
    put(store, of_parts(W, "asserts", "W", "ann", 1))
    put(store, of_parts(W, "asserts", "W", "cat", 1))
    text = "Ann was wrong to claim it. Ann denies it."
    retraction = saying("retracts", "ann", text=text, published="2026-01-02", claim="It is W").model_dump()
    first, second = text[:26], text[27:]
    statements = [
        {**retraction["statements"][0], "span": {"start": 0, "end": 26, "exact": first}},
        {
            **retraction["statements"][0],
            "id": "t",
            "retracts": (),
            "denies": ("c",),
            "span": {"start": 27, "end": len(text), "exact": second},
        },
    ]
    put(store, Annotation.model_validate({**retraction, "statements": statements}))
    (dispute,) = ask.disputes(store).items
    assert (dispute.claimed_by, dispute.denied_by) == (["Cat"], ["Ann"])
    assert ask.actor(store, "ann").statements


def test_a_retraction_of_the_whole_reaches_its_parts(store: Store) -> None:
    put(store, of_parts(W, "asserts", "P", "ann", 1))
    put(store, of_parts(W, "denies", "P", "bob", 1))
    assert [d.status for d in ask.disputes(store).items] == ["disputed"]
    put(store, of_parts(W, "retracts", "W", "ann", 2))
    assert [d.status for d in ask.disputes(store, status=None).items] == ["unclaimed"]
    assert ask.actors(store, text="ann").items[0].claims == 0
    assert [d.status for d in ask.disputes(store, status=None, until="2026-01-01").items] == ["disputed"]


def test_what_review_rejected_does_not_count(store: Store) -> None:
    put(store, saying("asserts", "ann", text="Ann: it rains", published="2026-01-01"))
    put(store, saying("denies", "bob", text="Bob: no", published="2026-01-01", review="rejected"))
    assert [d.status for d in ask.disputes(store, status=None).items] == ["undisputed"]


def test_nobody_disputes_with_oneself(store: Store) -> None:
    put(store, saying("asserts", "ann", text="Ann: it rains", published="2026-01-01"))
    put(store, saying("denies", "ann", text="Ann: it does not", published="2026-01-02"))
    assert ask.disputes(store).items == []


def test_a_part_of_two_parts_is_listed_once(store: Store) -> None:
    diamond = {"M": ["W"], "N": ["W"], "X": ["M", "N"]}
    put(store, of_parts(diamond, "asserts", "W", "ann", 1))
    put(store, of_parts(diamond, "denies", "M", "bob", 1))
    (dispute,) = ask.disputes(store).items
    assert {part.text: part.status for part in dispute.parts} == {
        "It is M": "denied",
        "It is N": "unanswered",
        "It is X": "implied",
    }
    assert len(dispute.parts) == 3


def test_two_documents_cannot_make_a_claim_a_part_of_itself(store: Store) -> None:
    put(store, of_parts({"P": ["W"]}, "asserts", "W", "ann", 1))
    with pytest.raises(ConflictError, match="would be a part of itself"):
        put(store, of_parts({"W": ["P"]}, "denies", "P", "bob", 1))
    assert len(ask.documents(store).items) == 1
