"""What the page shows while it waits, and where a filter is refused."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from .conftest import visit

WAITING = "main > .waiting"


def hold(page: Page, pattern: str) -> list[Route]:
    """Keep the requests for an address unanswered."""
    held: list[Route] = []
    page.route(re.compile(pattern), lambda route: held.append(route))
    return held


def forget_errors(page: Page, *statuses: int) -> None:
    """Take errors of these statuses off what the browser logged; there must be some."""
    errors: list[str] = page.errors  # pyright: ignore[reportAttributeAccessIssue]
    assert errors
    assert all(any(str(status) in error for status in statuses) for error in errors)
    errors.clear()


def test_a_slow_view_says_at_once_what_is_loading(page: Page, axe: Callable[[Page], list[str]]) -> None:
    held = hold(page, r"/disputes\?")
    page.goto("./#/disputes")
    expect(page.locator(WAITING)).to_contain_text("Loading disputes")
    expect(page.locator("#announcer")).to_contain_text("Loading disputes")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who disputes which claim")
    assert axe(page) == []
    held[0].continue_()
    expect(page.locator(".dispute").first).to_be_visible()
    expect(page.locator(WAITING)).to_have_count(0)


def test_a_view_without_a_heading_yet_is_not_blank(page: Page) -> None:
    asked = re.compile(r"\d/plans/28-point-plan$")
    hold(page, asked.pattern)
    with page.expect_request(asked):
        page.goto("./#/plans/28-point-plan")
    expect(page.locator(WAITING)).to_contain_text("Loading the plan")


def test_who_goes_elsewhere_gives_it_up(page: Page) -> None:
    visit(page, "#/actors")
    held = hold(page, r"/disputes\?")
    page.get_by_role("link", name="Disputes", exact=True).click()
    expect(page.locator(WAITING)).to_contain_text("go elsewhere")
    with page.expect_event("requestfailed", lambda request: "/disputes?" in request.url):
        page.get_by_role("link", name="Actors", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who speaks")
    expect(page.locator(".row").first).to_be_visible()
    expect(page.locator(WAITING)).to_have_count(0)
    page.wait_for_timeout(400)
    expect(page.locator(WAITING)).to_have_count(0)
    assert held


def test_a_fast_answer_does_not_flicker(page: Page) -> None:
    page.add_init_script("""new MutationObserver((all) => {
      const added = all.flatMap((each) => [...each.addedNodes]);
      if (added.some((node) => node.className === "waiting")) window.flickered = true;
    }).observe(document, { childList: true, subtree: true })""")
    visit(page, "#/actors")
    page.route(re.compile(r"\d/search\?"), lambda route: route.fulfill(json={"items": [], "next": None}))
    page.evaluate("window.flickered = false")
    visit(page, "#/search?q=plan")
    expect(page.get_by_text("Nothing in the graph has these words.")).to_be_visible()
    assert page.evaluate("window.flickered") is False


def test_more_of_a_list_says_that_it_is_loading(page: Page) -> None:
    visit(page, "#/search?q=plan")
    held = hold(page, r"/search\?.*after=")
    more = page.get_by_role("button", name="Show more")
    more.click()
    more.click(force=True)
    expect(page.locator(".pages-foot .waiting")).to_contain_text("Loading more results")
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator(".pages-foot .waiting")).to_have_count(0)


@pytest.mark.parametrize("typed", ["2033-13-45", "2025-1", "soon"])
def test_a_date_that_is_none_is_told_at_the_field(
    page: Page, axe: Callable[[Page], list[str]], typed: str
) -> None:
    visit(page, "#/disputes")
    shown = page.locator(".dispute").count()
    since = page.get_by_label("Since")
    since.fill(typed)
    page.keyboard.press("Enter")
    expect(page.locator(".field-error")).to_contain_text("A year, a month or a day")
    expect(since).to_have_attribute("aria-describedby", "filter-since-error")
    expect(since).to_be_focused()
    assert page.locator(".dispute").count() == shown
    assert axe(page) == []
    since.fill("2025-11")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"since=2025-11$"))
    expect(page.locator(".field-error")).to_have_count(0)


def test_a_day_that_no_calendar_has_is_told_at_the_field_and_what_was_shown_stays(page: Page) -> None:
    visit(page, "#/disputes?text=wish")
    title = page.locator(".card-title").inner_text()
    page.get_by_label("Since").fill("2025-02-30")
    page.keyboard.press("Enter")
    expect(page.locator(".field-error")).to_contain_text("the calendar has no such day")
    expect(page.locator(".card-title")).to_have_text(title)
    expect(page.get_by_label("Since")).to_have_value("2025-02-30")
    expect(page.get_by_label("Since")).to_be_focused()
    assert page.url.endswith("#/disputes?text=wish")
    page.get_by_label("Since").fill("2025")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("since=2025"))
    expect(page.locator(".card-title")).to_have_text(title)
    forget_errors(page, 400)


def test_an_unknown_actor_is_told_at_the_field_with_who_is_like_it(page: Page) -> None:
    visit(page, "#/disputes")
    page.get_by_label("Actor", exact=True).fill("rustem-umerow")
    page.keyboard.press("Enter")
    expect(page.locator(".field-error")).to_contain_text("nearest: rustem-umerov")
    expect(page.locator(".dispute").first).to_be_visible()
    forget_errors(page, 404)


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("#/disputes?since=2033-13-45", "Since"),
        ("#/timeline?until=2025-02-30", "Until"),
        ("#/shifts?since=x", "Since"),
        ("#/documents?publisher=nobody", "Publisher"),
        ("#/changes?from=2025-02-30&to=2026", "From"),
        ("#/overreach?as_of=x", "As published by"),
        ("#/origins?actor=nobody", "First speaker"),
        ("#/silence?actor=nobody", "Actor"),
        ("#/contradictions?kind=none", "Kind"),
        ("#/disputes?status=none", "Which claims"),
    ],
)
def test_an_address_with_a_refused_filter_keeps_the_form(page: Page, address: str, field: str) -> None:
    visit(page, address)
    told = page.locator(".field", has=page.get_by_label(field, exact=True)).locator(".field-error")
    expect(told).to_have_count(1)
    expect(page.get_by_text("Nothing is shown until")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    forget_errors(page, 400, 404, 422)


def test_on_a_phone_the_folded_filters_open_where_one_is_refused(phone: Page) -> None:
    visit(phone, "#/disputes?since=2025-02-30")
    expect(phone.locator(".field-error")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    forget_errors(phone, 400)


def test_what_is_wrong_otherwise_leaves_the_filters_in_place(page: Page) -> None:
    late = {"status": 504, "title": "Query timeout", "detail": "Give actor."}
    page.route(re.compile(r"/disputes\?"), lambda route: route.fulfill(status=504, json=late))
    visit(page, "#/disputes")
    expect(page.get_by_role("alert")).to_contain_text("Give actor.")
    expect(page.get_by_label("Actor", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    forget_errors(page, 504)
