"""Every view of a graph whose every word wants to run, found by following links: nothing runs."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Page

from api.main import create_app
from graph.settings import Settings
from graph.store import Store

from ..conftest import ROOT, put
from ..hostile import HOSTILE
from .conftest import READY, serving, tab

VIEWS = [
    "disputes", "disputes?status=all", "contradictions", "actors", "terms", "plans", "plans/halm-accord",
    "plans/halm-accord/diff", "board/halm-accord", "search?q=img", "add", "documents", "review", "network",
    "timeline", "changes?from=2033-01-01&to=2033-12-31", "shifts", "origins", "silence?plan=halm-accord",
    "watch", "overreach",
]  # fmt: skip
SAME = 2
"""Links of one sort that are followed: /actors/…, /terms/…"""


WATCH = """window.violated = [];
document.addEventListener("securitypolicyviolation", each => violated.push(each.blockedURI));"""
LINKS = "all => all.map(a => a.getAttribute('href'))"
PROTOCOLS = "all => all.map(a => a.protocol).filter(p => !['http:', 'https:', 'blob:'].includes(p))"


@pytest.fixture
def evil(browser: Browser, settings: Settings, store: Store) -> Iterator[Page]:
    for annotation in HOSTILE:
        put(store, annotation)
    watch = settings.model_copy(update={"watch": ROOT / "examples/strait/watch.yaml"})
    with serving(create_app(watch, store)) as site, tab(browser, site) as page:
        page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
        page.add_init_script(WATCH)
        yield page


def test_nothing_runs_in_any_view(evil: Page) -> None:
    waiting, seen, sorts = [f"#/{view}" for view in VIEWS], set[str](), Counter[str]()
    while waiting:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        evil.goto("about:blank")
        evil.goto(f"./{address}")
        evil.wait_for_selector(READY)
        quiet(evil, address)
        for link in evil.eval_on_selector_all("#main a[href^='#/']", LINKS):
            sort = link.split("?")[0].rpartition("/")[0] if link.count("/") > 1 else link.split("?")[0]
            if link not in seen and sorts[sort] < SAME:
                sorts[sort] += 1
                waiting.append(link)
    opened = {urldefrag(address).fragment.strip("/").split("/")[0].split("?")[0] for address in seen}
    assert {"claims", "terms", "documents", "actors", "board", "origins"} <= opened, opened


def quiet(page: Page, address: str) -> None:
    """Open what can be opened, and fail if anything ran, was asked for, or became an element."""
    page.eval_on_selector_all("#main details", "all => all.forEach(each => (each.open = true))")
    assert page.evaluate("[window.pwned ?? 0, window.violated.length]") == [0, 0], address
    made = page.locator("#main :is(script, iframe, img, object, embed, [onerror], [onload], [onmouseover])")
    assert made.count() == 0, address
    assert page.eval_on_selector_all("a[href]", PROTOCOLS) == [], address
