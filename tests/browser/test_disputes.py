"""Disputes, claims, actors, search: what is shown, and where its links lead."""

import re

from playwright.sync_api import Page, Route, expect

from .conftest import READY, visit

UMEROV = "Rustem Umerov approved most of the 28-point plan"


def test_a_card_shows_both_camps_the_parts_and_the_words(page: Page) -> None:
    visit(page, "#/disputes?actor=rustem-umerov")
    card = page.locator(".dispute").filter(has_text=UMEROV)
    expect(card).to_have_count(1)
    expect(card.locator(".standing")).to_contain_text("disputed")
    expect(card.locator(".standing")).to_contain_text("anonymous sources only")
    expect(card.locator(".camp-claims")).to_contain_text("US officials")
    expect(card.locator(".camp-denies q").first).to_have_text("having approved any point of the plan")
    expect(card.locator(".camp-denies")).to_contain_text("only: outside his powers")
    parts = card.locator(".parts li")
    assert [p.split()[0] for p in parts.all_inner_texts()] == ["denied", "denied", "unanswered"]


def test_who_passed_it_on_is_told_from_the_speaker_outward(page: Page) -> None:
    visit(page, "#/disputes?text=wrote+the")
    expect(page.locator(".chain").last).to_have_text("through Angus King → Mike Rounds")


def test_one_click_leads_to_the_words_in_the_article(page: Page) -> None:
    visit(page, "#/disputes?actor=rustem-umerov")
    page.locator(".camp-denies .source-title").first.click()
    expect(page).to_have_url(page.url.split("#")[0] + "#/documents/c5b1a134d20fb723?at=1264-1301")


def test_filters_stand_in_the_address_and_focus_stays(page: Page) -> None:
    visit(page, "#/disputes")
    every = page.locator(".dispute").count()
    page.get_by_label("Words in the claim").fill("wish list")
    page.keyboard.press("Enter")
    expect(page.locator(".dispute")).to_have_count(1)
    assert page.url.endswith("#/disputes?text=wish+list")
    expect(page.get_by_label("Words in the claim")).to_be_focused()
    page.get_by_role("link", name="Clear").click()
    expect(page.locator(".dispute")).to_have_count(every)
    page.go_back()
    expect(page.locator(".dispute")).to_have_count(1)
    expect(page.get_by_label("Words in the claim")).to_have_value("wish list")


def test_a_date_that_is_none_is_refused_where_it_is_typed(page: Page) -> None:
    visit(page, "#/disputes")
    since = page.get_by_label("Since")
    since.fill("last week")
    page.keyboard.press("Enter")
    assert since.evaluate("input => input.validity.patternMismatch")
    since.fill("2025-13")
    page.keyboard.press("Enter")
    assert since.evaluate("input => input.validity.patternMismatch")
    assert page.url.endswith("#/disputes")


def test_actors_are_suggested_by_name(page: Page) -> None:
    visit(page, "#/disputes")
    page.get_by_label("Actor", exact=True).press_sequentially("umer")
    option = page.locator("#filter-actor-list option[value=rustem-umerov]")
    expect(option).to_have_text("Rustem Umerov")


def test_a_late_answer_does_not_replace_what_was_typed_since(page: Page) -> None:
    visit(page, "#/disputes")
    held: list[Route] = []
    page.route(re.compile(r"/actors\?(?!.*text=)"), lambda route: held.append(route))
    page.get_by_label("Actor", exact=True).press_sequentially("umer")
    option = page.locator("#filter-actor-list option[value=rustem-umerov]")
    expect(option).to_have_count(1)
    assert held
    with page.expect_response(lambda answer: "/actors?" in answer.url):
        held[0].continue_()
    page.wait_for_timeout(200)
    expect(page.locator("#filter-actor-list option")).to_have_count(1)


def test_nothing_found_says_what_to_do(page: Page) -> None:
    visit(page, "#/disputes?text=nobody-said-that")
    expect(page.locator(".notice")).to_contain_text("No claim passes these filters")
    page.get_by_role("link", name="Show all disputes").click()
    expect(page.locator(".dispute").first).to_be_visible()


def test_search_finds_from_every_view_and_leads_on(page: Page) -> None:
    visit(page, "#/add")
    page.get_by_role("searchbox").fill("wish list")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Found for “wish list”")
    page.get_by_role("link", name="The 28-point plan is a Russian wish list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The 28-point plan is a Russian wish list")


def test_words_that_are_found_lead_to_where_they_stand(page: Page) -> None:
    visit(page, "#/search?q=wish+list&kind=Statement")
    link = page.get_by_role("link", name="a wish list of the Russians")
    expect(link).to_have_attribute("href", "#/documents/05f510c434b92b7d?at=1959-1986")


def test_focus_goes_to_the_heading_and_the_view_is_announced(page: Page) -> None:
    visit(page, "#/disputes")
    page.get_by_role("link", name="Actors").click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.locator("#announcer")).not_to_be_empty()
    expect(page.locator("#nav [aria-current=page]")).to_have_text("Actors")


