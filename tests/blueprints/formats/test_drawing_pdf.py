"""PDF: read back by PDFium, by both ways that make it."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from repository import EXAMPLES

import journeys
from blueprints.drawing import Drawing
from blueprints.pictures import Narrowing, pictures
from blueprints.views.view import Card, CardStyle, Lane, View
from journeys.errors import ToolError

SYSTEM = shutil.which("dot")


def broadband(**narrowed: object) -> Drawing:
    journey = journeys.load(EXAMPLES / "broadband")
    return pictures(journey, narrowing=Narrowing(**narrowed))[0].drawing  # type: ignore[arg-type]


def words_of(page: pypdfium2.PdfPage) -> Counter[str]:
    return Counter(page.get_textpage().get_text_bounded().split())


def words_drawn(drawing: Drawing) -> Counter[str]:
    root = ElementTree.fromstring(drawing.svg())
    return Counter(word for text in root.iter("{http://www.w3.org/2000/svg}text") for word in (text.text or "").split())


def place_of(page: pypdfium2.PdfPage, text: str) -> tuple[float, float]:
    """The lower left corner of a text on a page, in points from its top left."""
    found = page.get_textpage()
    match = found.search(text).get_next()
    assert match is not None, text
    left, bottom, _, _ = found.get_charbox(match[0])
    return left, page.get_height() - bottom


def test_a_pdf_says_what_the_drawing_says_where_it_says_it() -> None:
    drawing = broadband()
    page = pypdfium2.PdfDocument(drawing.pdf())[0]
    assert page.get_size() == pytest.approx((drawing.scene.width, drawing.scene.height), abs=0.5)
    assert words_of(page) == words_drawn(drawing)
    title = next(shape for group in drawing.scene.groups for shape in group.shapes if shape.name == "title")
    left, bottom = place_of(page, drawing.view.title)
    assert left == pytest.approx(title.box.x, abs=3)
    assert title.box.y < bottom <= title.box.bottom


def test_a_pdf_has_the_same_bytes_again_and_a_title() -> None:
    made = broadband().pdf()
    assert made == broadband().pdf()
    assert pypdfium2.PdfDocument(made).get_metadata_value("Title") == "Get broadband installed in the new home"


def test_hostile_words_stay_words_and_links_lead_out() -> None:
    name = '#panic("x") $x$ ]]> <b> \\ "; --'
    card = Card(id="a", text=name, lane=0, column=0, style=CardStyle.COMPANY, link="https://example.com/?a=1&b=2")
    inside = Card(id="b", text="b", lane=0, column=0, style=CardStyle.COMPANY, link="javascript:alert(1)")
    view = View("x", name, "blueprint", columns=("",), lanes=(Lane("l", "l"),), cards=(card, inside))
    made = Drawing(view).pdf()
    document = pypdfium2.PdfDocument(made)
    assert document.get_metadata_value("Title") == name
    assert words_of(document[0])["#panic("] == 0
    assert words_of(document[0])['#panic("x")'] == 2
    assert b"https://example.com/?a=1&b=2" in made
    assert b"javascript" not in made


@pytest.mark.skipif(SYSTEM is None, reason="there is no Graphviz on this machine")
def test_without_the_extra_the_systems_graphviz_makes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    drawing = broadband(owner="Field operations")
    made = drawing.pdf()
    page = pypdfium2.PdfDocument(made)[0]
    assert page.get_size() == pytest.approx((drawing.scene.width, drawing.scene.height), abs=1)
    assert words_of(page) == words_drawn(drawing)
    assert b"Inter-Regular" in made
    assert b"/ca 0.2" in made, "what others own is not faded"
    assert made == broadband(owner="Field operations").pdf()


def test_without_either_there_is_one_line_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolError, match=r"PDF needs `pip install 'journeys\[pdf\]'`") as error:
        broadband().save(tmp_path / "x.pdf")
    assert "\n" not in str(error.value)
    assert list(tmp_path.iterdir()) == []
