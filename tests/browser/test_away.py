"""The page when the database is away, and when the service is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from api.main import create_app
from graph.settings import Settings

from .conftest import serving, tab, visit


@pytest.fixture
def alone(browser: Browser) -> Iterator[Page]:
    """A page whose service has no database."""
    settings = Settings(neo4j_uri="bolt://127.0.0.1:1", neo4j_password="none")
    with serving(create_app(settings)) as site, tab(browser, site) as page:
        yield page
        errors = page.errors  # pyright: ignore[reportAttributeAccessIssue]
        assert all("503" in error or "ERR_CONNECTION_REFUSED" in error for error in errors)
        errors.clear()


@pytest.mark.parametrize("address", ["#/disputes", "#/plans", "#/claims/1", "#/search?q=plan"])
def test_without_a_database_it_says_how_to_start_it(alone: Page, address: str) -> None:
    visit(alone, address)
    expect(alone.get_by_role("heading", level=1)).to_have_count(1)
    expect(alone.get_by_role("alert")).to_contain_text("counterclaim neo4j start")
    expect(alone.get_by_role("button", name="Try again")).to_be_visible()


def test_when_the_service_is_gone_it_says_so_and_comes_back(browser: Browser, site: str) -> None:
    with tab(browser, site) as page:
        visit(page, "#/plans")
        page.route("**/disputes?**", lambda route: route.abort())
        page.get_by_role("link", name="Disputes").click()
        expect(page.get_by_role("alert")).to_contain_text("The service does not answer")
        page.unroute("**/disputes?**")
        page.get_by_role("button", name="Try again").click()
        expect(page.locator(".dispute").first).to_be_visible()
        page.errors.clear()  # pyright: ignore[reportAttributeAccessIssue]
