"""One article: every mark on its letters, words and cards that lead to each other, corrections undone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from api.main import create_app
from graph import ask
from graph.models import Annotation
from graph.settings import Settings
from graph.store import Store

from ..conftest import put
from ..samples import saying
from .conftest import serving, visit
from .river import ONE, articles, one

Axe = Callable[[Page], list[str]]


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


@pytest.fixture(scope="module")
def article(river: Store) -> str:
    (found,) = (d.id for d in ask.documents(river).items if d.title == "Gates opened")
    return f"#/documents/{found}"


def card(page: Page, words: str) -> Locator:
    quoted = page.locator(".annotation-quote q").get_by_text(words, exact=True)
    return page.locator(".annotation-card").filter(has=quoted)


def settled(page: Page) -> None:
    """Wait until what was clicked has been shown."""
    page.wait_for_load_state("networkidle")


def test_every_mark_holds_its_letters(page: Page, article: str) -> None:
    visit(page, article)
    marked = page.evaluate(
        """() => [...document.querySelectorAll(".article-text .seg")].map(
            (each) => [Number(each.dataset.start), Number(each.dataset.end), each.textContent])"""
    )
    assert len(marked) > 5
    assert all(ONE[start:end] == text for start, end, text in marked)
    text = page.evaluate(
        """() => [...document.querySelectorAll(".article-text p")].map((each) => {
            const copy = each.cloneNode(true);
            copy.querySelectorAll(".ref").forEach((ref) => ref.remove());
            return copy.textContent; })"""
    )
    assert "\n\n".join(text) == ONE


def test_words_within_words_are_both_marked(page: Page, article: str) -> None:
    visit(page, article)
    nested = page.locator(".seg-nested")
    expect(nested).to_have_text("the gates stay shut")
    assert len((nested.get_attribute("data-statements") or "").split()) == 2


def test_markup_in_an_article_stays_text(page: Page, article: str) -> None:
    visit(page, article)
    expect(page.locator(".article-text")).to_contain_text("<b>No</b> & no.")
    assert page.locator(".article-text b").count() == 0


def test_words_and_cards_lead_to_each_other(page: Page, article: str) -> None:
    visit(page, article)
    page.locator(".article-text .ref").first.focus()
    page.keyboard.press("Enter")
    first = card(page, "Sudria had opened the gates")
    expect(first).to_be_focused()
    assert (
        "".join(page.locator(".article-text .seg-words.lit").all_text_contents())
        == "Sudria had opened the gates"
    )
    first.locator(".annotation-head .ref").press("Enter")
    assert page.url.endswith("?at=53-80")
    page.locator(".article-text .seg-words").first.hover()
    expect(first).to_have_class("annotation-card act-asserts lit")


def test_an_address_points_to_words(page: Page, article: str) -> None:
    visit(page, f"{article}?at=53-80")
    mark = page.locator(".seg-at")
    expect(mark.first).to_be_in_viewport()
    assert "".join(mark.all_text_contents()) == "Sudria had opened the gates"


def test_speakers_cues_actors_and_terms_are_marked(page: Page, article: str) -> None:
    visit(page, article)
    marked = {
        layer: page.locator(f".article-text .seg-{layer}").all_text_contents()
        for layer in ("speaker", "cue", "actor", "term")
    }
    assert marked["speaker"] == ["Anna Berg"]
    assert marked["cue"] == ["said", "insisted", "denied", "doubted"]
    assert marked["actor"] == ["Anna Berg", "Pavel Lindhof", "Pavel Lindhof"]
    assert marked["term"] == ["the gates"]
    page.get_by_role("button", name="Pavel Lindhof: show the next place of 2").press("Enter")
    assert page.locator(".article-text .seg-actor.lit").count() == 2


def test_the_legend_hides_what_it_names(page: Page, article: str) -> None:
    visit(page, article)
    page.get_by_label("Words of statements").uncheck()
    expect(page.locator(".article-text .ref").first).to_be_hidden()
    assert page.url.endswith("?hide=words")
    assert page.evaluate("history.state.visit") == 1  # The way back still knows where one was.
    page.reload()
    expect(page.get_by_label("Words of statements")).not_to_be_checked()


@pytest.mark.parametrize(("verb", "told"), [("Accept", "Accepted"), ("Reject", "Rejected")])
def test_a_statement_is_judged_and_the_judgement_undone(
    page: Page, article: str, river: Store, verb: str, told: str
) -> None:
    visit(page, article)
    said = card(page, "Sudria had opened the gates")
    said.get_by_role("button", name=verb, exact=True).click()
    expect(said.locator(".standing")).to_contain_text(told)
    expect(said).to_contain_text(told.lower())
    (made,) = ask.judgements(river).items
    assert made.kind == verb.lower()
    said.get_by_role("button", name="Undo").click()
    expect(said.locator(".standing")).to_have_count(0)
    assert ask.judgements(river).items == []


def test_another_speaker_is_named_and_taken_back(page: Page, article: str, river: Store) -> None:
    visit(page, article)
    said = card(page, "Sudria had opened the gates")
    said.get_by_text("Change the speaker").click()
    said.get_by_label("Said by", exact=True).fill("Zoe Moor")
    said.get_by_role("option", name="New actor: Zoe Moor").wait_for()
    said.get_by_label("Said by: choose").select_option(label="New actor: Zoe Moor · Person")
    said.get_by_label("Why (optional)").fill("misread")
    said.get_by_label("Your name (optional)").fill("Ada")
    said.locator("form").get_by_role("button", name="Change the speaker").click()
    expect(said.locator(".speakers")).to_have_text("Zoe Moor")
    expect(said.locator(".standing")).to_contain_text("Said by Zoe Moor, not anna-berg (Ada): misread")
    said.get_by_role("button", name="Undo").click()
    expect(said.locator(".speakers")).to_have_text("Anna Berg")
    assert ask.judgements(river).items == []


def test_another_speaker_may_be_of_another_kind(page: Page, article: str, river: Store) -> None:
    visit(page, article)
    doubt = card(page, "that")
    expect(doubt.locator(".speakers")).to_have_text("Officials")
    doubt.get_by_text("Change the speaker").click()
    doubt.get_by_label("Said by", exact=True).fill("Anna Berg")
    doubt.get_by_role("option", name="Anna Berg · Person").wait_for()
    doubt.get_by_label("Said by: choose").select_option(index=0)
    doubt.locator("form").get_by_role("button", name="Change the speaker").click()
    expect(doubt.locator(".speakers")).to_have_text("Anna Berg")
    doubt.get_by_role("button", name="Undo").click()
    expect(doubt.locator(".speakers")).to_have_text("Officials")
    assert ask.judgements(river).items == []


def test_a_denial_is_linked_to_a_proposed_claim(page: Page, article: str, river: Store) -> None:
    visit(page, article)
    denial = card(page, "it")
    denial.get_by_text("Link to a claim").click()
    denial.get_by_role("button", name="Link", exact=True).click()
    expect(denial.locator("form .form-told")).to_have_text("Choose a claim.")
    denial.get_by_label("Sudria opened the gates").check()
    denial.get_by_role("button", name="Link", exact=True).click()
    expect(denial.locator(".deeds")).to_have_text("denies Sudria opened the gates")
    denial.get_by_role("button", name="Undo").click()
    expect(denial.locator(".deeds")).to_contain_text("that the words do not name")
    assert ask.judgements(river).items == []


def test_a_refusal_is_told_at_the_place(page: Page, article: str, river: Store) -> None:
    visit(page, article)
    said = card(page, "Sudria had opened the gates")
    id_ = (said.get_attribute("id") or "").removeprefix("statement-")
    reply = page.request.post("judgements", data={"kind": "reject", "statement": id_})
    assert reply.status == 201
    said.get_by_role("button", name="Accept", exact=True).click()
    expect(said.locator(".form-told").last).to_contain_text("undo that first")
    page.errors.clear()  # pyright: ignore[reportAttributeAccessIssue]  # The browser logs the 409 that was asked for.
    assert page.request.delete(f"judgements/{reply.json()['id']}").status == 204
    assert ask.judgements(river).items == []


def test_the_list_leads_to_the_article(page: Page) -> None:
    visit(page, "#/documents")
    page.get_by_role("link", name="Gates opened").click()
    expect(page.locator("h1")).to_have_text("Gates opened")


def test_an_article_is_accessible(page: Page, dark_page: Page, phone: Page, article: str, axe: Axe) -> None:
    for each in (page, dark_page):
        visit(each, article)
        each.get_by_text("Change the speaker").first.click()
        settled(each)
        assert axe(each) == []
    visit(phone, article)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_plan_is_no_actor(page: Page, article: str, river: Store) -> None:
    told = one()
    told["mentions"].append({**told["mentions"][-1], "of": "river-plan"})
    put(river, Annotation.model_validate(told))
    visit(page, article)
    line = page.locator(".mention-list li").filter(has_text="River plan")
    expect(line).to_contain_text("Plan")
    expect(line.locator("summary")).to_have_count(0)
    expect(page.locator(".mentions h2")).to_have_text(["Actors", "Plans", "Terms"])
    put(river, articles()[0])


def test_an_article_is_taken_back_after_a_question(page: Page, article: str, river: Store) -> None:
    mine = put(river, saying("asserts", "ada", text="Ada said that it rained.", published="2025-01-01"))
    visit(page, f"#/documents/{mine.document}")
    button = page.get_by_role("button", name="Take this article back")
    page.once("dialog", lambda dialog: dialog.dismiss())
    button.click()
    page.once("dialog", lambda dialog: dialog.accept())
    button.click()
    page.wait_for_url("**/#/documents")
    assert mine.document not in {document.id for document in ask.documents(river).items}
