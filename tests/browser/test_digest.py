"""The digest: from a plan's page to a page of its own, which needs no script and fits a phone and paper."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from .conftest import visit

PLAN = "#/plans/28-point-plan"
READ = "Read the digest"


def read(page: Page) -> None:
    visit(page, PLAN)
    field = page.get_by_label("What is new since")
    assert field.input_value() == "2025-11-17"
    field.fill("2025-11-21")
    page.get_by_role("button", name=READ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Digest: 28-point plan")


def test_a_plan_leads_to_its_digest_and_a_source_to_its_words(
    page: Page, axe: Callable[[Page], list[str]]
) -> None:
    read(page)
    assert "since=2025-11-21&format=html" in page.url
    assert axe(page) == []
    page.locator("section#new_denials sup a").first.click()
    note = page.locator("li:target")
    expect(note).to_be_visible()
    note.get_by_role("link").click()
    expect(page.locator("#main h1")).to_be_visible()
    assert "#/documents/" in page.url
    assert "?at=" in page.url


def test_it_is_legible_in_dark_and_on_a_phone(
    dark_page: Page, phone: Page, axe: Callable[[Page], list[str]]
) -> None:
    read(dark_page)
    assert axe(dark_page) == []
    read(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_date_that_is_none_is_told(page: Page) -> None:
    visit(page, PLAN)
    page.get_by_label("What is new since").fill("soon")
    page.get_by_role("button", name=READ).click()
    assert "#/plans/28-point-plan" in page.url
