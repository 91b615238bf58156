"""An article is added: what is understood is shown first, and stored on demand, with a key if need be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from api.main import create_app
from graph import ask, keys
from graph.read import read_article
from graph.settings import Settings
from graph.store import Store

from ..conftest import ROOT, put
from ..samples import saying
from .conftest import serving, tab, visit

ARTICLE = """Kestrel says the dam will stay

Foreign minister Ada Kestrel said on Monday that Norvale would not remove the dam.
Bo Lind denied that the council had paid for it.
"""
PREVIEW = "Show what is understood"
STORE = "Store this in the graph"


@pytest.fixture
def writing(browser: Browser, settings: Settings, store: Store) -> Iterator[Page]:
    """A page over an empty graph, of a service on loopback."""
    app = create_app(settings, store, bound="127.0.0.1")
    with serving(app) as site, tab(browser, site) as page:
        page.set_default_timeout(60_000)
        yield page


def test_an_empty_graph_says_how_to_begin(writing: Page) -> None:
    visit(writing, "")
    expect(writing.locator(".notice")).to_contain_text("The graph holds no disputed claim yet")
    writing.get_by_role("link", name="Add an article").last.click()
    expect(writing.get_by_role("heading", level=1)).to_have_text("Add an article")


def test_what_is_understood_is_shown_and_stored_only_then(writing: Page, store: Store) -> None:
    visit(writing, "#/add")
    writing.get_by_label("Article", exact=True).fill(ARTICLE)
    writing.get_by_label("Publisher").fill("The Harbour Gazette")
    writing.get_by_label("Published").fill("2031-03-03")
    writing.get_by_role("button", name=PREVIEW).click()
    expect(writing.get_by_role("button", name=STORE)).to_be_enabled(timeout=60_000)
    expect(writing.get_by_role("heading", level=2)).to_be_focused()
    card = writing.locator(".answer .card")
    expect(card).to_contain_text("Ada Kestrel")
    expect(card).to_contain_text("2031-03-03")
    expect(card.locator("q").filter(has_text="the council had paid for it")).to_have_count(1)
    assert ask.documents(store).items == []
    writing.get_by_role("button", name=STORE).click()
    expect(writing.locator(".answer")).to_contain_text("was added", timeout=60_000)
    (document,) = ask.documents(store).items
    assert document.published == "2031-03-03"
    href = writing.locator(".answer .notice a").get_attribute("href")
    assert href == f"#/documents/{document.id}"


def test_what_a_person_made_is_replaced_only_when_asked_again(
    writing: Page, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    text = read_article(tmp_path / "a.txt").text
    put(store, saying("asserts", "ada", text=text, published="2031-03-03"))
    visit(writing, "#/add")
    writing.get_by_label("Article", exact=True).fill(ARTICLE)
    writing.get_by_role("button", name=PREVIEW).click()
    writing.get_by_role("button", name=STORE).click(timeout=60_000)
    expect(writing.locator(".answer .notice")).to_contain_text("a person made what the graph holds of it")
    before = store.revision()
    writing.get_by_role("button", name="Replace what a person made of it").click()
    expect(writing.locator(".answer")).to_contain_text("replaced an earlier reading", timeout=60_000)
    assert store.revision() != before
    errors: list[str] = writing.errors  # pyright: ignore[reportAttributeAccessIssue]
    assert ["409" in error for error in errors] == [True]
    errors.clear()


def test_a_change_takes_back_what_was_shown(writing: Page) -> None:
    visit(writing, "#/add")
    writing.get_by_label("Article", exact=True).fill(ARTICLE)
    writing.get_by_role("button", name=PREVIEW).click()
    expect(writing.get_by_role("button", name=STORE)).to_be_visible(timeout=60_000)
    writing.get_by_label("Title").fill("Another")
    expect(writing.get_by_role("button", name=STORE)).to_have_count(0)


def test_an_annotation_is_a_file_that_says_all_about_itself(writing: Page, store: Store) -> None:
    visit(writing, "#/add")
    path = ROOT / "examples" / "annotations" / "2-kyiv-answers.yaml"
    writing.get_by_label("Or a file").set_input_files(path)
    expect(writing.get_by_label("Publisher")).to_be_disabled()
    writing.get_by_role("button", name=PREVIEW).click()
    expect(writing.locator(".answer .card")).to_contain_text(
        "Ukraine says no to the American plan", timeout=60_000
    )
    writing.get_by_role("button", name=STORE).click()
    expect(writing.locator(".answer")).to_contain_text("was added", timeout=60_000)
    assert len(ask.documents(store).items) == 1


def test_a_file_is_taken_away_and_an_article_written_instead(writing: Page) -> None:
    visit(writing, "#/add")
    path = ROOT / "examples" / "annotations" / "2-kyiv-answers.yaml"
    writing.get_by_label("Or a file").set_input_files(path)
    expect(writing.get_by_label("Publisher")).to_be_disabled()
    writing.get_by_role("button", name="Take the file away").click()
    expect(writing.get_by_label("Publisher")).to_be_enabled()
    writing.get_by_label("Article", exact=True).fill(ARTICLE)
    writing.get_by_label("Author").fill("Ina Voss")
    sent: list[str] = []
    writing.on("request", lambda r: sent.append(r.post_data or "") if r.method == "POST" else None)
    writing.get_by_role("button", name=PREVIEW).click()
    expect(writing.locator(".answer .card")).to_contain_text("Kestrel", timeout=60_000)
    assert '"author":"Ina Voss"' in sent[0]


def test_what_cannot_be_read_is_told(writing: Page, store: Store) -> None:
    visit(writing, "#/add")
    broken = {
        "name": "broken.yaml",
        "mimeType": "application/yaml",
        "buffer": b"counterclaim: 1\ndocument: {}\n",
    }
    writing.get_by_label("Or a file").set_input_files(broken)
    writing.get_by_role("button", name=PREVIEW).click()
    expect(writing.get_by_role("alert")).to_contain_text("document", timeout=60_000)
    errors = writing.errors  # pyright: ignore[reportAttributeAccessIssue]
    assert all("status of 4" in error for error in errors)
    errors.clear()
    assert ask.documents(store).items == []


def test_a_key_is_asked_for_only_when_the_server_wants_one(
    browser: Browser, settings: Settings, store: Store
) -> None:
    key = keys.create(settings.home, "page")
    with (
        serving(create_app(settings, store)) as site,
        tab(browser, site) as page,
    ):  # Bound to nothing that it knows.
        visit(page, "#/add")
        page.get_by_label("Article", exact=True).fill(ARTICLE)
        page.get_by_role("button", name=PREVIEW).click()
        asked = page.get_by_role("dialog", name="A key is needed to write")
        expect(asked).to_be_visible()
        asked.get_by_label("Key").fill(key)
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=STORE)).to_be_enabled(timeout=60_000)
        page.get_by_role("button", name=STORE).click()
        expect(page.locator(".answer")).to_contain_text("was added", timeout=60_000)
        errors = page.errors  # pyright: ignore[reportAttributeAccessIssue]
        assert len(errors) == 1
        assert "401" in errors[0]
        errors.clear()
