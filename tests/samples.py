"""Small annotations for tests: a village council that argues about a bridge."""

import re
from typing import Any

from graph.models import Annotation

TEXT = (
    "Mayor Ada Holm said the council had approved the bridge and paid for it. "
    "Councillor Bo Lind denied that the council had paid for it."
)


def span(exact: str, text: str = TEXT) -> dict[str, Any]:
    start = text.index(exact)
    return {"start": start, "end": start + len(exact), "exact": exact}


def annotation(**changes: Any) -> dict[str, Any]:
    """A valid annotation as plain data; fields at the top level can be replaced."""
    data: dict[str, Any] = {
        "document": {"title": "Bridge", "text": TEXT, "published": "2026-01-02"},
        "extraction": {"reader": "hand", "version": "1"},
        "actors": [
            {"id": "ada-holm", "kind": "Person", "name": "Ada Holm", "aliases": ["Holm"],
             "roles": [{"post": "Mayor"}]},
            {"id": "bo-lind", "kind": "Person", "name": "Bo Lind"},
            {"id": "council", "kind": "Organization", "name": "Council"},
        ],
        "plans": [{"id": "bridge", "name": "Bridge"}],
        "terms": [{"id": "bridge:cost", "part_of": "bridge", "name": "Cost",
                   "text": "the council pays", "binds": ["council"], "amount": "1.5", "unit": "EUR"}],
        "claims": [
            {"id": "whole", "text": "The council approved the bridge and paid for it",
             "about": ["council", "bridge"]},
            {"id": "approved", "text": "The council approved the bridge", "part_of": "whole"},
            {"id": "paid", "text": "The council paid for the bridge", "part_of": "whole",
             "about": ["bridge:cost"]},
        ],
        "statements": [
            {"id": "s1", "speakers": ["ada-holm"], "asserts": ["whole"], "cue": span("said"),
             "span": span("the council had approved the bridge and paid for it")},
            {"id": "s2", "speakers": ["bo-lind"], "denies": ["paid"], "cue": span("denied"),
             "span": span("the council had paid for it")},
        ],
        "mentions": [{"of": "ada-holm", "span": span("Ada Holm")}],
    }  # fmt: skip
    return {**data, **changes}


def model(**changes: Any) -> Annotation:
    return Annotation.model_validate(annotation(**changes))


def saying(act: str, speaker: str, *, text: str, published: str, kind: str = "Person",
           review: str = "unreviewed", claim: str = "It rains", **statement: Any) -> Annotation:  # fmt: skip
    """A document in which one speaker does one thing to one claim."""
    return Annotation.model_validate(
        {
            "document": {"title": " ".join(re.findall(r"\w+", text)), "text": text, "published": published},
            "extraction": {"reader": "hand", "version": "1"},
            "actors": [{"id": speaker, "kind": kind, "name": speaker.title()}],
            "claims": [{"id": "c", "text": claim}],
            "statements": [
                {"id": "s", "speakers": [speaker], act: ["c"], "review": review,
                 "span": {"start": 0, "end": len(text), "exact": text}, **statement}
            ],
        }
    )  # fmt: skip
