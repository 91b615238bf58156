"""What another value would change: conditions, demands, what replaces them, and what is refused."""

from typing import Any

import pytest

from graph import ask
from graph.answers import WhatIf
from graph.errors import InputError, NotFoundError
from graph.models import Annotation
from graph.store import Store

from .conftest import put
from .service import local

TERM = "canal:army"


def saying(
    published: str, words: str, act: str, *, by: str = "ann", condition: str | None = None,
    claim: str | None = None, of: str = TERM, **term: Any,
) -> Annotation:  # fmt: skip
    """An article in which somebody takes a stance on a provision, or on a claim about it."""
    text = f"{words}. So much for {published}."
    version = {"id": of.rpartition(":")[0], "plan": "canal", "name": of, "dated": "2030-01-01"}
    provision = {
        "id": of, "part_of": version["id"], "name": "Size of the army", "topic": "army",
        "text": "The army of Norland does not exceed 500 soldiers", "amount": 500, "unit": "soldiers", **term,
    }  # fmt: skip
    return Annotation.model_validate(
        {"document": {"title": words, "text": text, "published": published},
         "extraction": {"reader": "hand", "version": "1"},
         "actors": [{"id": id_, "kind": "Person", "name": id_.title()} for id_ in ("ann", "bob")],
         "plans": [{"id": "canal", "name": "Canal treaty"}],
         "versions": [version] if of.count(":") > 1 else [], "terms": [provision],
         "claims": [{"id": "c", "text": claim, "about": [of]}] if claim else [],
         "statements": [{"id": "s", "span": {"start": 0, "end": len(words), "exact": words}, "speakers": [by],
                         act: ["c" if claim else of], "condition": condition}]}
    )  # fmt: skip


def iffy(published: str, words: str, **more: Any) -> Annotation:
    """Acceptance under the condition after 'if' or 'unless'."""
    word = " unless " if " unless " in words else " if "
    return saying(published, words, "accepts_if", condition=words.partition(word)[2], **more)


def told(found: WhatIf) -> list[tuple[str, str, str | None]]:
    return [(e.actor.id, e.effect, e.read) for e in (*found.effects, *found.undecided)]


def test_conditions_met_and_broken(store: Store) -> None:
    put(store, iffy("2030-01-01", "We accept it if it were raised to at least 600"))
    put(store, iffy("2030-01-01", "We accept it if it stayed below 550 soldiers", by="bob"))
    assert told(ask.what_if(store, TERM, "600")) == [("ann", "loses", "≥ 600"), ("bob", "gains", "< 550")]
    assert told(ask.what_if(store, TERM, "700")) == told(ask.what_if(store, TERM, "600"))
    assert told(ask.what_if(store, TERM, "520")) == []
    found = ask.what_if(store, TERM, "1,600.50")
    assert (found.old, found.new, found.unit) == ("500", "1600.5", "soldiers")
    assert found.effects[0].statement.exact == "We accept it if it were raised to at least 600"


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("We accept it unless it fell below 400", "≥ 400"),
        ("We will not accept it unless it fell below 400", "< 400"),
        ("We accept it if it fell below 400", "< 400"),
    ],
)
def test_unless(store: Store, words: str, read: str) -> None:
    put(store, iffy("2030-01-01", words))
    effect = "gains" if read.startswith("≥") else "loses"
    assert told(ask.what_if(store, TERM, "300")) == [("ann", effect, read)]


