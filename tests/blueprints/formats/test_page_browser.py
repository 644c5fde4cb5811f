"""The single HTML page in a real browser: details, search, a promise's chain, zoom, and one sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from seen import EXAMPLES, journey_of

from blueprints.pictures import pictures
from journeys.api import loads
from journeys.graph.journey import JourneyGraph


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    broadband = next(path for path in EXAMPLES if path.stem.startswith("broadband"))
    yield from _opened(journey_of(broadband), browser, tmp_path)


NOTED = """\
journey: Move in
note: Drawn with the movers in May
link: https://example.org/moving
customer: kim
customers: {kim: {name: Kim, quote: Where is my bed?}}
phases:
  - {phase: Pack, note: Begins a week before, steps: [{step: Fill boxes, customer: Fill boxes}]}
  - {phase: Drive, steps: [{step: Go, customer: Sit in the van, end: true}]}
"""


@pytest.fixture
def noted(browser: Any, tmp_path: Path) -> Iterator[Any]:
    yield from _opened(loads(NOTED), browser, tmp_path)


def _opened(journey: JourneyGraph, browser: Any, folder: Path) -> Iterator[Any]:
    (picture,) = pictures(journey)
    (folder / "page.html").write_bytes(picture.chained().render("html"))
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    troubles: list[str] = []
    opened.on("console", lambda message: troubles.append(message.text))
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.goto((folder / "page.html").as_uri())
    yield opened
    opened.close()
    assert troubles == []


def test_details_are_those_of_what_is_pointed_at(page: Any) -> None:
    for kind in ("promise", "card"):
        for element in page.query_selector_all(f"svg g.{kind}"):
            element.focus()
            label = element.get_attribute("aria-label") or ""
            assert page.text_content("#details p").strip() in label


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("title", ["Move in", "Drawn with the movers in May", "Kim: Quote: Where is my bed?"]),
        ("phase", ["Pack", "Begins a week before"]),
    ],
)
def test_the_title_and_a_phase_tell_their_notes(noted: Any, kind: str, lines: list[str]) -> None:
    noted.query_selector(f"svg g.{kind}").hover()
    assert [one.text_content() for one in noted.query_selector_all("#details p")] == lines


def test_what_has_no_note_is_no_stop_for_the_keyboard(noted: Any) -> None:
    stops = [phase.get_attribute("tabindex") for phase in noted.query_selector_all("svg g.phase")]
    assert stops == ["0", None]
    assert noted.query_selector("svg a[href='https://example.org/moving'] g.title")


def test_search_counts_and_marks_what_it_finds(page: Any) -> None:
    page.fill("#search", "router")
    marked = page.query_selector_all("svg g.hit")
    assert page.text_content("#found") == f"{len(marked)} found"
    assert len(marked) > 4
    page.fill("#search", "zzz")
    assert (page.text_content("#found"), page.query_selector("svg g.hit")) == ("0 found", None)


def test_a_promise_lights_its_chain_and_goes_out_again(page: Any) -> None:
    button = page.locator("#promises button", has_text="Online within ten working days")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    lit = {element.get_attribute("aria-label") for element in page.query_selector_all("svg g.card.on")}
    assert "Support: Connect the fibre in the street cabinet" in lit
    assert "Backstage: Pack and post the router" not in lit
    button.click()
    assert page.query_selector("svg.lit") is None


def test_the_buttons_zoom(page: Any) -> None:
    def wide() -> float:
        page.wait_for_timeout(150)  # A transform is applied with the next frame.
        return float(page.evaluate("document.querySelector('#sheet').getBoundingClientRect().width"))

    before = wide()
    page.get_by_role("button", name="Zoom in").click()
    assert wide() > 1.1 * before
    page.get_by_role("button", name="Fit").click()
    assert wide() == pytest.approx(before, abs=2)


@pytest.mark.parametrize(
    "paper", [{"format": "A4"}, {"format": "A3", "landscape": True}, {"prefer_css_page_size": True}]
)
def test_it_prints_on_one_sheet(page: Any, paper: dict[str, Any]) -> None:
    page.fill("#search", "router")
    printed = pypdfium2.PdfDocument(page.pdf(**paper))
    assert len(printed) == 1
    words = printed[0].get_textpage().get_text_bounded()
    assert "Get broadband installed in the new home" in words
    assert "Search" not in words
