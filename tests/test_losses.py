"""Where the scorer says that a dispute is lost, on the small sample changed in one place at a time."""

from typing import Any

import pytest

from evaluation.losses import LINKING, losses, table
from evaluation.match import Comparison
from graph.models import Annotation

from .samples import annotation, span


def fates(*changes: dict[str, Any]) -> dict[str, int]:
    """Return the losses where the found statements are those of the sample with these changes."""
    found = annotation()
    kept = zip(found["statements"], changes, strict=False)
    found["statements"] = [
        {k: v for k, v in {**s, **change}.items() if v is not None}
        for s, change in kept
        if change is not GONE
    ]
    pair = Annotation.model_validate(annotation()), Annotation.model_validate(found)
    return dict(losses(Comparison(*pair)))


GONE: dict[str, Any] = {"gone": True}
SAME: dict[str, Any] = {}
LINKED_ELSEWHERE = {"asserts": ["approved"]}


@pytest.mark.parametrize(
    ("changes", "fate"),
    [
        ((SAME, SAME), "found"),
        ((GONE, SAME), "claim's statement missed"),
        ((SAME, GONE), "denial's statement missed"),
        ((GONE, GONE), "both statements missed"),
        ((SAME, {"denies": None, "questions": ["paid"]}), "denial's act wrong"),
        (({"asserts": None, "questions": ["whole"]}, SAME), "claim's act wrong"),
        ((SAME, {"speakers": ["ada-holm"]}), "one speaker for both"),
        ((SAME, {"denies": None, "unlinked": "denies"}), "left unlinked"),
        ((LINKED_ELSEWHERE, SAME), "linked to nothing that others assert"),
    ],
)
def test_a_dispute_is_counted_at_what_it_lacks_first(changes: tuple[dict[str, Any], ...], fate: str) -> None:
    assert fates(*changes) == {fate: 1}


def test_a_link_to_another_claim_is_lost_and_found_in_vain() -> None:
    found = annotation()
    other = {"id": "s0", "speakers": ["council"], "asserts": ["approved"], "span": span("Mayor Ada Holm")}
    found["statements"] = [other, *found["statements"]]
    found["statements"][1]["asserts"] = ["paid"]
    found["statements"][2]["denies"] = ["approved"]
    pair = Annotation.model_validate(annotation()), Annotation.model_validate(found)
    counts = losses(Comparison(*pair))
    assert counts == {"linked to another claim": 1, "one of its statements is not in the gold": 1}


def test_the_table_tells_what_perfect_links_would_find() -> None:
    counts = losses(Comparison(*[Annotation.model_validate(annotation())] * 2))
    counts.update({LINKING[0]: 2, "denial's statement missed": 1})
    text = table(counts)
    assert "recall if every link were right                 3  0.75" in text
    assert "disputes of the gold: 4" in text
