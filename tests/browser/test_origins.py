"""Where claims come from, who is silent, which headlines say too much: as the page shows them."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from api.main import create_app
from graph.settings import Settings
from graph.store import Store

from ..strait import fill
from .conftest import serving, visit

pytestmark = pytest.mark.timeout(900)
VIEWS = ["#/origins", "#/silence?plan=halm-accord", "#/silence", "#/overreach"]


@pytest.fixture(scope="module")
def site(settings: Settings, database: Store, cypher: Callable[..., object]) -> Iterator[str]:
    cypher("MATCH (n) DETACH DELETE n")
    fill(database)
    with serving(create_app(settings, database)) as address:
        yield address


@pytest.mark.parametrize("address", VIEWS)
def test_a_view_is_accessible_and_fits_a_phone(
    page: Page, dark_page: Page, phone: Page, axe: Callable[[Page], list[str]], address: str
) -> None:
    for each in (page, dark_page, phone):
        visit(each, address)
        assert each.locator("h1").count() == 1
    assert axe(page) == []
    assert axe(dark_page) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_claim_in_many_papers_has_one_origin(page: Page) -> None:
    visit(page, "#/origins?anonymous_only=true")
    card = page.locator(".card").filter(has_text="Emil Tarrant approved most").first
    expect(card.locator(".origins-told")).to_contain_text("1 independent origin")
    expect(card.locator(".origins-told")).to_contain_text("6 outlets")
    expect(card.locator(".origins-told")).to_contain_text("weakest hop: anonymous")
    card.locator("summary").click()
    expect(card.locator("details li")).to_have_count(2)
    card.locator(".card-title").click()
    where = page.locator("section").filter(has=page.get_by_role("heading", name="Where it comes from"))
    expect(where.locator(".origins-told")).to_contain_text("anonymous sources only")


def test_the_map_of_silence_is_reached_from_the_plan(page: Page) -> None:
    visit(page, "#/plans/halm-accord")
    page.get_by_role("link", name="Who is silent").click()
    expect(page.locator(".board .silent")).to_have_count(13)
    page.get_by_role("link", name="Claims on anything").click()
    expect(page.get_by_text("Oleg Marn has not answered")).to_be_visible()
    expect(page.get_by_text("Denied 44 days later")).to_be_visible()


def test_a_headline_is_shown_with_what_the_article_has(page: Page) -> None:
    visit(page, "#/documents")
    page.get_by_role("link", name="Headlines that say more").click()
    cards = page.locator(".view-overreach .card")
    expect(cards).to_have_count(4)
    expect(cards.filter(has_text="walks out of Greywater")).to_contain_text("Nothing on the matter.")
    expect(cards.filter(has_text="give up Skerra")).to_contain_text("the writer's inference only")
