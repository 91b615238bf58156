"""The deal board: orders, filters, and the words behind a cell."""

from playwright.sync_api import Page, expect

from .conftest import visit

BOARD = "#/board/28-point-plan"
DEMAND = "Canada demands “Borders are not changed by force”, which bears on"


def test_a_cell_tells_stance_strength_and_age_and_opens_its_words(page: Page) -> None:
    visit(page, BOARD)
    cell = page.get_by_role("button", name="Ursula von der Leyen rejects Cap on the Ukrainian army")
    expect(cell).to_contain_text("rejects")
    expect(cell).to_contain_text("1 statement")
    expect(cell).to_contain_text("newest")
    cell.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    expect(panel.locator("q")).to_have_text(
        "limits on Ukraine's army that would leave the country vulnerable"
    )
    assert "cell=28-point-plan%3Aukraine-armed-forces%7Eursula-von-der-leyen" in page.url
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(cell).to_be_focused()
    assert "cell=" not in page.url


def test_an_open_cell_can_be_shared_and_leads_to_the_words(page: Page) -> None:
    visit(page, BOARD + "?cell=28-point-plan:ukraine-armed-forces~ursula-von-der-leyen")
    page.get_by_role("dialog").locator(".source-title").click()
    expect(page).to_have_url(page.url.split("#")[0] + "#/documents/f3cead93241fc387?at=1951-2015")


def test_arrow_keys_lead_from_cell_to_cell(page: Page) -> None:
    visit(page, BOARD)
    first = page.get_by_role("button", name=f"{DEMAND} Withdrawal from Donetsk")
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("button", name=f"{DEMAND} Recognition of occupied regions")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()


def test_terms_are_ordered_by_one_actors_stance(page: Page) -> None:
    visit(page, BOARD)
    page.get_by_role("button", name="Order terms by the stance of Ursula von der Leyen").click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Ursula von der Leyen")
    assert "rows=by%3Aursula-von-der-leyen" in page.url
    column = page.locator("th[aria-sort=ascending]").evaluate("th => th.cellIndex")
    stances = page.locator(f".board tbody tr td:nth-child({column + 1})").all_inner_texts()
    assert "rejects" in stances[0]
    expect(page.get_by_role("button", name="Undo the order of terms by the stance of Ursula")).to_be_focused()


def test_a_topic_narrows_the_board(page: Page) -> None:
    visit(page, BOARD)
    rows = page.locator(".board tbody tr")
    every = rows.count()
    page.get_by_label("Topic", exact=True).select_option("armed-forces")
    expect(rows).to_have_count(1)
    assert every > 1
    assert page.url.endswith("?topic=armed-forces")


def test_headings_stay_while_the_board_scrolls(phone: Page) -> None:
    visit(phone, BOARD)
    box = phone.locator(".board-scroll")
    box.evaluate("box => { box.scrollLeft = 300; box.scrollTop = 200; }")
    left, top = box.evaluate("box => [box.getBoundingClientRect().left, box.getBoundingClientRect().top]")
    corner = phone.locator(".corner").evaluate(
        "th => [th.getBoundingClientRect().left, th.getBoundingClientRect().top]"
    )
    assert abs(corner[0] - left) <= 2
    assert abs(corner[1] - top) <= 2


def test_a_plan_leads_to_its_board(page: Page) -> None:
    visit(page, "#/plans")
    page.get_by_role("link", name="28-point plan", exact=True).click()
    page.get_by_role("link", name="Deal board: who stands where").click()
    expect(page.locator(".board")).to_be_visible()


def test_a_demand_that_bears_on_a_term_is_not_shown_as_a_demand_of_the_term(page: Page) -> None:
    visit(page, BOARD)
    cell = page.get_by_role("button", name=f"{DEMAND} Withdrawal from Donetsk")
    expect(cell).to_contain_text("Borders are not changed by force")
    cell.click()
    heading = page.get_by_role("dialog").get_by_role("heading")
    expect(heading).to_have_text(
        "Canada demands Borders are not changed by force — on Withdrawal from Donetsk"
    )


def test_terms_on_which_nobody_stands_are_left_out(page: Page) -> None:
    visit(page, BOARD)
    rows = page.locator(".board tbody tr")
    whole = rows.count()
    page.get_by_role("link", name="show only the others").click()
    expect(page).to_have_url(page.url.split("#")[0] + BOARD + "?terms=taken")
    expect(page.get_by_label("Terms", exact=True)).to_have_value("taken")
    shown = rows.count()
    assert 0 < shown < whole
    assert page.locator(".board tbody tr:has(.cell)").count() == shown
    expect(page.get_by_role("link", name="show only the others")).to_have_count(0)
