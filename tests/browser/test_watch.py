"""Saved questions: their entries, what is new and what went, and how to begin."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from api.main import create_app
from graph.settings import Settings
from graph.store import Store
from graph.watching.looking import look
from graph.watching.now import state_of
from graph.watching.questions import load_watch
from graph.watching.state import State, save_state

from .conftest import serving, tab, visit

WATCH = "#/watch"


@pytest.fixture(scope="module")
def site(settings: Settings, corpus_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service whose last run had not seen one of the disputes, and had seen one that is no more."""
    file: Path = tmp_path_factory.mktemp("watch") / "w.yaml"
    file.write_text(
        "watch: The plan\nquestions:\n- {id: disputes, title: What is disputed, ask: disputes}\n"
        "- {id: moves, title: Who moved, ask: shifts, actor: nobody}\n",
        encoding="utf-8",
    )
    state, _ = look(corpus_store, load_watch(file), State())
    seen = state.seen["disputes"]
    unseen, *rest = seen.entries
    lost = unseen.model_copy(update={"key": "0" * 16, "text": "What nobody disputes any more"})
    disputes = seen.model_copy(update={"entries": (*rest, lost)})
    save_state(state_of(file), state.model_copy(update={"seen": {**state.seen, "disputes": disputes}}))
    with serving(create_app(settings.model_copy(update={"watch": file}), corpus_store)) as address:
        yield address


def test_questions_stand_with_their_entries_and_lead_on(page: Page, axe: Callable[[Page], list[str]]) -> None:
    visit(page, "#/changes")
    page.get_by_role("link", name="Saved questions").click()
    expect(page.locator("h1")).to_have_text("Saved questions")
    card = page.locator("[data-question=disputes]")
    expect(card).to_contain_text("1 new and 1 gone since the last run")
    expect(card.locator("strong.label")).to_have_text(["new"])
    expect(card).to_contain_text("What nobody disputes any more")
    expect(page.locator("[data-question=moves]")).to_contain_text("Nothing, as far as the graph knows.")
    expect(page.get_by_role("heading", name="Report 1")).to_be_visible()
    card.get_by_text("The words", exact=True).first.click()
    expect(card.locator("q").first).to_be_visible()
    assert axe(page) == []
    card.locator("li a").first.click()
    expect(page).to_have_url(re.compile("#/claims/"))


def test_it_is_legible_in_dark_and_on_a_phone(
    dark_page: Page, phone: Page, axe: Callable[[Page], list[str]]
) -> None:
    visit(dark_page, WATCH)
    assert axe(dark_page) == []
    visit(phone, WATCH)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_questions_it_is_told_how_to_begin(
    browser: Browser, settings: Settings, corpus_store: Store, axe: Callable[[Page], list[str]]
) -> None:
    with serving(create_app(settings, corpus_store)) as site, tab(browser, site) as page:
        visit(page, WATCH)
        expect(page.locator("main")).to_contain_text("counterclaim serve --watch FILE")
        assert axe(page) == []
        page.errors.clear()  # pyright: ignore[reportAttributeAccessIssue]
