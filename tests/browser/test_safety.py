"""What articles say is text: it runs nowhere, and an address that would run code is no link."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from api.main import create_app
from graph.models import Annotation
from graph.settings import Settings
from graph.store import Store

from ..conftest import put
from ..samples import saying
from .conftest import serving, tab, visit

EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture
def evil(browser: Browser, settings: Settings, store: Store) -> Iterator[Page]:
    """A page over a graph whose every text is markup."""
    for speaker, act in (("ann", "asserts"), ("bob", "denies")):
        text = f"{speaker} said {EVIL}"
        made = saying(act, speaker, text=text, published="2026-01-01", claim=f"It is {EVIL}").model_dump()
        made["document"] |= {"title": EVIL, "url": "javascript:alert(3)"}
        made["actors"] = [{**actor, "name": f"{actor['name']} {EVIL}"} for actor in made["actors"]]
        put(store, Annotation.model_validate(made))
    with serving(create_app(settings, store)) as site, tab(browser, site) as page:
        page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
        yield page


@pytest.mark.parametrize(
    "address", ["#/disputes", "#/actors", "#/actors/ann", "#/search?q=img", f"#/search?q={EVIL}"]
)
def test_markup_in_articles_is_shown_as_text(evil: Page, address: str) -> None:
    visit(evil, address)
    expect(evil.locator("#main")).to_contain_text("<img src=x onerror=alert(1)>")
    assert evil.locator("#main img, #main script").count() == 0
    assert evil.locator("a[href^='javascript']").count() == 0


def test_markup_in_addresses_is_shown_as_text(evil: Page) -> None:
    visit(evil, f"#/{EVIL}".replace("/", "%2F").replace("#%2F", "#/"))
    expect(evil.get_by_role("heading", level=1)).to_have_text("Nothing is at this address")
    assert evil.locator("#main img, #main script").count() == 0
