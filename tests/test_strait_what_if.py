"""What another value would change in the fictional negotiation, against its gold."""

from typing import Any

import pytest

from graph import ask
from graph.answers import Effect
from graph.project import document_id
from graph.store import Store

from .test_strait import ANNOTATIONS, GOLD, strait_store

__all__ = ["strait_store"]

pytestmark = pytest.mark.timeout(900)
WHAT_IF = GOLD["8-what-if"]
STEMS = {document_id(a.document.text): stem for stem, a in ANNOTATIONS.items()}


def key(found: Effect) -> tuple[str, ...]:
    return (found.actor.id, found.effect, STEMS[found.statement.document.id], found.statement.exact)


def gold_key(item: dict[str, Any]) -> tuple[str, ...]:
    return (item["actor"], item["effect"], item["document"], item["quote"])


@pytest.mark.parametrize("change", WHAT_IF["changes"], ids=lambda c: f"{c['term']}={c['new']}")
def test_effects_are_those_of_the_gold(strait_store: Store, change: dict[str, Any]) -> None:
    found = ask.what_if(
        strait_store, change["term"], str(change["new"]), unit=change["unit"], as_of=WHAT_IF["as_of"]
    )
    assert (float(found.old), float(found.new)) == (change["old"], change["new"])
    # Precision and recall 1.0 over all seven changes.
    assert sorted(map(key, found.effects)) == sorted(map(gold_key, change["stances"]))
    assert sorted(map(key, found.undecided)) == sorted(map(gold_key, change.get("undecided", [])))
    conditions = {gold_key(i): i["condition"] for i in change["stances"] if "condition" in i}
    for effect in (*found.effects, *found.undecided):
        assert conditions.get(key(effect), effect.words) == effect.words
        assert (effect.read is None) == (effect.effect == "undecided")


def test_how_the_words_were_read(strait_store: Store) -> None:
    found = ask.what_if(strait_store, "halm-accord:d2:army-cap", "520,000", as_of="2033-04-10")
    assert [(e.actor.id, e.words, e.read) for e in found.effects] == [
        ("jonas-teller", "it were raised to at least 500,000", "≥ 500000"),
        ("pavel-dorn", "it stayed below 500,000", "< 500000"),
    ]