def test_a_later_stance_replaces_an_earlier_one(store: Store) -> None:
    put(store, iffy("2030-01-01", "We accept it if it were at least 600"))
    put(store, iffy("2030-01-02", "We would accept it if it were at least 600 soldiers"))
    both = ask.what_if(store, TERM, "600")
    assert [effect.day for effect in both.effects] == ["2030-01-01", "2030-01-02"]
    put(store, saying("2030-01-03", "We do not want it", "rejects", by="bob"))
    assert ask.what_if(store, TERM, "600") == both
    assert both.replaced == []
    put(store, iffy("2030-01-04", "We accept it if it were at least 700"))
    assert told(ask.what_if(store, TERM, "700")) == [("ann", "loses", "≥ 700")]
    put(store, saying("2030-01-05", "We do not want it at all", "rejects"))
    found = ask.what_if(store, TERM, "700")
    assert told(found) == []
    assert [(each.words, each.read, each.day, each.later.exact) for each in found.replaced] == [
        (f"it were at least {words}", read, f"2030-01-0{day}", "We do not want it at all")
        for words, read, day in (("600", "≥ 600", 1), ("600 soldiers", "≥ 600", 2), ("700", "≥ 700", 4))
    ]
    assert ask.what_if(store, TERM, "600", as_of="2030-01-03") == both


def test_demands_count_by_the_value_of_their_claim(store: Store) -> None:
    many = "The army of Norland has at least 600 soldiers"
    put(store, saying("2030-01-01", "We need 600", "demands", claim=many))
    put(store, saying("2030-01-01", "They want flags", "demands", claim="The army has flags", by="bob"))
    found = ask.what_if(store, TERM, "600")
    assert told(found) == [("ann", "loses", "≥ 600")]
    assert found.effects[0].words == many


def test_what_is_on_something_else_is_undecided(store: Store) -> None:
    put(store, iffy("2030-01-01", "We accept it if the guns were silent for 600 days"))
    found = ask.what_if(store, TERM, "600")
    assert found.effects == []
    assert told(found) == [("ann", "undecided", None)]
    assert found.undecided[0].words == "the guns were silent for 600 days"


def test_another_draft_of_the_provision_counts(store: Store) -> None:
    old, new = "canal:d1:army", "canal:d2:army"
    put(store, iffy("2030-01-01", "We accept it if it were at least 600", of=old))
    text = "The army of Norland does not exceed 550 soldiers"
    put(store, saying("2030-02-01", "They like it", "supports", by="bob", of=new, amount=550, text=text))
    assert told(ask.what_if(store, new, "600")) == [("ann", "loses", "≥ 600")]


def test_days(store: Store) -> None:
    when = {"amount": None, "unit": None, "deadline": "by 1 May 2030"}
    put(store, iffy("2030-01-01", "We accept it if it started before 15 May 2030", **when))
    put(store, iffy("2030-01-02", "We accept it if it started by June", by="bob", **when))
    found = ask.what_if(store, TERM, "2030-06-01")
    assert (found.property, found.old, found.new) == ("deadline", "2030-05-01", "2030-06-01")
    assert told(found) == [("ann", "gains", "< 2030-05-15"), ("bob", "undecided", None)]
    with pytest.raises(InputError, match="no amount"):
        ask.what_if(store, TERM, "600")


def test_units(store: Store) -> None:
    put(store, iffy("2030-01-01", "We accept it if it lasted at least two years", amount=1, unit="years"))
    assert told(ask.what_if(store, TERM, "30", unit="months")) == [("ann", "loses", "≥ 2")]
    assert ask.what_if(store, TERM, "30", unit="months").new == "2.5"
    with pytest.raises(InputError, match="counted in years, not in days"):
        ask.what_if(store, TERM, "30", unit="days")


def test_what_cannot_be_asked(store: Store) -> None:
    put(store, saying("2030-01-01", "We like it", "supports"))
    for value in ("many", "NaN", "Infinity", "", "1e999", "2030-13-01", "2030-05-01"):
        with pytest.raises(InputError):
            ask.what_if(store, TERM, value)
    with pytest.raises(NotFoundError):
        ask.what_if(store, "canal:navy", "600")
    with local(store) as client:
        assert client.get(f"/terms/{TERM}/what-if?value=600").json()["effects"] == []
        assert client.get(f"/terms/{TERM}/what-if?value=600&unit=days").status_code == 400
        assert client.get(f"/terms/{TERM}/what-if?value=many").status_code == 422
        assert client.get(f"/terms/{TERM}/what-if").status_code == 422
        assert client.get("/terms/canal:navy/what-if?value=600").status_code == 404
