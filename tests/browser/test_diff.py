"""Two drafts side by side: the words that changed, the stances on them, and an alignment corrected."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from api.main import create_app
from graph import judge
from graph.project import project
from graph.read.annotation import load_annotation
from graph.settings import Settings
from graph.store import Store
from graph.write import write_document

from ..conftest import ROOT
from .conftest import serving, visit

STRAIT = ROOT / "examples" / "strait" / "annotations"
DIFF = "#/plans/halm-accord/diff"
FIRST = DIFF + "?old=halm-accord:d1&new=halm-accord:d2"
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def drafts_store(database: Store, cypher: Any) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    for stem in ("01-draft-1", "02-wire-tarrant", "14-draft-2", "15-wire-second-draft", "23-draft-3"):
        write_document(database, project(load_annotation(STRAIT / f"{stem}.yaml")))
    return database


@pytest.fixture(scope="module")
def site(settings: Settings, drafts_store: Store) -> Iterator[str]:
    with serving(create_app(settings, drafts_store, bound="127.0.0.1")) as address:
        yield address


def pair(page: Page, name: str) -> Any:
    return page.locator(".pair").filter(has=page.get_by_role("link", name=name)).first


def test_changed_words_and_stale_stances_are_shown(page: Page) -> None:
    visit(page, FIRST)
    cap = pair(page, "Ceiling on the army")
    expect(cap.locator("del")).to_have_text("400,000")
    expect(cap.locator("ins")).to_have_text("480,000")
    expect(cap.locator(".labels").first).to_contain_text("another value")
    expect(cap.locator(".pair-stances")).to_contain_text(["stale: another value"])
    expect(cap.locator(".pair-stances q").first).to_have_text("We will not accept a ceiling of 400,000")
    expect(pair(page, "Language on Skerra")).to_contain_text("Not in this draft.")


def test_a_plan_leads_to_its_drafts_and_others_are_chosen(page: Page) -> None:
    visit(page, "#/plans/halm-accord")
    page.get_by_role("link", name="The two newest side by side").click()
    expect(page.get_by_label("Newer draft")).to_have_value("halm-accord:d3")
    expect(page.get_by_label("Older draft")).to_have_value("halm-accord:d2")
    page.get_by_label("Older draft").select_option("halm-accord:d1")
    expect(page.locator(".pair-heads")).to_contain_text("first draft")
    page.get_by_label("Show").select_option("changed")
    expect(page.locator(".pair").filter(has_text="kept")).to_have_count(0)


def test_a_person_corrects_an_alignment_and_takes_it_back(page: Page) -> None:
    visit(page, FIRST)
    language = pair(page, "Language on Skerra")
    expect(language.locator(".labels").first).to_contain_text("dropped")
    language.get_by_text("Correct this").click()
    language.get_by_label("Of the second draft").select_option("halm-accord:d2:ferry")
    language.get_by_role("button", name="They are one matter").click()
    expect(language).to_contain_text("put together by a person")
    expect(language.locator(".labels").first).to_contain_text("reworded")
    language.get_by_role("button", name="Undo").click()
    expect(language.locator(".labels").first).to_contain_text("dropped")


def test_a_judged_pair_that_contradicts_is_refused_at_its_place(page: Page, drafts_store: Store) -> None:
    made = judge.align(drafts_store, ["halm-accord:d1:language"], [])
    try:
        visit(page, FIRST)
        ferry = pair(page, "Ferry")
        ferry.get_by_text("Correct this").click()
        ferry.get_by_label("Of the first draft").select_option("halm-accord:d1:language")
        page.errors.clear()  # pyright: ignore[reportAttributeAccessIssue]
        ferry.get_by_role("button", name="They are one matter").click()
        expect(ferry).to_contain_text("it is judged already")
        page.errors.clear()  # pyright: ignore[reportAttributeAccessIssue]
    finally:
        judge.undo(drafts_store, made.id)


def test_it_is_accessible_in_light_dark_and_on_a_phone(
    page: Page, dark_page: Page, phone: Page, axe: Callable[[Page], list[str]]
) -> None:
    for shown in (page, dark_page, phone):
        visit(shown, FIRST)
        shown.get_by_text("Correct this").first.click()
        expect(shown.locator("select[multiple]").first).to_be_visible()
        assert axe(shown) == []
    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


def test_a_plan_without_drafts_says_so(page: Page, drafts_store: Store) -> None:
    visit(page, "#/plans/nothing/diff")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Not found")
    page.errors.clear()  # pyright: ignore[reportAttributeAccessIssue]


def test_a_provision_leads_to_its_draft_on_the_board_of_its_plan(page: Page) -> None:
    visit(page, "#/terms/halm-accord:d2:army-cap")
    page.get_by_role("link", name="Deal board of the second draft").click()
    expect(page.get_by_label("Draft")).to_have_value("halm-accord:d2")
    expect(page.get_by_role("row", name="Ceiling on the army")).to_have_count(1)
