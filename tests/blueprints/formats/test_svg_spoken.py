"""What a screen reader is told by an SVG: names, roles and links of all that has a meaning."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from blueprints.drawing import Drawing
from blueprints.themes.theme import theme
from blueprints.views.view import (
    Bar,
    Card,
    CardStyle,
    Change,
    Connector,
    ConnectorKind,
    Feeling,
    Lane,
    LaneShape,
    Note,
    Phase,
    State,
    Tag,
    View,
)

NAMES = {"svg": "http://www.w3.org/2000/svg"}
VIEW = View(
    "v", "Buy <b>&amp;", "blueprint", description="All \x1b of it", columns=("Look", "Pay"),
    phases=(Phase("One", 0, 1),),
    lanes=(Lane("steps", "", line_below="Line of visibility"), Lane("back", "Backstage"),
           Lane("feeling", "Feeling", LaneShape.CURVE), Lane("promises", "Promises", LaneShape.BARS)),
    cards=(
        Card(id="s0", text="Look", lane=0, column=0, style=CardStyle.STEP),
        Card(id="s1", text="Pay", lane=0, column=1, style=CardStyle.STEP, faded=True),
        Card(id="a", text="Fetch \u202eit", lane=1, column=0, style=CardStyle.COMPANY, tooltip="By hand", marks=(1,),
             link="https://example.com/?a=1&b=2", data=(("owner", "depot"), ("status", ""))),
        Card(id="b 1", text="Book it", lane=1, column=1, style=CardStyle.COMPANY, change=Change.ADDED),
        Card(id="b-1", text="File it", lane=1, column=1, style=CardStyle.COMPANY, link="javascript:alert(1)"),
    ),
    connectors=(
        Connector("1", "s0", "s1", ConnectorKind.FLOW, "if it fits"),
        Connector("2", "a", "b 1", ConnectorKind.SUPPORT, faded=True),
    ),
    feelings=(Feeling(0, 1, "glad"), Feeling(1, -2)),
    bars=(
        Bar(id="p", name="Paid back", lane=3, first=0, last=1, made=(0,), kept=(1,), state=State.BROKEN,
            codes=("J101",), facts=("within 3 d",), change=Change.CHANGED),
        Bar(id="q", name="Kept cool", lane=3, first=0, last=0, made=(0,), kept=(0,), faded=True),
    ),
    notes=(Note(1, "F1", "Late", "error"),), owners=(Tag("Depot"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def svg() -> Element:
    """The whole drawing."""
    return fromstring(Drawing(VIEW).svg())


def groups(svg: Element, role: str) -> list[Element]:
    """The groups of a class."""
    return svg.findall(f".//svg:g[@class='{role}']", NAMES)


def spoken(svg: Element, role: str) -> list[tuple[str | None, ...]]:
    """Role, description and name of the groups of a class."""
    return [
        (
            one.get("role"),
            one.get("aria-roledescription"),
            one.get("aria-label"),
            one.findtext("svg:title", None, NAMES),
        )
        for one in groups(svg, role)
    ]


def test_the_document_has_a_name_and_a_description(svg: Element) -> None:
    assert svg.get("role") == "graphics-document document"
    assert svg.get("aria-roledescription") == "service blueprint"
    title, description = svg.find("svg:title", NAMES), svg.find("svg:desc", NAMES)
    assert title is not None
    assert description is not None
    assert (title.text, description.text) == ("Buy <b>&amp;", "All of it")
    assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_another_kind_of_drawing_is_called_what_it_is() -> None:
    other = fromstring(Drawing(replace(VIEW, kind="journey map")).svg())
    assert other.get("aria-roledescription") == "journey map"


def test_a_connector_is_a_picture_that_says_what_it_joins(svg: Element) -> None:
    assert spoken(svg, "connector") == [
        ("img", "connector", "Look → Pay (if it fits)", "Look → Pay (if it fits)"),
        ("img", "connector", "Fetch it → Book it", "Fetch it → Book it"),
    ]


def test_a_card_says_its_lane_and_text_and_shows_its_note(svg: Element) -> None:
    assert spoken(svg, "card") == [
        ("group", "card", "step: Look", "step: Look"),
        ("group", "card", "Backstage: Fetch it", "By hand"),
        ("group", "card", "step: Pay", "step: Pay"),
        ("group", "card", "Backstage: Book it", "Backstage: Book it"),
        ("group", "card", "Backstage: File it", "Backstage: File it"),
    ]


def test_a_promise_says_its_state_codes_and_facts(svg: Element) -> None:
    broken, whole = "Promise: Paid back; broken, J101, within 3 d", "Promise: Kept cool; unjudged"
    assert spoken(svg, "promise") == [("group", "promise", broken, broken), ("group", "promise", whole, whole)]


def test_the_curve_says_the_feeling_of_every_step(svg: Element) -> None:
    label = "Feeling: Look +1 glad, Pay -2"
    assert spoken(svg, "curve") == [("img", "feeling curve", label, label)]


def test_the_legend_has_its_headings(svg: Element) -> None:
    assert spoken(svg, "legend") == [("group", "legend", name, name) for name in ("Signs", "Owners", "Findings")]


@pytest.mark.parametrize("role", ["title", "phase", "lane", "line"])
def test_what_only_arranges_has_no_role(svg: Element, role: str) -> None:
    """Its text is read; a second name would be read twice."""
    assert set(spoken(svg, role)) == {(None, None, None, None)}


def test_groups_know_what_they_stand_for(svg: Element) -> None:
    data = {
        one.get("id"): {key: value for key, value in one.attrib.items() if key.startswith("data-")}
        for role in ("card", "connector", "promise") for one in groups(svg, role)
    }  # fmt: skip
    assert data["card-a"] == {"data-node": "a", "data-owner": "depot", "data-lane": "back", "data-column": "0"}
    assert data["connector-1"] == {"data-kind": "flow", "data-source": "s0", "data-target": "s1"}
    assert data["promise-p"] == {"data-promise": "p", "data-state": "broken", "data-change": "changed"}
    assert data["card-b-1"]["data-change"] == "added"
    assert data["card-b-1-2"]["data-node"] == "b-1"


def test_only_what_is_faded_is_pale(svg: Element) -> None:
    pale = {one.get("id") for one in svg.iter() if one.get("opacity") == theme().faded}
    assert pale == {"card-s1", "connector-2", "promise-q"}


def test_a_card_with_a_link_is_inside_it(svg: Element) -> None:
    (link,) = svg.findall(".//svg:a", NAMES)
    assert dict(link.attrib) == {
        "href": "https://example.com/?a=1&b=2", "target": "_top", "rel": "noopener noreferrer",
    }  # fmt: skip
    assert [one.get("id") for one in link] == ["card-a"]


def texts(view: View) -> dict[str, Element]:
    """The text elements of a view, by what they say."""
    return {one.text or "": one for one in fromstring(Drawing(view).svg()).iter() if one.tag.endswith("text")}


def test_text_stands_at_the_side_where_reading_begins() -> None:
    """From right to left, the end of the line is at its left: the anchor is turned with it."""
    found = texts(replace(VIEW, cards=(replace(VIEW.cards[0], text="שלום"), *VIEW.cards[1:])))
    turned, level, number = found["שלום"], found["Fetch it"], found["1"]
    assert (turned.get("direction"), turned.get("text-anchor")) == ("rtl", None)
    assert (level.get("direction"), level.get("text-anchor")) == (None, None)
    assert (number.get("direction"), number.get("text-anchor")) == (None, "middle")
    assert float(turned.get("x", 0)) > float(level.get("x", 0))
    assert found["delighted"].get("text-anchor") == "end"


def test_lines_stand_beneath_one_another_in_their_box() -> None:
    """The first line's foot is 0.9 of its size beneath the top, each next one a line further down."""
    drawing = Drawing(replace(VIEW, title=" ".join(["Buy a bicycle"] * 12)))
    box = next(shape for shape in drawing.scene.groups[0].shapes if shape.name == "title").box
    lines = [one for one in fromstring(drawing.svg()).iter() if one.get("class") == "title ink-title"]
    feet = [float(one.get("y", 0)) + drawing.scene.height for one in lines]
    assert len(feet) > 1
    assert feet == pytest.approx([box.y + (0.9 + 1.2 * line) * 22 for line in range(len(feet))], abs=0.02)
    assert {float(one.get("x", 0)) for one in lines} == {box.x}
    assert {one.get("font-weight") for one in lines} == {"600"}


def test_boxes_stand_where_they_were_placed() -> None:
    drawing = Drawing(VIEW)
    card = next(group for group in drawing.scene.groups if group.name == "card-a")
    shape = next(shape for shape in card.shapes if shape.name == "a")
    (drawn,) = (one for one in groups(fromstring(drawing.svg()), "card") if one.get("id") == "card-a")
    box = drawn.find("svg:rect[@class='card look-card-company']", NAMES)
    assert box is not None
    assert float(box.get("x", 0)) == pytest.approx(shape.box.x, abs=0.01)
    assert float(box.get("y", 0)) + drawing.scene.height == pytest.approx(shape.box.y, abs=0.01)
    assert float(box.get("width", 0)) == pytest.approx(shape.box.width, abs=0.01)
    assert float(box.get("height", 0)) == pytest.approx(shape.box.height, abs=0.01)
    assert 0 < float(box.get("rx", 0)) <= shape.box.height / 2
