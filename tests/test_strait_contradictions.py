"""Contradictions of the fictional negotiation against its gold, by the rules of its README."""

from typing import Any

import pytest

from graph import ask
from graph.answers import Contradiction
from graph.project import claim_id, document_id
from graph.store import Store

from .test_strait import ANNOTATIONS, GOLD, claims, strait_store

__all__ = ["strait_store"]

pytestmark = pytest.mark.timeout(900)
LOCAL = {claim_id(claim.text): claim.id for claim in claims().values()}
STEMS = {document_id(a.document.text): stem for stem, a in ANNOTATIONS.items()}
Key = tuple[Any, ...]


def key_of_gold(item: dict[str, Any]) -> Key:
    kind = item["kind"]
    if kind == "two-values":
        return (kind, item["term"], item["property"])
    if kind == "dated-before":
        return (kind, item["quotes"][0]["document"])
    return (kind, item.get("actor"), *sorted(item["claims"]))


def key_of(found: Contradiction) -> Key:
    if found.term:
        return (found.kind, found.term.id, found.property)
    if found.kind == "dated-before":
        return (found.kind, STEMS[found.statements[0].document.id])
    return (found.kind, found.actor and found.actor.id, *sorted(LOCAL[c.id] for c in found.claims))


def citations(found: Contradiction) -> list[tuple[str, int, int]]:
    said = [(STEMS[s.document.id], s.start, s.end) for s in found.statements]
    given = [(STEMS[d.id], d.quote.start, d.quote.end) for v in found.values for d in v.documents if d.quote]
    return said + given


def cites(found: Contradiction, quote: dict[str, Any]) -> bool:
    text = ANNOTATIONS[quote["document"]].document.text
    start = text.index(quote["quote"])
    end = start + len(quote["quote"])
    return any(doc == quote["document"] and a < end and start < b for doc, a, b in citations(found))


def test_contradictions_are_those_of_the_gold_with_their_words(strait_store: Store) -> None:
    gold = {key_of_gold(item): item for item in GOLD["7-contradictions"]["contradictions"]}
    found = {key_of(c): c for c in ask.contradictions(strait_store, limit=200).items}
    assert found.keys() == gold.keys()  # precision 1.0, recall 1.0
    for key, item in gold.items():
        one = found[key]
        assert (one.since, one.until) == (item["since"], item.get("until")), key
        assert all(cites(one, quote) for quote in item["quotes"]), key
        if "values" in item:
            assert {as_set(v.value) for v in one.values} == {as_set(v) for v in item["values"]}
        if "reports" in item:
            assert (one.published, one.reports) == (item["published"], item["reports"])


def as_set(value: str) -> frozenset[str]:
    return frozenset(value.split(", "))


def test_every_quote_is_verbatim(strait_store: Store) -> None:
    for found in ask.contradictions(strait_store, limit=200).items:
        for value in found.values:
            for document in value.documents:
                text = ANNOTATIONS[STEMS[document.id]].document.text
                assert document.quote, (found.property, document.title)
                assert text[document.quote.start : document.quote.end] == document.quote.words
