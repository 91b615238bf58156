"""The radar and what-if: both quotes, a false alarm dismissed and brought back, a value changed."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from api.main import create_app
from graph import ask
from graph.read.annotation import load_annotation
from graph.settings import Settings
from graph.store import Store

from ..conftest import ROOT, put
from .conftest import serving, visit

TOLD = (
    "06-gazette-no-draft", "12-gazette-greywater", "14-draft-2", "15-wire-second-draft", "16-briefing-torv",
    "19-quill-withdraws",
)  # fmt: skip
RADAR = "#/contradictions"
CAP = "#/terms/halm-accord:d2:army-cap"


@pytest.fixture(scope="module")
def strait(database: Store, cypher: Callable[..., object]) -> Store:
    """The store with some articles of the fictional negotiation; each test leaves it as it was."""
    cypher("MATCH (n) DETACH DELETE n")
    for stem in TOLD:
        put(database, load_annotation(ROOT / "examples" / "strait" / "annotations" / f"{stem}.yaml"))
    return database


@pytest.fixture(scope="module")
def site(settings: Settings, strait: Store) -> Iterator[str]:
    with serving(create_app(settings, strait, bound="127.0.0.1")) as address:
        yield address


def test_each_kind_stands_with_both_quotes(page: Page) -> None:
    visit(page, RADAR)
    titles = page.locator("main section > h2").all_text_contents()
    assert titles == [
        "One actor against itself",
        "One outlet against itself",
        "Two values for one provision",
        "Dated before what it reports",
        "Two actors who say they wrote it",
    ]
    dorn = page.locator(".contradiction").first
    expect(dorn).to_contain_text("Pavel Dorn")
    words = dorn.locator("q").all_text_contents()
    assert "No draft has reached Torv" in words
    assert "We have had the first draft since 2 March" in words
    values = page.locator(".contradiction", has_text="60 days")
    expect(values.locator("strong")).to_have_text(["60 days", "90 days"])
    values.get_by_role("link", name="Quill").first.click()
    expect(page).to_have_url(re.compile(r"\?at=\d+-\d+"))


def test_a_false_alarm_is_dismissed_and_brought_back(page: Page, strait: Store) -> None:
    visit(page, f"{RADAR}?kind=dated-before")
    card = page.locator(".contradiction")
    card.get_by_role("button", name="Dismiss as a false alarm").click()
    expect(card).to_contain_text("false alarm")
    expect(card).to_be_focused()
    assert ask.contradictions(strait, kind="dated-before").items == []
    card.get_by_role("button", name="Undo").press("Enter")
    expect(card.get_by_role("button", name="Dismiss as a false alarm")).to_be_visible()
    assert ask.judgements(strait).items == []


def test_what_was_dismissed_is_shown_when_asked_for(page: Page, strait: Store) -> None:
    visit(page, f"{RADAR}?kind=dated-before")
    page.get_by_role("button", name="Dismiss as a false alarm").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    visit(page, RADAR)
    assert "Dated before" not in "".join(page.locator("main h2").all_text_contents())
    page.get_by_label("Dismissed").select_option("true")
    expect(page.locator("main h2", has_text="Dated before")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    assert ask.judgements(strait).items == []


def test_a_value_is_changed_on_the_page_of_its_term(page: Page) -> None:
    visit(page, CAP)
    form = page.get_by_role("form", name="What if")
    form.get_by_label("Another value", exact=True).fill("520,000")
    form.get_by_role("button", name="Who would object?").click()
    answer = page.locator(".whatif-answer")
    expect(answer.locator("h3")).to_have_text("480,000 soldiers → 520,000 soldiers")
    expect(answer.locator(".whatif-effect")).to_have_text(
        ["Jonas Teller loses a reason to object", "Pavel Dorn gains a reason to object"]
    )
    expect(answer).to_contain_text("read as ≥ 500000")
    form.get_by_label("Unit").fill("ships")
    form.get_by_label("Unit").press("Enter")
    expect(answer.get_by_role("alert")).to_contain_text("is counted in soldiers, not in ships")
    page.errors.clear()  # pyright: ignore[reportAttributeAccessIssue]  # The refusal, as the browser logs it.


@pytest.mark.parametrize("address", [RADAR, CAP])
def test_it_is_accessible_and_fits_a_phone(
    page: Page, dark_page: Page, phone: Page, axe: Callable[[Page], list[str]], address: str
) -> None:
    for each in (page, dark_page):
        visit(each, address)
        assert axe(each) == []
    visit(phone, address)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
