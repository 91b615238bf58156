"""A real Chromium looks at the page, which a real server serves from the sample corpus.

* `site` is the address of the server, for the tests of one module.
* `page` is a fresh tab; at the end of the test it must have logged no error and asked no other origin.
* `dark_page` and `phone` are the same with a dark scheme and 390 pixels of width.
* `axe` runs axe-core on a tab and returns what is serious.
"""

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from api.main import create_app
from graph.settings import Settings
from graph.store import Store

from ..conftest import NO_CHROMIUM

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 60_000
"""Milliseconds; the first question of its kind is compiled, on a machine that others use too."""
READY = "#main .view:not([aria-busy])"

expect.set_options(timeout=PATIENCE)


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """Serve an app on loopback, on a port that the system picks."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        finally:
            server.should_exit = True
            thread.join(timeout=30)


@pytest.fixture(scope="module")
def site(settings: Settings, corpus_store: Store) -> Iterator[str]:
    with serving(create_app(settings, corpus_store)) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium of the system; of a module, because its event loop would stand in others' way."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def tab(browser: Browser, site: str, **options: Any) -> Iterator[Page]:
    """A tab that must log no error and ask nobody but the site; a test may take errors off `page.errors`."""
    context = browser.new_context(base_url=site, **options)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    errors: list[str] = []
    foreign: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    context.on("request", lambda r: foreign.append(r.url) if not _own(r.url, site) else None)
    page.errors = errors  # pyright: ignore[reportAttributeAccessIssue]
    yield page
    context.close()
    assert errors == []
    assert foreign == []


def _own(url: str, site: str) -> bool:
    return url.startswith((site, f"blob:{site}"))


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    with tab(browser, site, viewport={"width": 1200, "height": 900}) as page:
        yield page


@pytest.fixture
def dark_page(browser: Browser, site: str) -> Iterator[Page]:
    with tab(browser, site, viewport={"width": 1200, "height": 900}, color_scheme="dark") as page:
        yield page


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    size = {"width": 390, "height": 844}
    with tab(browser, site, viewport=size, has_touch=True, is_mobile=True) as page:
        yield page


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    def run(page: Page) -> list[str]:
        found = Axe().run(page).response["violations"]
        return [
            f"{each['id']}: {node['html']} {node.get('failureSummary', '')}"
            for each in found
            if each["impact"] in ("serious", "critical")
            for node in each["nodes"]
        ]

    return run


def visit(page: Page, address: str) -> None:
    """Open a view and wait until it is there."""
    page.goto(f"./{address}")
    page.wait_for_selector(READY)
