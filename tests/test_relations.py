"""Where actors stand, who agrees with whom, and the networks of it, on the sample corpus."""

import sys
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.main import create_app
from graph import ask
from graph.ask.relations import SIDES
from graph.errors import InputError, NotFoundError
from graph.settings import Settings
from graph.store import Store


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), corpus_store)) as client:
        yield client


def test_positions(corpus_store: Store) -> None:
    found = ask.positions(corpus_store, "ursula-von-der-leyen").items
    assert [(p.kind, p.target.name, p.stance, p.latest) for p in found] == [
        ("Claim", "Borders are not changed by force", "demands", "2025-11-24"),
        ("Term", "Cap on the Ukrainian army", "rejects", "2025-11-24"),
        ("Claim", "Ukraine takes part in every decision about Ukraine", "demands", "2025-11-22"),
    ]
    (stance,) = found[1].stances
    assert stance.qualification == "that would leave the country vulnerable"
    assert [p.kind for p in ask.positions(corpus_store, "marco-rubio").items] == ["Plan"]
    assert ask.positions(corpus_store, "ursula-von-der-leyen", until="2025-11-22").items == found[2:]
    # What the writer concludes about them is not theirs, and the writer takes no stance by it.
    assert ask.positions(corpus_store, "the-sample-courier").items == []


def test_positions_in_pages(corpus_store: Store) -> None:
    whole = ask.positions(corpus_store, "european-leaders").items
    paged, after = [], None
    while True:
        page = ask.positions(corpus_store, "european-leaders", limit=1, after=after)
        paged += page.items
        if (after := page.next) is None:
            break
    assert paged == whole
    assert len(whole) == 2


def relations(store: Store, actor: str, side: str, **filters: str) -> dict[str, tuple[int, int]]:
    found = ask.relations(store, actor, side, **filters).items
    return {r.actor.id: (r.agreements, r.conflicts) for r in found}


def test_allies(corpus_store: Store) -> None:
    assert relations(corpus_store, "european-leaders", "allies") == {
        "canada": (4, 0),
        "japan": (4, 0),
        "ursula-von-der-leyen": (1, 0),  # borders are not changed by force
        "vladimir-putin": (1, 0),  # the plan can be a basis
    }
    assert relations(corpus_store, "rustem-umerov", "allies") == {}


def test_opponents(corpus_store: Store) -> None:
    (officials,) = ask.relations(corpus_store, "rustem-umerov", "opponents").items
    assert officials.conflicts == 2
    assert [(on.name, on.same) for on in sorted(officials.on, key=lambda on: on.name)] == [
        ("Rustem Umerov approved most of the 28-point plan", False),
        # Asserted only as a part of the whole.
        ("Rustem Umerov changed several points of the 28-point plan", False),
    ]
    # The other way round: a denial of the whole, or of a part, meets who asserts it.
    assert relations(corpus_store, "us-officials", "opponents") == {"rustem-umerov": (0, 2)}
    assert relations(corpus_store, "tansy-herald", "opponents") == {"tobin-fenn": (0, 1)}


def test_who_agrees_and_disagrees_is_in_both_lists(corpus_store: Store) -> None:
    # Rubio wrote that the United States wrote the plan; senators report that he denied it.
    assert relations(corpus_store, "tommy-pigott", "opponents") == {
        "angus-king": (0, 2),
        "marco-rubio": (1, 1),
        "mike-rounds": (0, 1),
    }
    assert relations(corpus_store, "tommy-pigott", "allies") == {"marco-rubio": (1, 1)}


def test_as_published_by_a_day(corpus_store: Store) -> None:
    assert relations(corpus_store, "rustem-umerov", "opponents", until="2025-11-21") == {
        "us-officials": (0, 1)
    }
    assert relations(corpus_store, "tommy-pigott", "opponents", until="2025-11-22") == {}


def test_claims_and_denials_of_an_actor(corpus_store: Store) -> None:
    claims = {d.claim for d in ask.disputes_of(corpus_store, "rustem-umerov", "asserts").items}
    assert claims == {
        "Rustem Umerov's part in the meetings in the United States was technical",
        "The current version of the 28-point plan reflects most of Ukraine's key priorities",
    }
    denials = ask.disputes_of(corpus_store, "rustem-umerov", "denies").items
    assert [(d.claim[:22], d.status) for d in denials] == [
        ("Rustem Umerov approved", "disputed"),
        ("Rustem Umerov assessed", "unclaimed"),
    ]
    assert ask.disputes_of(corpus_store, "rustem-umerov", "denies", status="disputed").items == denials[:1]


