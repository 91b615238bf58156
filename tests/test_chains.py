"""Chains and paths through the sample corpus."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.main import create_app
from graph import ask
from graph.errors import NotFoundError
from graph.project import claim_id
from graph.settings import Settings
from graph.store import Store

UMEROV = "b74322f59e199576"


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), corpus_store)) as client:
        yield client


def test_two_reports_of_one_anonymous_speaker(corpus_store: Store) -> None:
    found = ask.chains(corpus_store, UMEROV)
    assert [[hop.name for hop in chain.hops] for chain in found.chains] == [["US officials"]] * 2
    assert (found.anonymous_only, found.first_speakers, found.outlets) == (True, 1, 2)
    assert [chain.document.publisher for chain in found.chains] == ["The Sample Courier", "Example Wire"]
    assert found.claim.name.startswith("Rustem Umerov approved most")


def test_a_part_is_asserted_by_who_asserts_the_whole(corpus_store: Store) -> None:
    part = claim_id("Rustem Umerov changed several points of the 28-point plan")
    assert len(ask.chains(corpus_store, part).chains) == 1


def test_hops_lead_outward(corpus_store: Store) -> None:
    threat = claim_id("The United States threatened to withhold intelligence and weapons from Ukraine")
    (chain,) = ask.chains(corpus_store, threat).chains
    assert [hop.id for hop in chain.hops] == ["two-people-familiar-with-the-matter", "reuters"]
    assert not chain.anonymous  # Reuters has a name
    told = claim_id("Marco Rubio told senators that the 28-point plan was not a United States plan")
    found = ask.chains(corpus_store, told)
    # Rounds twice, and King once: two origins.
    assert (len(found.chains), found.first_speakers, found.outlets) == (3, 2, 2)
    assert ask.chains(corpus_store, told, as_of="2025-11-22").first_speakers == 1


def test_certainty_and_conclusions(corpus_store: Store) -> None:
    basis = ask.chains(corpus_store, claim_id("The 28-point plan can be the basis of a settlement"))
    first = basis.chains[0]
    assert (first.hops[0].id, first.certainty) == ("vladimir-putin", "hedged")
    (headline,) = ask.chains(corpus_store, claim_id("European leaders reject the 28-point plan")).chains
    assert headline.inference


def test_what_nobody_claims_has_no_chain(corpus_store: Store) -> None:
    for text in ("Norvale sells water to a third state", "The dam leaked"):  # denied only; retracted
        found = ask.chains(corpus_store, claim_id(text))
        assert (found.chains, found.anonymous_only, found.first_speakers) == ([], False, 0)
    with pytest.raises(NotFoundError, match="no-such"):
        ask.chains(corpus_store, "no-such")


def way(store: Store, start: str, end: str, **filters: str) -> list[str]:
    found = ask.path(store, start, end, **filters).steps
    assert found[-1].edge is None
    return [
        f"{s.kind} {s.id if s.kind not in ('Claim', 'Statement') else ''}"
        + (f" {'→' if s.edge.forward else '←'}{s.edge.type}" if s.edge else "")
        for s in found
    ]


def test_a_path(corpus_store: Store) -> None:
    assert way(corpus_store, "rustem-umerov", "us-officials") == [
        "Person rustem-umerov ←SPOKEN_BY",
        "Statement  →DENIES",
        "Claim  ←ASSERTS",
        "Statement  →SPOKEN_BY",
        "AnonymousSource us-officials",
    ]
    assert way(corpus_store, "28-point-plan", "khrystyna-hayovyshyn") == [
        "Plan 28-point-plan ←PART_OF",
        "Term 28-point-plan:territory-recognition ←REJECTS",
        "Statement  →SPOKEN_BY",
        "Person khrystyna-hayovyshyn",
    ]
    assert way(corpus_store, "marco-rubio", "marco-rubio") == ["Person marco-rubio"]


def test_a_path_is_the_same_backwards(corpus_store: Store) -> None:
    there = [s.id for s in ask.path(corpus_store, "vladimir-putin", "tommy-pigott").steps]
    back = [s.id for s in ask.path(corpus_store, "tommy-pigott", "vladimir-putin").steps]
    assert len(there) == len(back) > 5
    assert (there[0], there[-1]) == (back[-1], back[0])


def test_no_path(corpus_store: Store) -> None:
    for start, end in (
        ("tobin-fenn", "rustem-umerov"),  # no article joins them
        ("the-sample-courier", "28-point-plan"),  # it only concludes
        ("nobody", "rustem-umerov"),
    ):
        with pytest.raises(NotFoundError):
            ask.path(corpus_store, start, end)
    with pytest.raises(NotFoundError, match="nothing in the graph joins"):
        ask.path(corpus_store, "angus-king", "mike-rounds", as_of="2025-11-21")


def test_over_http(client: TestClient) -> None:
    assert client.get(f"/chains/{UMEROV}").json()["anonymous_only"] is True
    assert client.get("/chains/x").status_code == 404
    steps = client.get("/path?from=rustem-umerov&to=us-officials").json()["steps"]
    assert [s["edge"] and s["edge"]["type"] for s in steps] == [
        "SPOKEN_BY", "DENIES", "ASSERTS", "SPOKEN_BY", None,
    ]  # fmt: skip
    assert client.get("/path?from=tobin-fenn&to=rustem-umerov").status_code == 404
    assert client.get("/path?from=tobin-fenn").status_code == 422
