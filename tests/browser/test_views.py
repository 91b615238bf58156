"""Every view opens, is accessible in light and dark, and fits a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .conftest import visit

VIEWS = [
    "#/disputes",
    "#/disputes?status=all",
    "#/claims/b74322f59e199576",
    "#/plans",
    "#/plans/28-point-plan",
    "#/board/28-point-plan",
    "#/board/28-point-plan?cell=28-point-plan:ukraine-armed-forces~ursula-von-der-leyen",
    "#/terms/28-point-plan:ukraine-armed-forces",
    "#/actors",
    "#/actors/volodymyr-zelenskyy",
    "#/search?q=plan",
    "#/add",
    "#/statements/79bcae78dd4552ff",
    "#/nowhere",
]


@pytest.mark.parametrize("address", VIEWS)
def test_a_view_is_accessible_in_light(page: Page, axe: Callable[[Page], list[str]], address: str) -> None:
    visit(page, address)
    assert page.locator("h1").count() == 1
    assert page.title().endswith("Counterclaim")
    assert axe(page) == []


@pytest.mark.parametrize("address", VIEWS)
def test_a_view_is_accessible_in_dark(
    dark_page: Page, axe: Callable[[Page], list[str]], address: str
) -> None:
    visit(dark_page, address)
    assert axe(dark_page) == []


@pytest.mark.parametrize("address", VIEWS)
def test_a_view_fits_a_phone(phone: Page, address: str) -> None:
    visit(phone, address)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
