"""The network and the timeline: pictures under a policy without inline styles, and the same in words."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from .conftest import visit

SVG = "{http://www.w3.org/2000/svg}"
PLACES = """async () => {
    const { positions } = await import("./static/js/network/layout.js");
    const network = await (await fetch("networks/conflict")).json();
    const upside = { nodes: network.nodes.toReversed(), edges: network.edges };
    return [network, upside].map((each) => JSON.stringify([...positions(each)].sort()));
}"""


def saved(page: Page, name: str, tmp_path: Path) -> Path:
    """Save a file as a reader does."""
    with page.expect_download() as started:
        page.locator(".network-bar").get_by_text(name, exact=True).click()
    path = tmp_path / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_a_picture_is_drawn_without_inline_styles(page: Page) -> None:
    visit(page, "#/network")
    canvases = page.locator(".network-canvas canvas")
    expect(canvases).to_have_count(3)
    assert page.evaluate("document.querySelectorAll('style').length") == 0
    drawn = canvases.last.evaluate(
        """(each) => each.getContext("2d")
            .getImageData(0, 0, each.width, each.height).data.some((one) => one > 0)"""
    )
    assert drawn


def test_the_same_network_has_the_same_places(page: Page) -> None:
    visit(page, "#/network")
    one, other = page.evaluate(PLACES)
    assert one == other


def test_a_tie_is_chosen_and_leads_to_its_claims(page: Page) -> None:
    visit(page, "#/network")
    told = page.locator(".network-told")
    expect(told).to_contain_text("Choose an actor")
    page.get_by_role("button", name="Show Angus King and Tommy Pigott").press("Enter")
    expect(told.locator("h2")).to_have_text("Angus King and Tommy Pigott")
    told.get_by_role("link", name="The 28-point plan is a Russian wish list").click()
    expect(page.locator("h1")).to_contain_text("wish list")


def test_an_actor_is_chosen_in_the_picture(page: Page) -> None:
    visit(page, "#/network")
    page.locator(".network-canvas canvas").first.wait_for(state="attached")
    page.get_by_role("button", name="Show Tommy Pigott", exact=True).click()
    expect(page.locator(".network-told")).to_contain_text("disagrees with Angus King on 2")
    box = page.locator(".network-canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    expect(page.locator(".network-told")).to_contain_text("Choose an actor")


def test_time_slides_and_stands_in_the_address(page: Page) -> None:
    visit(page, "#/network")
    all_ties = page.locator(".network-words table").first.locator("tbody tr").count()
    page.get_by_role("slider", name="Until").press("Home")
    page.wait_for_url(re.compile("until=2025-11-21"))
    page.wait_for_selector("#main .view:not([aria-busy])")
    expect(page.get_by_role("slider", name="Until")).to_have_attribute("aria-valuetext", "2025-11-21")
    assert page.locator(".network-words table").first.locator("tbody tr").count() < all_ties
    expect(page.get_by_role("slider", name="Until")).to_be_focused()


def test_sliding_on_keeps_the_picture_and_what_is_looked_at(page: Page) -> None:
    visit(page, "#/network")
    slider = page.get_by_role("slider", name="Until")
    page.wait_for_function("document.querySelector('.network-canvas canvas')")
    looked_at = "document.querySelector('.network-canvas')._cyreg.cy.zoom()"
    page.get_by_role("button", name="Closer").click()
    zoom = page.evaluate(looked_at)
    slider.press("Home")
    for _ in range(3):  # Faster than the service answers: no step is lost.
        slider.press("ArrowRight")
    expect(slider).to_be_focused()
    expect(slider).to_have_js_property("value", "3")
    page.wait_for_function("document.querySelector('.network-canvas canvas')")
    assert abs(page.evaluate(looked_at) - zoom) < 0.01
    visit(page, "#/network?until=2025-11-22")
    slider.press("End")
    page.wait_for_url(re.compile(r"#/network$"))


def test_agreement_is_another_network(page: Page) -> None:
    visit(page, "#/network")
    page.get_by_label("Show", exact=True).select_option("congruence")
    expect(page.locator("h1")).to_have_text("Who agrees with whom")
    assert "kind=congruence" in page.url


def test_the_picture_is_saved(page: Page, tmp_path: Path) -> None:
    visit(page, "#/network")
    page.locator(".network-canvas canvas").first.wait_for(state="attached")
    assert saved(page, "PNG", tmp_path).read_bytes().startswith(b"\x89PNG")
    text = saved(page, "SVG", tmp_path).read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    names = {"".join(each.itertext()) for each in root.iter(f"{SVG}text")}
    assert "Angus King" in names
    assert (
        len(list(root.iter(f"{SVG}line")))
        == page.locator(".network-words table").first.locator("tbody tr").count()
    )
    assert "<graphml" in saved(page, "GraphML", tmp_path).read_text(encoding="utf-8")


def test_on_a_phone_names_can_be_read(phone: Page) -> None:
    visit(phone, "#/network")
    phone.wait_for_function("document.querySelector('.network-canvas canvas')")
    zoom = phone.evaluate("document.querySelector('.network-canvas')._cyreg.cy.zoom()")
    assert 14 * zoom > 11  # Pixels of a letter.


def test_nothing_found_says_so(page: Page) -> None:
    visit(page, "#/network?since=1900&until=1900")
    expect(page.locator(".notice")).to_contain_text("No two actors disagree on anything here.")


@pytest.mark.parametrize("address", ["#/network", "#/network?kind=congruence", "#/timeline", "#/documents"])
def test_pictures_are_accessible(
    page: Page, dark_page: Page, phone: Page, axe: Callable[[Page], list[str]], address: str
) -> None:
    for each in (page, dark_page):
        visit(each, address)
        assert axe(each) == []
    visit(phone, address)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def answered(page: Page) -> Any:
    """The first statement that answers another one shown."""
    return page.locator(".moment").filter(has=page.locator(".answers button")).first


def test_a_denial_is_joined_to_what_it_denies(page: Page) -> None:
    visit(page, "#/timeline")
    ties = page.locator(".ties .tie")
    assert ties.count() > 5
    denial = answered(page)
    way = denial.locator(".answers button").first
    assert page.locator(f'.tie[data-from="{denial.get_attribute("id")}"]').count() > 0
    way.press("Enter")
    expect(page.locator(".moment:focus")).to_have_count(1)
    assert page.locator(".moment:focus .chip-asserts").count() == 1


def test_the_timeline_follows_its_address(page: Page) -> None:
    visit(page, "#/timeline?actor=rustem-umerov&until=2025-11")
    assert page.locator(".moment").count() > 1
    assert set(page.locator(".moment .speakers").all_text_contents()) == {"Rustem Umerov"}
    visit(page, "#/timeline?order=desc")
    days = page.locator(".day-date time").all_text_contents()
    assert days == sorted(days, reverse=True)
    assert len(days) > 3


def test_what_a_denial_answers_elsewhere_is_a_click_away(page: Page) -> None:
    visit(page, "#/timeline?actor=rustem-umerov")
    page.get_by_role("link", name="not shown here").first.click()
    page.wait_for_url(re.compile("claim="))
    expect(page.locator(".ties .tie").first).to_be_attached()
    expect(page.locator(".moment .answers button").first).to_be_visible()
