"""A site as people meet it: in a real browser, in light and dark, on a phone, by keyboard, through axe-core."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

KINDS = {
    "home": "index.html",
    "journey": "journeys/broadband/index.html",
    "drawing": "journeys/broadband/promises.html",
    "map": "journeys/outpatient/journey.html",
    "handoffs": "journeys/outpatient/owners.html",
    "organisation": "journeys/outpatient/org.html",
    "ledger": "promises/index.html",
    "broken promise": "promises/broadband.online-in-ten-days.html",
    "sound promise": "promises/marketplace.told-once.html",
    "owners": "owners/index.html",
    "owner": "owners/network.html",
    "customers": "customers/index.html",
    "customer": "customers/home-mover.html",
    "improvement": "improvement/index.html",
    "measures": "measures/index.html",
    "findings": "findings/index.html",
    "rules": "rules/index.html",
    "rule": "rules/touchpoint-without-owner.html",
}
OWN_FILES = ("file:", "data:")
Open = Callable[..., Any]


@pytest.fixture
def open_page(browser: Any) -> Iterator[Open]:
    """Opens a file in a browser of its own; the test fails on any message, error or request beyond the site."""
    contexts: list[Any] = []
    said: list[str] = []

    def opened(path: Path, *, dark: bool = False, width: int = 1280, height: int = 900, scripts: bool = True) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda asked: None if asked.url.startswith(OWN_FILES) else said.append(asked.url))
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


def axe(page: Any) -> list[str]:
    """What axe-core finds, however light."""
    package = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    page.evaluate((Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({preload: false, resultTypes: ['violations']})")
    return [
        f"{one['impact']}: {one['id']}: {one['help']}: {one['nodes'][0]['html'][:300]}" for one in found["violations"]
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(examples: Path, open_page: Open, kind: str, dark: bool) -> None:
    assert axe(open_page(examples / KINDS[kind], dark=dark)) == []


@pytest.mark.parametrize("name", ["half-a-file", "a-plain-one"])
def test_axe_finds_nothing_where_files_are_broken(hostile: Path, open_page: Open, name: str) -> None:
    assert axe(open_page(hostile / "journeys" / name / "index.html")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_phone_shows_pages_without_scrolling_sideways(examples: Path, open_page: Open, kind: str) -> None:
    page = open_page(examples / KINDS[kind], width=360, height=740)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(
        "[...document.querySelectorAll('.tools .tool')].every(e => e.getBoundingClientRect().right <= 360)"
    )


LIVED = ("index.html", "improvement/index.html", "governance/index.html", "journeys/cake/index.html",
         "journeys/cake/governance.html", "journeys/cake/values.html")  # fmt: skip


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", LIVED)
def test_axe_finds_nothing_where_much_is_designed_on_purpose(
    lived_in: Path, open_page: Open, name: str, dark: bool
) -> None:
    assert axe(open_page(lived_in / name, dark=dark)) == []


@pytest.mark.parametrize("name", LIVED)
def test_a_phone_shows_these_without_scrolling_sideways(lived_in: Path, open_page: Open, name: str) -> None:
    page = open_page(lived_in / name, width=360, height=740)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


ASKED = ("measures/index.html", "improvement/index.html", "journeys/broadband/index.html")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ASKED)
def test_axe_finds_nothing_where_customers_were_asked(asked: Path, open_page: Open, name: str, dark: bool) -> None:
    assert axe(open_page(asked / name, dark=dark)) == []


@pytest.mark.parametrize("name", ASKED)
def test_a_phone_shows_answers_without_scrolling_sideways(asked: Path, open_page: Open, name: str) -> None:
    page = open_page(asked / name, width=360, height=740)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.querySelectorAll('img, a[href^=javascript]').length") == 0


def test_plots_follow_the_page_and_are_reached_by_keyboard(asked: Path, open_page: Open) -> None:
    sheet = "getComputedStyle(document.querySelector('.plot .look-page')).fill"
    for name, said in (("measures/index.html", "Loyalty"), ("improvement/index.html", "What customers expect")):
        page = open_page(asked / name, dark=True)
        assert page.evaluate(sheet) == "rgb(20, 24, 31)"
        page.get_by_role("button", name="Dark theme").click()
        assert page.evaluate(sheet) == "rgb(255, 255, 255)"
        plot = page.get_by_role("region", name=f"Drawing: {said}")
        plot.focus()
        assert page.evaluate("document.activeElement.matches('.plot .canvas')")
        assert page.locator(".plot svg").first.evaluate("e => e.getBoundingClientRect().height") > 200


def test_print_shows_the_whole_of_a_plot(asked: Path, open_page: Open) -> None:
    page = open_page(asked / "measures/index.html", width=700)
    page.emulate_media(media="print")
    assert page.evaluate("[...document.querySelectorAll('.canvas')].every(e => e.scrollWidth <= e.clientWidth + 1)")


def test_search_finds_measures_by_what_they_ask(asked: Path, open_page: Open) -> None:
    page = open_page(asked / "index.html")
    page.keyboard.press("/")
    page.keyboard.type("buy again")
    page.locator(".results a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/measures/index.html#measure-loyalty")


def test_voices_are_filtered(lived_in: Path, open_page: Open) -> None:
    page = open_page(lived_in / "improvement/index.html")
    page.get_by_role("button", name="Open 1").click()
    assert page.locator("tr[data-state]:visible").count() == 1
    assert page.locator("tr[id^=expectation]:visible").count() == 2


def test_a_drawing_scrolls_in_its_own_box_and_changes_its_size(examples: Path, open_page: Open) -> None:
    page = open_page(examples / KINDS["journey"], width=390, height=844)
    canvas = "document.querySelector('.canvas')"
    assert page.evaluate(f"{canvas}.scrollWidth") > 2000
    width = "document.querySelector('.canvas svg').getBoundingClientRect().width"
    natural = page.evaluate(width)
    page.get_by_role("button", name="Fit width").click()
    assert page.evaluate(f"{canvas}.scrollWidth <= {canvas}.clientWidth")
    page.get_by_role("button", name="Larger").click()
    assert 380 < page.evaluate(width) < 600
    page.get_by_role("button", name="Full size").click()
    assert page.evaluate(width) == natural


def test_search_finds_and_leads_there(examples: Path, open_page: Open) -> None:
    page = open_page(examples / KINDS["broken promise"])
    page.keyboard.press("/")
    page.keyboard.type("fibre six working")
    results = page.locator(".results a")
    results.first.wait_for()
    assert "The fibre reaches the house within six working days" in results.first.inner_text()
    assert page.get_by_role("status").filter(has_text="result").count() == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/promises/broadband.*.html")
    assert "The fibre reaches the house" in page.locator("h1").inner_text()


def test_search_reads_over_accents_and_case_and_says_when_there_is_nothing(examples: Path, open_page: Open) -> None:
    page = open_page(examples / KINDS["home"])
    page.get_by_role("button", name="Search").click()
    box = page.get_by_role("searchbox")
    box.fill("RENEE dubois")
    page.locator(".results a").first.wait_for()
    assert "Field operations" in page.locator(".results").inner_text()
    box.fill("no such thing anywhere")
    page.get_by_text("0 results").wait_for()
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    assert page.evaluate("document.activeElement.hasAttribute('data-search')")


def test_every_search_result_leads_to_a_file(examples: Path, open_page: Open) -> None:
    page = open_page(examples / KINDS["home"])
    page.keyboard.press("/")
    page.wait_for_function("window.journeysIndex")
    rows = page.evaluate("window.journeysIndex.map(row => [row[1], new URL(row[2], location.href).pathname])")
    kinds = {"Journey", "Step", "Promise", "Owner", "Customer", "Rule", "Expectation"}
    kinds |= {"Value", "Measure", "Goal", "Decision", "Practice", "Voice", "Change", "Survey"}
    assert {kind for kind, _ in rows} == kinds
    from urllib.parse import unquote

    assert [path for _, path in rows if not Path(unquote(path)).is_file()] == []


def test_the_theme_follows_the_system_until_the_reader_chooses(examples: Path, open_page: Open) -> None:
    page = open_page(examples / KINDS["journey"], dark=True)
    ground = "getComputedStyle(document.body).backgroundColor"
    sheet = "getComputedStyle(document.querySelector('.canvas .look-page')).fill"
    dark = "rgb(20, 24, 31)"
    assert (page.evaluate(ground), page.evaluate(sheet)) == (dark, dark)
    switch = page.get_by_role("button", name="Dark theme")
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    light = "rgb(255, 255, 255)"
    assert switch.get_attribute("aria-pressed") == "false"
    assert (page.evaluate(ground), page.evaluate(sheet)) == (light, light)
    page.goto((examples / KINDS["owner"]).as_uri())
    assert page.evaluate(ground) == light
    page.get_by_role("button", name="Dark theme").click()
    page.goto((examples / KINDS["journey"]).as_uri())
    assert (page.evaluate(ground), page.evaluate(sheet)) == (dark, dark)


def test_the_keyboard_comes_past_the_head_and_shows_where_it_is(examples: Path, open_page: Open) -> None:
    page = open_page(examples / KINDS["ledger"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_ledger_is_filtered(examples: Path, open_page: Open) -> None:
    page = open_page(examples / KINDS["ledger"])
    button = page.get_by_role("button", name="Broken")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    shown = page.locator("tr[data-state]:visible")
    assert {shown.nth(number).get_attribute("data-state") for number in range(shown.count())} == {"broken"}
    assert f"{shown.count()} of " in page.locator(".filters [role=status]").inner_text()


def test_pages_have_landmarks_and_one_heading_at_the_top(examples: Path, open_page: Open) -> None:
    page = open_page(examples / KINDS["home"])
    for kind in KINDS.values():
        page.goto((examples / kind).as_uri())
        for role in ("banner", "main", "contentinfo"):
            assert page.get_by_role(role).count() == 1, (kind, role)
        assert page.get_by_role("heading", level=1).count() == 1
        assert page.locator("th:not([scope])").count() == 0


def test_everything_can_be_read_without_scripts(examples: Path, open_page: Open) -> None:
    page = open_page(examples / KINDS["journey"], scripts=False)
    assert page.locator(".canvas svg").is_visible()
    assert not page.locator(".tools").is_visible()
    assert page.get_by_role("heading", name="Promises").is_visible()
    page.get_by_role("link", name="Journey map").click()
    assert page.locator(".canvas svg").is_visible()


def test_hostile_names_do_nothing(hostile: Path, open_page: Open) -> None:
    paths = [path for path in sorted(hostile.rglob("*.html")) if path.parent.name != "rules"]
    assert len(paths) > 15
    page = open_page(hostile / "index.html")
    for path in paths:
        page.goto(path.as_uri())
        assert page.evaluate("document.querySelectorAll('img, a[href^=javascript]').length") == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto((hostile / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("boom")
    page.locator(".results a").first.wait_for()
    assert page.locator(".results img").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert "boom()" in page.locator("h1").inner_text()
