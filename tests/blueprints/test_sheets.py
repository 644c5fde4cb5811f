"""Drawings on paper: what can be read in print, page by page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from random_views import views
from rules_of_geometry import problems
from seen import EXAMPLES, example
from svg_geometry import read

from blueprints.drawing import Drawing
from blueprints.layout.shapes import Text
from blueprints.sheets import LEAST_TEXT, PAPERS, on_paper
from blueprints.views.view import CardStyle, View
from journeys.errors import UsageError

PAPER = [(paper, lies) for paper in PAPERS for lies in ("portrait", "landscape")]


def drawn(view: View, paper: str, lies: str = "") -> list[Drawing]:
    return [Drawing(page, sheet=sheet) for page, sheet in on_paper(view, paper, lies)]


def sizes(drawing: Drawing) -> set[float]:
    """How large text is in print, in points."""
    texts = (shape for group in drawing.scene.groups for shape in group.shapes if isinstance(shape, Text))
    return {shape.size * drawing.scene.scale for shape in texts if shape.lines != ("",)}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize(("paper", "lies"), PAPER)
def test_every_page_can_be_read_and_has_the_papers_size(path: Path, paper: str, lies: str) -> None:
    whole = example(path, "blueprint")
    pages = drawn(whole, paper, lies)
    width, height = sorted(PAPERS[paper], reverse=lies == "landscape")
    for page in pages:
        assert problems(read(page.svg())) == []
        assert min(sizes(page)) >= LEAST_TEXT
        assert page.scene.width * page.scene.scale == pytest.approx(width)
        assert page.scene.height * page.scene.scale == pytest.approx(height)
        named = [group.label for group in page.scene.groups if group.role == "lane" and group.label]
        assert named == [lane.name for lane in page.view.lanes if lane.name]
        assert all(lane.name for lane in page.view.lanes if lane.id != "steps")
    shown = [card.id for page in pages for card in page.view.cards if card.style is not CardStyle.STEP]
    assert sorted(shown) == sorted(card.id for card in whole.cards if card.style is not CardStyle.STEP)
    assert {bar.id for page in pages for bar in page.view.bars} == {bar.id for bar in whole.bars}
    told = [note.message for page in pages for note in page.view.notes if not note.apart]
    assert told == [note.message for note in whole.notes]
    assert [fact.text for page in pages for fact in page.view.facts if fact.name == "Page"] == [
        f"{number} of {len(pages)}" for number in range(1, len(pages) + 1)
    ]


@given(views())
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
def test_any_view_is_cut_cleanly(view: View) -> None:
    pages = drawn(view, "A4")
    for page in pages:
        found = [one for one in problems(read(page.svg())) if "page" in one or "overlap" in one]
        assert found == []
    assert {card.id for page in pages for card in page.view.cards} == {card.id for card in view.cards}


def test_a_page_says_what_goes_on_elsewhere() -> None:
    path = next(path for path in EXAMPLES if path.stem.startswith("broadband"))
    pages = drawn(example(path, "blueprint"), "A4", "portrait")
    (check,) = (card for page in pages for card in page.view.cards if card.text == "Check identity and credit")
    assert "↓ Hold the line for the address" in [detail.text for detail in check.details]
    steps = [detail.text for card in pages[0].view.cards if card.style is CardStyle.STEP for detail in card.details]
    (way,) = (text for text in steps if "Pick a time" in text)
    number = int(way.rpartition("(page ")[2].rstrip(")"))
    assert any(card.text == "Pick a time for the engineer" for card in pages[number - 1].view.cards)
    assert pages[1].view.description.endswith(f"Page 2 of {len(pages)}.")


def test_it_prints_at_its_size() -> None:
    path = next(path for path in EXAMPLES if path.stem.startswith("broadband"))
    page = drawn(example(path, "journey"), "A3", "landscape")[0]
    printed = pypdfium2.PdfDocument(page.pdf())[0]
    assert printed.get_size() == pytest.approx((1190.55, 841.89), abs=0.1)
    assert "Get broadband installed" in printed.get_textpage().get_text_bounded()
    assert 'width="1190.55pt" height="841.89pt"' in page.svg()


def test_a_paper_that_is_none_is_refused() -> None:
    view = View("x", "x", "blueprint")
    with pytest.raises(UsageError, match="there is no paper “a3”: did you mean `A3`"):
        on_paper(view, "a3")
    with pytest.raises(UsageError, match="paper does not lie “askew”"):
        on_paper(view, "A3", "askew")
