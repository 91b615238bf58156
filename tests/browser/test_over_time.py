"""Changes, shifts and stale cells on the page, from the fictional negotiation."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from api.main import create_app
from graph.ingest import store_documents, understand
from graph.settings import Settings
from graph.store import Store

from ..test_strait import FILES, PLAN
from .conftest import serving, visit

# The first writes of 26 documents into a cold engine are slow on a busy machine.
pytestmark = pytest.mark.timeout(900)
CHANGES = f"#/changes?from=2033-03-26&to=2033-04-20&plan={PLAN}"
VIEWS = [
    CHANGES,
    "#/shifts",
    f"#/board/{PLAN}?as_of=2033-03-26",
    "#/actors/pavel-dorn",
    "#/timeline?actor=pavel-dorn",
]


@pytest.fixture(scope="module")
def site(settings: Settings, database: Store, cypher: Callable[..., object]) -> Iterator[str]:
    cypher("MATCH (n) DETACH DELETE n")
    for path in FILES:
        store_documents(path, understand(path, Settings()), database)
    with serving(create_app(settings, database)) as address:
        yield address


def test_changes_of_a_plan_tell_what_did_them(page: Page) -> None:
    visit(page, "#/plans/halm-accord")
    page.get_by_role("link", name="What changed", exact=True).click()
    page.get_by_label("From", exact=True).fill("2033-03-26")
    page.get_by_label("To", exact=True).fill("2033-04-20")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Disputes:")).to_be_visible()
    card = page.locator(".card", has_text="Taken back by").first
    expect(card.locator(".chip-status-disputed")).to_be_visible()
    row = page.get_by_role("row", name="Pavel Dorn").filter(has_text="We reject 520,000")
    expect(row).to_contain_text("no stance")
    expect(row.locator(".source-title").first).to_be_visible()
    expect(page.get_by_text("stale: amount").first).to_be_visible()


def test_what_is_typed_meanwhile_into_another_field_is_not_lost(page: Page) -> None:
    """The view of the first field comes late: by then the second is half typed."""
    visit(page, "#/changes?plan=halm-accord")

    def later(route: Route) -> None:
        page.wait_for_timeout(700)
        route.continue_()

    page.route("**/plans?*", later)
    page.get_by_label("From", exact=True).fill("2033-03-26")
    page.keyboard.press("Tab")
    page.keyboard.type("2033-04")
    page.wait_for_timeout(2000)
    page.keyboard.type("-20")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Disputes:")).to_be_visible()
    assert "to=2033-04-20" in page.url


def test_without_dates_or_changes_the_page_says_what_to_do(page: Page) -> None:
    visit(page, "#/changes")
    expect(page.get_by_text("Give two dates, the earlier first.")).to_be_visible()
    visit(page, "#/changes?from=2034&to=2035")
    expect(page.get_by_text("No dispute changed.")).to_be_visible()


def test_a_shift_has_both_quotes_and_leads_to_the_words(page: Page) -> None:
    visit(page, "#/shifts?actor=pavel-dorn")
    card = page.locator(".card", has_text="We have had the first draft since 2 March")
    expect(card).to_contain_text("No draft has reached Torv")
    expect(page.get_by_role("table", name="How often actors kept to what they had said")).to_contain_text(
        "33%"
    )
    card.locator(".source-title").last.click()
    expect(page.locator("mark").first).to_be_visible()


def test_the_timeline_marks_a_shift_and_ties_it_to_the_words_before(page: Page) -> None:
    visit(page, "#/timeline?actor=pavel-dorn")
    words = "We have had the first draft since 2 March"
    moment = page.locator(".moment", has_text=words, has=page.locator(".shifted"))
    line = moment.locator(".shifted")
    expect(line).to_contain_text("denies")
    expect(page.locator(".chart .bar-shift").first).to_be_visible()
    assert page.locator(f'.tie-shift[data-from="{moment.get_attribute("id")}"]').count() == 1
    line.locator("button").press("Enter")
    expect(page.locator(".moment:focus")).to_contain_text("No draft has reached Torv")
    visit(page, "#/timeline?until=1900")
    expect(page.locator(".shifted")).to_have_count(0)


def test_an_actor_shows_its_shifts_and_what_it_took_back(page: Page) -> None:
    visit(page, "#/actors/irina-solt")
    expect(page.get_by_text("it kept to what it had said in 50%")).to_be_visible()
    expect(page.get_by_role("heading", name="Taken back", exact=True)).to_be_visible()


def test_a_stale_cell_says_so(page: Page) -> None:
    visit(page, f"#/board/{PLAN}?as_of=2033-03-26")
    cell = page.get_by_role("button", name="Jonas Teller rejects").filter(has_text="stale: amount")
    expect(cell).to_be_visible()
    cell.click()
    expect(page.get_by_role("dialog")).to_contain_text("stale: amount")


@pytest.mark.parametrize("view", VIEWS)
def test_views_are_accessible(
    page: Page, dark_page: Page, phone: Page, axe: Callable[[Page], list[str]], view: str
) -> None:
    for tab in (page, dark_page, phone):
        visit(tab, view)
        assert axe(tab) == []
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