def edges(store: Store, kind: str, **filters: str | int) -> dict[tuple[str, str], int]:
    return {(e.source, e.target): e.weight for e in ask.network(store, kind, **filters).edges}


def test_the_network_of_conflict(corpus_store: Store) -> None:
    assert edges(corpus_store, "conflict") == {
        ("angus-king", "tommy-pigott"): 2,
        ("donald-trump", "volodymyr-zelenskyy"): 1,
        ("ilse-marrow", "tobin-fenn"): 1,
        ("marco-rubio", "tommy-pigott"): 1,
        ("mike-rounds", "tommy-pigott"): 1,
        ("rustem-umerov", "us-officials"): 2,
        ("tansy-herald", "tobin-fenn"): 1,
    }


def test_the_network_of_congruence(corpus_store: Store) -> None:
    group = ("canada", "european-leaders", "japan")
    assert edges(corpus_store, "congruence") == {
        **{(a, b): 4 for a in group for b in group if a < b},
        **{(a, b): 1 for a in group for b in ("ursula-von-der-leyen", "vladimir-putin")},
        ("angus-king", "mike-rounds"): 1,
        ("emmanuel-macron", "friedrich-merz"): 1,
        ("emmanuel-macron", "keir-starmer"): 1,
        ("friedrich-merz", "keir-starmer"): 1,
        ("khrystyna-hayovyshyn", "ursula-von-der-leyen"): 1,
        ("marco-rubio", "tommy-pigott"): 1,
        ("ukraine", "united-states"): 3,
    }


@pytest.mark.parametrize(
    ("kind", "filters", "number"),
    [
        ("conflict", {"minimum": 2}, 2),
        ("conflict", {"actor": "tommy-pigott"}, 3),
        ("conflict", {"actor": "tommy-pigott", "plan": "28-point-plan"}, 3),
        ("conflict", {"plan": "ambel-treaty"}, 0),
        ("conflict", {"until": "2025-11-22"}, 1),
        ("conflict", {"since": "2031"}, 2),
        ("congruence", {"topic": "armed-forces"}, 4),  # the two who reject, and the three who warn
    ],
)
def test_filters_of_networks(
    corpus_store: Store, kind: str, filters: dict[str, str | int], number: int
) -> None:
    assert len(edges(corpus_store, kind, **filters)) == number


@pytest.mark.parametrize("filters", [{"actor": "nobody"}, {"plan": "no-such"}])
def test_a_network_of_what_is_not_there_is_refused(corpus_store: Store, filters: dict[str, str]) -> None:
    with pytest.raises(NotFoundError, match=r"nobody|no-such"):
        ask.network(corpus_store, "congruence", **filters)


def test_nodes_are_those_of_the_edges(corpus_store: Store) -> None:
    found = ask.network(corpus_store, "conflict", actor="rustem-umerov")
    # All that he asserts and denies, and the two statements of the officials on the same.
    assert [(n.id, n.statements) for n in found.nodes] == [("rustem-umerov", 6), ("us-officials", 2)]


def test_every_act_has_its_side() -> None:
    assert set(SIDES) == {"asserts", "denies", "supports", "demands", "rejects", "accepts_if"}


def test_no_such_actor(corpus_store: Store) -> None:
    for question in (
        lambda: ask.positions(corpus_store, "nobody"),
        lambda: ask.relations(corpus_store, "nobody", "allies"),
        lambda: ask.disputes_of(corpus_store, "nobody", "denies"),
    ):
        with pytest.raises(NotFoundError, match="nobody"):
            question()


def test_over_http(client: TestClient) -> None:
    first = client.get("/actors/european-leaders/allies?limit=1")
    assert [r["actor"]["id"] for r in first.json()["items"]] == ["canada"]
    assert first.headers["link"].startswith("</actors/european-leaders/allies?limit=1&after=")
    assert client.get("/actors/us-officials/opponents").json()["items"][0]["conflicts"] == 2
    assert client.get("/actors/marco-rubio/positions").json()["items"][0]["stance"] == "supports"
    assert len(client.get("/actors/rustem-umerov/denials?status=unclaimed").json()["items"]) == 1
    assert len(client.get("/actors/rustem-umerov/claims").json()["items"]) == 2
    assert client.get("/actors/nobody/allies").status_code == 404
    assert client.get("/networks/friendship").status_code == 422


def test_too_many_ties_are_refused_with_advice(corpus_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["graph.ask.relations"], "MOST", 3)
    with pytest.raises(InputError, match="one plan, topic or actor"):
        ask.network(corpus_store, "congruence")
