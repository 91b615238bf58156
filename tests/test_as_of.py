"""An answer as of a day is the answer that the graph gave when it held no later document."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from graph import ask
from graph.ask import stretches
from graph.errors import CounterclaimError
from graph.judge import link
from graph.models import Annotation, Claim
from graph.project import claim_id, project
from graph.store import Store
from graph.write import write_document

from .conftest import put
from .samples import saying, span
from .strait import ANNOTATIONS, PLAN

pytestmark = pytest.mark.timeout(900)
MOMENTS = ("2033-03-09", "2033-03-22", "2033-04-06")
"""In the middle of each draft's time."""

Question = Callable[[Store, str | None], Any]


def ids(kind: str, annotations: Iterable[Annotation]) -> list[str]:
    return sorted({each.id for one in annotations for each in getattr(one, kind)})


def questions(plan: str, annotations: Iterable[Annotation]) -> Iterator[tuple[str, Question]]:
    """All that can be asked as of a moment, of everything that any document names."""
    annotations = list(annotations)
    actors, terms, versions = (ids(kind, annotations) for kind in ("actors", "terms", "versions"))
    claims = {claim_id(claim.text): claim.id for one in annotations for claim in one.claims}
    yield "disputes", lambda s, at: ask.disputes(s, status=None, as_of=at, limit=500)
    yield "disputes on the plan", lambda s, at: ask.disputes(s, status=None, plan=plan, as_of=at, limit=500)
    yield "contradictions", lambda s, at: ask.contradictions(s, as_of=at, limit=500)
    yield "origins", lambda s, at: ask.origins(s, as_of=at, limit=500)
    yield "overreach", lambda s, at: ask.overreach(s, as_of=at, limit=500)
    yield "silence", lambda s, at: ask.silence(s, plan=plan, as_of=at, limit=500)
    yield "shifts", lambda s, at: ask.shifts(s, as_of=at, limit=500)
    yield "retractions", lambda s, at: ask.retractions(s, as_of=at, limit=500)
    yield "consistency", lambda s, at: ask.consistency(s, as_of=at, limit=500)
    yield "timeline", lambda s, at: ask.timeline(s, as_of=at, limit=500)
    yield "plan", lambda s, at: ask.plan(s, plan, as_of=at)
    yield "board", lambda s, at: ask.board(s, plan, as_of=at)
    yield "versions", lambda s, at: ask.versions(s, plan, as_of=at)
    yield "diff", lambda s, at: ask.diff(s, plan=plan, as_of=at)
    for id_ in versions:
        yield f"board {id_}", lambda s, at, id_=id_: ask.board(s, plan, draft=id_, as_of=at)
        yield f"diff {id_}", lambda s, at, id_=id_: ask.diff(s, new=id_, as_of=at)
    for id_ in actors:
        yield f"actor {id_}", lambda s, at, id_=id_: ask.actor(s, id_, as_of=at)
        yield f"positions {id_}", lambda s, at, id_=id_: ask.positions(s, id_, as_of=at, limit=500)
        yield f"shifts of {id_}", lambda s, at, id_=id_: ask.shifts_of(s, id_, as_of=at, limit=500)
        yield f"allies {id_}", lambda s, at, id_=id_: ask.relations(s, id_, "allies", as_of=at, limit=500)
        yield (
            f"opponents {id_}",
            lambda s, at, id_=id_: ask.relations(s, id_, "opponents", as_of=at, limit=500),
        )
    for id_, name in claims.items():
        yield f"claim {name}", lambda s, at, id_=id_: ask.claim(s, id_, as_of=at)
        yield f"chains {name}", lambda s, at, id_=id_: ask.chains(s, id_, as_of=at)
        yield f"origins {name}", lambda s, at, id_=id_: ask.origins_of(s, id_, as_of=at)
    for id_ in terms:
        yield f"term {id_}", lambda s, at, id_=id_: ask.term(s, id_, as_of=at)
        yield f"stances {id_}", lambda s, at, id_=id_: ask.stances(s, id_, as_of=at, limit=500)
        yield f"disputes on {id_}", lambda s, at, id_=id_: ask.disputes(s, status=None, term=id_, as_of=at)
        yield f"path to {id_}", lambda s, at, id_=id_: ask.path(s, actors[0], id_, as_of=at)
        yield f"what if {id_}", lambda s, at, id_=id_: ask.what_if(s, id_, "7", as_of=at)


def answered(
    store: Store, at: str | None, plan: str, annotations: Iterable[Annotation]
) -> dict[str, str | None]:
    """The answers, as JSON; None where the graph has none."""
    return {name: _answer(store, question, at) for name, question in questions(plan, annotations)}


def _answer(store: Store, question: Question, at: str | None) -> str | None:
    try:
        return str(question(store, at).model_dump_json())
    except CounterclaimError:
        return None


def compared(
    store: Store, plan: str, annotations: Iterable[Annotation], moments: Iterable[str]
) -> dict[str, list[dict[str, str | None]]]:
    """For each moment: what was answered then, and what is answered later as of then."""
    every = list(annotations)
    todo = list(every)
    then: dict[str, dict[str, str | None]] = {}
    for moment in moments:
        while todo and (todo[0].document.published or "") <= moment:
            write_document(store, project(todo.pop(0)))
        then[moment] = answered(store, None, plan, every)
    for annotation in todo:
        write_document(store, project(annotation))
    return {moment: [old, answered(store, moment, plan, every)] for moment, old in then.items()}


