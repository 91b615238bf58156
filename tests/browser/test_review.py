"""What needs a person: decided on the page, told with its words, undone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from api.main import create_app
from graph import ask
from graph.settings import Settings
from graph.store import Store

from ..conftest import put
from .conftest import serving, visit
from .river import articles


@pytest.fixture(scope="module")
def river(database: Store, cypher: Callable[..., object]) -> Store:
    """The store with the two articles; each test leaves it as it was."""
    cypher("MATCH (n) DETACH DELETE n")
    for article in articles():
        put(database, article)
    return database


@pytest.fixture(scope="module")
def site(settings: Settings, river: Store) -> Iterator[str]:
    with serving(create_app(settings, river, bound="127.0.0.1")) as address:
        yield address


def section(page: Page, name: str) -> Locator:
    return page.locator(f"#review-{name}")


def test_what_the_reader_was_unsure_of_comes_first(page: Page) -> None:
    visit(page, "#/review")
    titles = page.locator(".review section > h2").all_text_contents()
    assert titles == [
        "Statements that the extractor was unsure of",
        "Denials whose claim is unknown",
        "Denials that a rule linked to a claim",
        "Actors that may be one",
    ]
    unsure = section(page, "unsure").locator(".review-item")
    expect(unsure.locator("mark")).to_have_text("that")
    expect(unsure).to_contain_text("Officials")
    assert page.locator("[data-item]").count() == 4  # Each once, though the doubt is unlinked too.


def test_a_candidate_is_chosen_with_its_reasons(page: Page, river: Store) -> None:
    visit(page, "#/review")
    item = section(page, "denials").locator(".review-item")
    expect(item.locator(".choices")).to_contain_text("claimed by Anna Berg")
    item.get_by_label("Sudria opened the gates").check()
    item.get_by_role("button", name="Link", exact=True).click()
    made = section(page, "judged")
    expect(made).to_contain_text("Linked by judgement")
    expect(made.locator("q")).to_have_text("it")
    expect(section(page, "denials")).to_have_count(0)
    made.get_by_role("button", name="Undo").click()
    expect(section(page, "denials").locator(".review-item")).to_have_count(1)
    assert ask.judgements(river).items == []


def test_a_claim_is_found_by_its_words(page: Page, river: Store) -> None:
    visit(page, "#/review")
    item = section(page, "denials").locator(".review-item")
    item.get_by_label("another claim").check()
    item.get_by_label("Words of that claim", exact=True).fill("pays 20 million")
    item.get_by_role("option", name="Norland pays 20 million").wait_for()
    item.get_by_role("button", name="Link", exact=True).click()
    expect(section(page, "judged").locator("q")).to_have_text("it")
    (made,) = ask.judgements(river).items
    assert ask.claim(river, made.claim).claim == "Norland pays 20 million"
    section(page, "judged").get_by_role("button", name="Undo").press("Enter")
    expect(section(page, "judged")).to_have_count(0)
    told = page.locator(".review-told")
    expect(told).to_have_text("Undone: Linked by judgement")
    expect(told).to_be_focused()


def test_a_link_by_rule_is_dismissed(page: Page, river: Store) -> None:
    visit(page, "#/review")
    item = section(page, "linked").locator(".review-item")
    expect(item).to_contain_text("Pavel Lindhov signed")
    item.get_by_role("button", name="It does not mean that claim").click()
    expect(section(page, "judged")).to_contain_text("Judged to mean no claim of the graph")
    section(page, "judged").get_by_role("button", name="Undo").click()
    expect(section(page, "linked").locator(".review-item")).to_have_count(1)
    assert ask.judgements(river).items == []


def test_two_actors_become_one_and_two_again(page: Page, river: Store) -> None:
    visit(page, "#/review")
    pair = section(page, "alike").locator(".review-item")
    pair.get_by_role("button", name="Pavel Lindhov is Pavel Lindhof").press("Enter")
    expect(section(page, "judged")).to_contain_text("pavel-lindhov is merged into pavel-lindhof")
    assert [a.id for a in ask.actor(river, "pavel-lindhov").merged_from] == ["pavel-lindhov"]
    section(page, "judged").get_by_role("button", name="Undo").press("Enter")
    expect(section(page, "alike").locator(".review-item")).to_have_count(1)
    assert ask.judgements(river).items == []


def test_the_review_is_accessible(
    page: Page, dark_page: Page, phone: Page, axe: Callable[[Page], list[str]]
) -> None:
    for each in (page, dark_page):
        visit(each, "#/review")
        assert axe(each) == []
    visit(phone, "#/review")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
