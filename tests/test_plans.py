"""Plans and their boards, against what the sample annotations say."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.main import create_app
from graph import ask
from graph.ask.plans import in_numbered_order
from graph.errors import InputError, NotFoundError, UnknownFilterError
from graph.settings import Settings
from graph.store import Store

PLAN = "28-point-plan"
ARMY = f"{PLAN}:ukraine-armed-forces"
THREE = "leaders-of-france-britain-and-germany"
GROUP = ["canada", "european-leaders", "japan"]


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), corpus_store)) as client:
        yield client


def cells(store: Store, **filters: str) -> dict[tuple[str, str], str]:
    found = ask.board(store, PLAN, **filters).cells
    return {(cell.term.removeprefix(f"{PLAN}:"), cell.actor): cell.stance for cell in found}


def test_plans(corpus_store: Store) -> None:
    found = ask.plans(corpus_store).items
    assert [(p.id, p.terms, p.latest) for p in found] == [
        (PLAN, 9, "2025-11-24"),
        ("ambel-treaty", 3, "2031-05-04"),
        ("european-counter-proposal", 1, "2025-11-24"),
    ]
    # The headline, the gauges twice, the opening, the payment, the signing, the source.
    assert found[1].statements == 7
    assert [p.id for p in ask.plans(corpus_store, text="european proposals").items] == [found[2].id]


def test_a_plan(corpus_store: Store) -> None:
    plan = ask.plan(corpus_store, PLAN)
    assert [(s.actor, s.stance, s.words) for s in plan.stances] == [
        ("Marco Rubio", "supports", "a strong framework for negotiations")
    ]
    assert len(plan.terms) == 9
    assert not plan.more
    assert {"Karoline Leavitt", "US officials"} <= {s.speakers[0].name for s in plan.statements}
    # What is said of a term of the plan alone stands there.
    assert "any ceiling on the army" not in {s.exact for s in plan.statements}


def test_the_terms_of_a_treaty_stand_in_the_order_of_their_numbers(corpus_store: Store) -> None:
    board = ask.board(corpus_store, "ambel-treaty")
    assert [term.number for term in board.terms] == ["1", "2", "3"]
    assert {(c.term.split(":")[1], c.actor): c.stance for c in board.cells} == {
        ("dam-opening", "ilse-marrow"): "rejects",
        ("yearly-payment", "tobin-fenn"): "supports",
        ("flood-gauges", "ilse-marrow"): "accepts_if",
    }


def test_the_board(corpus_store: Store) -> None:
    borders = {(term, a): "demands" for term in ("territory-donbas", "territory-recognition") for a in GROUP}
    assert cells(corpus_store) == {
        ("frozen-assets", "european-governments"): "demands",
        **borders,
        ("territory-donbas", THREE): "demands",
        ("territory-donbas", "ursula-von-der-leyen"): "demands",
        ("territory-recognition", "khrystyna-hayovyshyn"): "rejects",
        ("territory-recognition", "ursula-von-der-leyen"): "demands",
        ("ukraine-armed-forces", "khrystyna-hayovyshyn"): "rejects",
        ("ukraine-armed-forces", THREE): "demands",
        ("ukraine-armed-forces", "ursula-von-der-leyen"): "rejects",
        ("ukraine-nato-membership", "khrystyna-hayovyshyn"): "demands",
        **{("ukraine-nato-membership", actor): "demands" for actor in GROUP},
    }


def test_what_the_writer_concludes_is_nobodys_stance(corpus_store: Store) -> None:
    assert "the-sample-courier" not in {actor.id for actor in ask.board(corpus_store, PLAN).actors}


def test_actors_of_a_board_and_age(corpus_store: Store) -> None:
    board = ask.board(corpus_store, PLAN)
    assert [(a.id, a.statements) for a in board.actors][:3] == [
        ("khrystyna-hayovyshyn", 3),
        ("canada", 2),
        ("european-leaders", 2),
    ]
    assert board.newest == "2025-11-24"
    age = {cell.actor: cell.days_old for cell in board.cells if cell.term == ARMY}
    assert age == {"khrystyna-hayovyshyn": 2, "ursula-von-der-leyen": 0, THREE: 3}


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        ({"topic": "armed-forces"}, 3),
        ({"actor": "ursula-von-der-leyen"}, 3),
        ({"until": "2025-11-21"}, 2),
        ({"since": "2025-11-24"}, 4),
        ({"until": "2025-11-20"}, 0),
    ],
)
def test_filters_of_the_board(corpus_store: Store, filters: dict[str, str], number: int) -> None:
    assert len(cells(corpus_store, **filters)) == number


def test_a_topic_that_no_term_has_is_told_with_those_there_are(corpus_store: Store) -> None:
    with pytest.raises(UnknownFilterError, match="topics are armed-forces, assets"):
        cells(corpus_store, topic="no-such")


def test_a_part_of_the_board_is_no_younger_than_the_whole(corpus_store: Store) -> None:
    part = ask.board(corpus_store, PLAN, actor=THREE)
    assert {cell.days_old for cell in part.cells} == {3}
    assert ask.board(corpus_store, PLAN, until="2025-11-21").newest == "2025-11-21"
    assert ask.board(corpus_store, PLAN, until="2025-11-20").newest is None


def test_stances_of_a_term_in_pages(corpus_store: Store) -> None:
    whole = ask.stances(corpus_store, ARMY).items
    assert [(s.actor_id, s.stance, s.target_kind) for s in whole] == [
        ("khrystyna-hayovyshyn", "rejects", "Term"),
        (THREE, "demands", "Claim"),
        ("ursula-von-der-leyen", "rejects", "Term"),
    ]
    assert whole == ask.term(corpus_store, ARMY).stances
    paged, after = [], None
    while True:
        page = ask.stances(corpus_store, ARMY, limit=1, after=after)
        paged += page.items
        if (after := page.next) is None:
            break
    assert paged == whole


def test_no_such_plan(corpus_store: Store) -> None:
    for question in (ask.plan, ask.board, ask.stances):
        with pytest.raises(NotFoundError, match="no-such"):
            question(corpus_store, "no-such")
    with pytest.raises(InputError, match="is not a date"):
        ask.board(corpus_store, PLAN, until="soon")


def test_over_http(client: TestClient) -> None:
    def get(url: str) -> Any:
        response = client.get(url)
        assert response.status_code == 200, response.text
        return response.json()

    assert [p["id"] for p in get("/plans?limit=1")["items"]] == [PLAN]
    assert get(f"/plans/{PLAN}")["stances"][0]["stance"] == "supports"
    (cell,) = get(f"/plans/{PLAN}/board?topic=armed-forces&actor=ursula-von-der-leyen")["cells"]
    assert (cell["stance"], cell["statements"], cell["direct"]) == ("rejects", 1, 0)
    text = get(f"/documents/{cell['stances'][0]['document_id']}")["text"]
    assert text[cell["stances"][0]["start"] : cell["stances"][0]["end"]] == cell["stances"][0]["words"]
    assert len(get(f"/terms/{ARMY}/stances?until=2025-11-22")["items"]) == 2
    assert client.get("/plans/no-such/board").status_code == 404


def test_numbers_of_provisions_are_in_order_number_by_number() -> None:
    numbers = ["10", "2.1", "2(b)", "2", "1.10", "2(a)", "1.2", "1"]
    ordered = ["1", "1.2", "1.10", "2", "2(a)", "2(b)", "2.1", "10"]
    assert sorted(numbers, key=lambda number: in_numbered_order(number, "")) == ordered