def test_the_skip_link_is_first_and_leads_past_the_navigation(page: Page) -> None:
    visit(page, "#/disputes")
    page.keyboard.press("Tab")
    expect(page.locator("#skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    assert page.url.endswith("#/disputes")


def test_more_is_shown_on_demand(page: Page) -> None:
    visit(page, "#/search?q=plan")
    before = page.locator(".row").count()
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".row").nth(before)).to_be_visible()
    expect(page.locator(".row").nth(before).locator("a")).to_be_focused()


def test_a_claim_and_an_actor_show_all(page: Page) -> None:
    visit(page, "#/claims/b74322f59e199576")
    expect(page.locator(".camp-denies .evidence")).to_have_count(3)
    page.locator(".camp-denies .speakers a").first.click()
    page.wait_for_selector(READY)
    expect(page.get_by_role("heading", level=1)).to_have_text("Rustem Umerov")
    expect(page.locator(".facts")).to_contain_text("National Security and Defence Council")


def test_what_is_unknown_is_told(page: Page) -> None:
    visit(page, "#/claims/nope")
    expect(page.get_by_role("heading", level=1)).to_have_text("Not found")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    errors = page.errors  # pyright: ignore[reportAttributeAccessIssue]
    assert all("404" in error for error in errors)
    errors.clear()


def test_what_is_unknown_is_searched_for_by_its_words(page: Page) -> None:
    visit(page, "#/actors/rustem-umerow")
    page.get_by_role("link", name="Search for it by words").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Found for “rustem umerow”")
    expect(page.get_by_role("link", name="Rustem Umerov", exact=True)).to_be_visible()
    page.errors.clear()  # pyright: ignore[reportAttributeAccessIssue]


def test_a_name_typed_into_a_filter_stands_for_its_actor(page: Page) -> None:
    visit(page, "#/disputes")
    page.get_by_label("Actor", exact=True).fill("Umerov")
    page.keyboard.press("Enter")
    expect(page).to_have_url(page.url.split("#")[0] + "#/disputes?actor=rustem-umerov")
    expect(page.locator(".dispute").first).to_be_visible()


def test_on_a_phone_the_filters_are_folded_until_they_are_opened(phone: Page) -> None:
    visit(phone, "#/disputes?text=wish")
    expect(phone.get_by_label("Words in the claim")).to_be_hidden()
    phone.get_by_text("Filters: wish").click()
    phone.get_by_label("Words in the claim").fill("wrote")
    phone.keyboard.press("Enter")
    expect(phone.locator(".card-title")).to_have_text("The United States wrote the 28-point plan")
    expect(phone.get_by_label("Words in the claim")).to_be_focused()


def test_a_claim_tells_who_passed_it_on(page: Page) -> None:
    visit(page, "#/claims/b74322f59e199576")
    chains = page.get_by_role("region", name="Who passed it on")
    expect(page.get_by_role("region", name="Where it comes from")).to_contain_text("1 first speaker")
    expect(chains.locator("li").first).to_contain_text("US officials → ")


def test_the_way_back_leads_to_where_one_was(page: Page) -> None:
    visit(page, "#/disputes")
    page.evaluate("scrollTo(0, 900)")
    page.locator(".card-title").last.click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.evaluate("scrollY") == 0
    left = page.evaluate("history.state.visit")
    page.go_back()
    expect(page.locator(".dispute").first).to_be_visible()
    page.wait_for_function("scrollY > 0")
    assert page.evaluate("history.state.visit") == left - 1


def test_another_name_typed_into_a_filter_stands_for_its_actor(page: Page) -> None:
    visit(page, "#/disputes?status=all")
    page.get_by_label("Actor", exact=True).fill("Kyiv")
    page.keyboard.press("Enter")
    expect(page).to_have_url(page.url.split("#")[0] + "#/disputes?status=all&actor=ukraine")


def test_clearing_the_filters_of_a_search_keeps_its_words(page: Page) -> None:
    visit(page, "#/search?q=wish+list&kind=Claim")
    page.get_by_role("link", name="Clear").click()
    expect(page).to_have_url(page.url.split("#")[0] + "#/search?q=wish+list")
    expect(page.locator(".row-title").nth(1)).to_be_visible()


def test_words_of_a_claim_typed_into_a_filter_stand_for_it(page: Page) -> None:
    visit(page, "#/timeline")
    page.get_by_label("Claim", exact=True).fill("Russian wish list")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("claim=2c20be1724b7bf29"))
    expect(page.locator(".moment").first).to_be_visible()


def test_a_folded_filter_says_in_words_what_is_set(phone: Page) -> None:
    visit(phone, "#/disputes?status=unclaimed&actor=friedrich-merz")
    told = "Filters: friedrich-merz, Denied, claimed by nobody"
    expect(phone.locator(".filters-fold summary")).to_have_text(told)
