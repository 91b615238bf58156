"""Packs of the fictional negotiation, in which much is retracted, denied across documents and merged: all verify."""

from pathlib import Path

import pytest

from graph import ask, judge
from graph.packs import make_pack, verify_pack
from graph.settings import Settings
from graph.store import Store

from .conftest import put
from .test_strait import ANNOTATIONS


@pytest.fixture
def strait(store: Store) -> Store:
    for annotation in ANNOTATIONS.values():
        put(store, annotation)
    return store


def verified(store: Store, settings: Settings, file: Path) -> int:
    """Make and verify a pack of every claim; return how many there are."""
    after: str | None = None
    number = 0
    while True:
        page = ask.disputes(store, status=None, limit=100, after=after)
        for claim in page.items:
            make_pack(store, settings.base_iri, claim.id, file)
            found = verify_pack(file)
            assert found.verified, (claim.claim, [f for check in found.checks for f in check.failures])
            number += 1
        after = page.next
        if after is None:
            return number


@pytest.mark.timeout(900)
def test_every_claim_verifies_before_and_after_judgements(
    strait: Store, settings: Settings, tmp_path: Path
) -> None:
    assert verified(strait, settings, tmp_path / "p.zip") > 50
    judge.merge(strait, "brennick-officials", "brennick-official")
    judge.reject(strait, ask.disputes(strait, limit=1).items[0].denying[0].id)
    assert verified(strait, settings, tmp_path / "p.zip") > 50