@pytest.fixture(scope="module")
def strait(database: Store, cypher: Callable[..., Any]) -> dict[str, list[dict[str, str | None]]]:
    cypher("MATCH (n) DETACH DELETE n")
    return compared(database, PLAN, ANNOTATIONS.values(), MOMENTS)


def same(then: dict[str, str | None], now: dict[str, str | None]) -> None:
    differing = [name for name in then if then[name] != now[name]]
    assert differing == [], "\n".join(f"{n}\n  then {then[n]}\n  now  {now[n]}" for n in differing)


@pytest.mark.parametrize("moment", MOMENTS)
def test_later_documents_change_no_answer_as_of_a_day(strait: Any, moment: str) -> None:
    same(*strait[moment])


def test_what_a_later_document_states_of_known_things_is_not_told(store: Store) -> None:
    (then, now) = compared(store, "weir", [EARLY, LATE], ["2026-01-02"])["2026-01-02"]
    same(then, now)


WORDS = "Ada said the weir was built and cost 5 marks. Bo denied that the weir was built. Cy backed the toll."


def weir(published: str, **more: Any) -> Annotation:
    """Two drafts, three speakers; `more` is what one document alone states."""

    def said(words: str) -> dict[str, Any]:
        return span(words, WORDS)

    about = more.get("about", [])
    term: dict[str, Any] = {"binds": more.get("binds", []), **more.get("values", {})}
    return Annotation.model_validate({
        "document": {"title": "News", "text": f"{WORDS} ({published})", "published": published},
        "extraction": {"reader": "hand", "version": "1"},
        "actors": [
            {"id": "ada", "kind": "Person", "name": "Ada", **more.get("ada", {})},
            {"id": "bo", "kind": "Person", "name": "Bo"}, {"id": "cy", "kind": "Person", "name": "Cy"},
            {"id": "town", "kind": "Organization", "name": "Town"},
        ],
        "plans": [{"id": "weir", "name": "Weir"}],
        "versions": [
            {"id": "weir:d1", "plan": "weir", "name": "first", **more.get("dated", {})},
            {"id": "weir:d2", "plan": "weir", "name": "second"},
        ],
        "terms": [
            {"id": "weir:d1:toll", "part_of": "weir:d1", "name": "Toll", "text": "Boats pay a toll"},
            {"id": "weir:d1:dam", "part_of": "weir:d1", "name": "Dam", "text": "The dam stays shut"},
            {"id": "weir:d2:toll", "part_of": "weir:d2", "name": "Toll", "text": "Boats pay a toll", **term},
            {"id": "weir:d2:dam", "part_of": "weir:d2", "name": "Dam", "text": "Carts go round", **term},
        ],
        "claims": [
            {"id": "both", "text": "The weir was built and cost 5 marks", "about": about},
            {"id": "built", "text": "The weir was built", "about": about},
        ],
        "statements": [
            {"id": "s1", "speakers": ["ada"], "asserts": ["both"], "span": said("the weir was built and")},
            {"id": "s2", "speakers": ["bo"], "denies": ["built"], "span": said("that the weir was built")},
            {"id": "s3", "speakers": ["cy"], "supports": ["weir:d1:toll"], "span": said("backed the toll")},
        ],
        "mentions": [],
    })  # fmt: skip


EARLY = weir("2026-01-02")
LATE = weir(
    "2026-02-02", about=["weir:d1:dam", "weir:d2:toll", "town"], binds=["town"],
    values={"topic": "tolls", "number": "7", "amount": "5", "unit": "marks", "deadline": "toll"},
    ada={"aliases": ["Holm"], "roles": [{"post": "Mayor", "organization": "town"}]},
    dated={"dated": "2027-01-01"},
)  # fmt: skip


def test_a_part_counts_denials_of_a_claim_that_was_published_later(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The denial was linked to it by a person; each list finds the part by it."""
    part = saying("asserts", "ada", text="Ada: it rains", published="2026-01-01")
    denial = saying("denies", "bo", text="Bo: all untrue", published="2026-01-05")
    vague = denial.statements[0].model_copy(update={"denies": (), "unlinked": "denies"})
    denial = denial.model_copy(update={"claims": (), "statements": (vague,)})
    larger = saying("asserts", "cy", text="Cy: it rains and pours", published="2026-02-01", claim="It pours")
    whole = Claim(id="w", text="It rains and pours")
    rains = Claim(id="r", text="It rains", part_of="w")
    larger = larger.model_copy(update={"claims": (*larger.claims, whole, rains)})
    for each in (part, denial, larger):
        put(store, each)
    (said,) = project(denial).labelled("Statement")
    link(store, said.id, claim_id("It rains and pours"))
    asked: tuple[dict[str, Any], ...] = ({}, {"actor": "bo"}, {"text": "rains"}, {"since": "2026-01-05"})
    for first in (1, stretches.FIRST):
        monkeypatch.setattr(stretches, "FIRST", first)
        for filters in asked:
            found = {
                each.claim: each.denied_by for each in ask.disputes(store, as_of="2026-01", **filters).items
            }
            assert found.get("It rains") == ["Bo"], (first, filters)
