"""Scripts that the shipped fonts lack: in pictures they stand where they belong, each in its font."""

from __future__ import annotations

from xml.etree import ElementTree

import pypdfium2
import pytest

from blueprints.drawing import Drawing
from blueprints.layout.apart import apart
from blueprints.layout.scripts import han_region, parts
from blueprints.layout.shapes import Box, Text
from blueprints.layout.text import shipped
from blueprints.views.view import Card, CardStyle, Detail, Lane, Tag, View

pytestmark = pytest.mark.filterwarnings("ignore:the .* has empty boxes")

ARABIC = "يتصل العميل بالدعم (ABC)!"
WORDS = {
    "Arabic": ARABIC,
    "Hebrew": "מתקין את השקע",
    "Thai": "ทีมหลังบ้าน",
    "CJK": "新しい住所を入力する",
    "mixed": f"O201 “{ARABIC}” does this for “お客様”, and ทีม",
}


def drawing_of(text: str) -> Drawing:
    card = Card(id="a", text=text, lane=0, column=0, style=CardStyle.COMPANY, owner=Tag(text), channel=text,
                details=(Detail("clock", text),))  # fmt: skip
    return Drawing(View("x", "x", "blueprint", columns=("",), lanes=(Lane("l", ""),), cards=(card,)))


def test_a_text_is_cut_where_another_font_is_needed_and_nothing_is_lost() -> None:
    text = f"O201 “{ARABIC}” and 電話, שלום לך 👩‍👩‍👧‍👦 a\u0310 ok"
    found = parts(text, "JP")
    assert "".join(part.text for part in found) == text
    assert [part.family for part in found if part.family] == [
        "Noto Sans Arabic", "Noto Sans CJK JP", "Noto Sans Hebrew", "Noto Color Emoji", "Noto Sans",
    ]  # fmt: skip
    assert all(shipped(part.text) for part in found if not part.family)
    assert parts("plain – text", "SC") == [("plain – text", "")]
    assert (han_region("住所"), han_region("住所を")) == ("SC", "JP")


@pytest.mark.parametrize("text", WORDS.values(), ids=WORDS)
def test_letters_stay_on_their_card_in_a_pdf(text: str) -> None:
    """PDFium says where each letter came out: a test of the picture, not of what we meant."""
    drawing = drawing_of(text)
    page = pypdfium2.PdfDocument(drawing.pdf())[0]
    card = next(shape.box for group in drawing.scene.groups for shape in group.shapes if shape.name == "a")
    words = page.get_textpage()
    height = page.get_height()
    boxes = [words.get_charbox(index) for index in range(words.count_chars())]
    inside = [box for box in boxes if card.y < height - (box[1] + box[3]) / 2 < card.bottom and box[2] > box[0]]
    if not inside:
        pytest.skip("this machine has no font for these letters")
    assert len(inside) >= len(text.replace(" ", ""))
    assert min(box[0] for box in inside) >= card.x
    assert max(box[2] for box in inside) <= card.right


def test_a_browser_gets_lines_whole_and_a_picture_gets_them_apart() -> None:
    drawing = drawing_of(WORDS["mixed"])
    told = [text.text or "" for text in ElementTree.fromstring(drawing.svg()).iter("{http://www.w3.org/2000/svg}text")]
    assert any("O201" in line and ARABIC[:4] in line for line in told)
    assert 'font-family="Noto' not in drawing.svg()
    assert drawing.png() != drawing_of(WORDS["mixed"].replace(ARABIC, "")).png()


def test_an_icon_stands_where_reading_begins() -> None:
    for text, right in (("plain", False), (ARABIC, True)):
        shapes = {shape.name: shape for group in drawing_of(text).scene.groups for shape in group.shapes}
        dot = next(shape for name, shape in shapes.items() if name.endswith(".dot"))
        words = shapes[dot.name.replace(".dot", ".text")]
        assert (dot.box.x > words.box.x) is right
        assert dot.box.x >= words.box.right if right else dot.box.right <= words.box.x


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Say אחד 24 שתים now", ["Say", "אחד 24 שתים", "now"]),
        ("אחד abc 漢字 שתים", ["שתים", "abc", "漢字", "אחד"]),
        ("אחד 🚚📦", ["🚚📦", "אחד"]),
        ("אחד (שתים) שלוש", ["שלוש", ")", "שתים", "(", "אחד"]),
    ],
)
def test_parts_stand_as_they_are_read(line: str, seen: list[str]) -> None:
    """From left to right; brackets between words from right to left are turned by the isolate around them."""
    text = Text("t", Box(0, 0, 200, 12), (line,), 10, "text")
    placed = sorted(apart(line, text, 0, "SC"), key=lambda one: one.x)
    assert [one.text.strip("\u2067\u2069").strip() for one in placed] == seen
