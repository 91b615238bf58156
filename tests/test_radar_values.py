"""The radar on values of provisions, their words, and its filters."""

from typing import Any

import pytest

from graph import ask, judge
from graph.ask.radar import values
from graph.errors import NotFoundError
from graph.models import Annotation
from graph.store import Store

from .conftest import put
from .service import local
from .test_radar import PEOPLE, SIGNED, article, found, kinds, says


def provision(published: str, text: str, **values: Any) -> Annotation:
    term = {"id": "canal:army", "part_of": "canal", "name": "Army", "text": "The army of Norland", **values}
    return Annotation.model_validate(
        {"document": {"title": text[:30], "text": text, "published": published},
         "extraction": {"reader": "hand", "version": "1"}, "actors": PEOPLE,
         "plans": [{"id": "canal", "name": "Canal treaty"}], "terms": [term]}
    )  # fmt: skip


def test_values_that_are_one_in_other_words(store: Store) -> None:
    put(store, provision("2030-01-01", "One.", amount=2, unit="weeks", deadline="by 1 May 2030"))
    put(
        store,
        provision("2030-01-02", "Two.", amount=14, unit="days", deadline="until midnight on May 1, 2030"),
    )
    put(store, provision("2030-01-03", "Three.", amount=14, unit="day", deadline="before the summer"))
    put(store, provision("2030-01-04", "Four.", binds=["sudria", "norland"]))
    put(store, provision("2030-01-05", "Five.", binds=["norland", "sudria"]))
    assert found(store, kind="two-values") == []
    put(store, provision("2030-01-06", "Six.", deadline="by the end of June"))
    put(store, provision("2030-01-07", "Seven.", binds=["norland"]))
    told = {c.property: (c.since, [v.value for v in c.values]) for c in found(store)}
    assert told == {
        "deadline": ("2030-01-06", ["by 1 May 2030", "by the end of June"]),
        "binds": ("2030-01-07", ["norland, sudria", "norland"]),
    }


def test_documents_that_repeat_a_value_are_not_compared_with_each_other(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs: list[tuple[values.Told, values.Told]] = []

    def differs(one: values.Told, other: values.Told) -> bool:
        pairs.append((one, other))
        return one.value != other.value

    monkeypatch.setattr(values, "_other_number", differs)
    for day in range(1, 21):
        put(store, provision(f"2030-01-{day:02}", f"Day {day}.", number="7" if day % 2 else "8"))
    (one,) = found(store, kind="two-values")
    assert [(v.value, len(v.documents)) for v in one.values] == [("7", 10), ("8", 10)]
    assert len(pairs) == 1


def test_periods_differ_in_length_alone(store: Store) -> None:
    put(store, provision("2030-01-01", "One.", deadline="within 14 days of signature"))
    put(store, provision("2030-01-02", "Two.", deadline="within two weeks of the signature"))
    assert found(store) == []
    put(store, provision("2030-01-03", "Three.", deadline="within 15 days of signature"))
    (one,) = found(store)
    assert [v.value for v in one.values] == ["within 14 days of signature", "within 15 days of signature"]


def test_actors_that_are_judged_to_be_one_are_one_party(store: Store) -> None:
    put(store, provision("2030-01-01", "One.", binds=["norland"]))
    put(store, provision("2030-01-02", "Two.", binds=["sudria"]))
    assert kinds(store) == ["two-values"]
    judge.merge(store, "norland", "sudria")
    assert found(store) == []


def test_a_quote_gives_the_value_or_is_left_out(store: Store) -> None:
    text = "Bread costs 500. The army of Norland may have 500 men. That was all."
    put(store, provision("2030-01-01", text, amount=500, unit="men"))
    put(store, provision("2030-01-02", "Something about the army of Norland.", amount=600, unit="men"))
    put(store, provision("2030-01-03", "Six hundred loaves of bread.", amount=600, unit="men"))
    (one,) = found(store)
    quotes = [[d.quote and d.quote.words for d in v.documents] for v in one.values]
    assert quotes == [["The army of Norland may have 500 men."], [None, None]]


def test_a_further_value_is_another_finding(store: Store) -> None:
    put(store, provision("2030-01-01", "One.", amount=500))
    put(store, provision("2030-01-02", "Two.", amount=600))
    (one,) = found(store)
    judge.dismiss(store, one.id)
    put(store, provision("2030-01-03", "Three.", amount=600))
    assert found(store) == []
    put(store, provision("2030-01-03", "Four.", amount=700))
    assert [[v.value for v in c.values] for c in found(store)] == [["500", "600", "700"]]


def test_filters_pages_and_forms(store: Store) -> None:
    put(store, article("2030-01-01", says("ann", "asserts", SIGNED, "I signed")))
    put(store, article("2030-01-03", says("ann", "denies", SIGNED, "I never signed")))
    put(store, provision("2030-01-01", "One.", amount=500))
    put(store, provision("2030-01-02", "Two.", amount=600))
    assert kinds(store) == ["actor-against-itself", "two-values"]
    assert kinds(store, kind="two-values") == ["two-values"]
    assert kinds(store, plan="canal") == kinds(store, term="canal:army") == ["two-values"]
    assert kinds(store, actor="ann") == kinds(store, since="2030-01-03") == ["actor-against-itself"]
    assert kinds(store, actor="bob") == []
    for unknown in ({"plan": "dam"}, {"term": "canal:navy"}):
        with pytest.raises(NotFoundError):
            kinds(store, **unknown)
    first = ask.contradictions(store, limit=1)
    rest = ask.contradictions(store, limit=1, after=first.next)
    assert [c.kind for c in (*first.items, *rest.items)] == kinds(store)
    assert rest.next is None
    with local(store) as client:
        got = client.get("/contradictions?limit=1").json()
        assert [each["kind"] for each in got["items"]] == ["actor-against-itself"]
        assert client.get("/contradictions?kind=nonsense").status_code == 422
        told = client.get("/contradictions?kind=two-values&format=csv").text
        assert "two-values" in told
        assert "canal:army" in told


def test_the_same_in_other_units_or_words_is_no_contradiction(store: Store) -> None:
    put(store, provision("2030-01-01", "One.", amount=90, unit="days", deadline="by 31 May 2030", number="7"))
    put(
        store,
        provision("2030-01-02", "Two.", amount=3, unit="months", deadline="before 1 June 2030", number="VII"),
    )
    put(store, provision("2030-01-03", "Three.", deadline="from 1 April 2030", number="Point 7"))
    put(
        store,
        provision("2030-01-04", "Four.", amount=90, unit="days", other_values=["three months", "a quarter"]),
    )
    assert found(store) == []
    put(
        store,
        provision("2030-01-05", "Five.", amount=30, unit="days", deadline="before 1 July 2030", number="8"),
    )
    assert sorted(c.property or "" for c in found(store)) == ["amount", "deadline", "number"]
