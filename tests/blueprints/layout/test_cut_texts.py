"""Texts that do not fit: cut with an ellipsis where there is one line, broken where there are more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_views import TEXTS

from blueprints.layout import measures as m
from blueprints.layout.bars import BESIDE, ICON_ROOM, pack_bars
from blueprints.layout.cards import card_body
from blueprints.layout.scene import make_scene
from blueprints.layout.shapes import Box, Group, Text
from blueprints.layout.text import clean, measure, shortened
from blueprints.views.view import Bar, Card, CardStyle, Fact, Feeling, Lane, LaneShape, Phase, View

LONG = "A rather long name that goes on and on until it does not fit into any of the places it is shown in"
FEELING_ROOM = m.CARD_WIDTH - 16


@given(TEXTS, st.floats(30, 400))
def test_a_shortened_text_fits_and_begins_as_it_was(text: str, width: float) -> None:
    (line,) = shortened(text, width, m.SMALL_SIZE)
    assert measure(line, m.SMALL_SIZE) <= width + 1e-6
    if line != clean(text):
        assert line.endswith("…")
        assert clean(text).replace(" ", "").startswith(line[:-1].replace(" ", ""))
        assert measure(clean(text), m.SMALL_SIZE) > width


def test_a_text_that_just_fits_is_whole() -> None:
    width = measure("quite happy", m.SMALL_SIZE)
    assert shortened("quite happy", width, m.SMALL_SIZE) == ("quite happy",)
    assert shortened("quite happy", width - 0.01, m.SMALL_SIZE) == ("quite…",)
    assert shortened("", width, m.SMALL_SIZE) == ()


def feeling_word(word: str, value: int = 1) -> Text:
    """How the word of a feeling is drawn."""
    view = View("v", "V", "blueprint", columns=("One",), lanes=(Lane("f", "Feeling", LaneShape.CURVE),),
                feelings=(Feeling(0, value, word),))  # fmt: skip
    return shape_of(make_scene(view).groups, "feeling 0 word")


def shape_of(groups: tuple[Group, ...], name: str) -> Text:
    """The text of that name."""
    return next(shape for group in groups for shape in group.shapes if isinstance(shape, Text) and shape.name == name)


def test_the_word_of_a_feeling_is_cut_and_never_broken() -> None:
    assert feeling_word("calm").lines == ("calm",)
    (line,) = feeling_word(LONG).lines
    assert line.endswith("…")
    assert LONG.startswith(line[:-1])
    assert FEELING_ROOM / 2 < measure(line, m.SMALL_SIZE) <= FEELING_ROOM


@pytest.mark.parametrize(("value", "beneath"), [(2, True), (1, True), (0, False), (-1, False)])
def test_the_word_stands_on_the_free_side_of_the_curve(value: int, beneath: bool) -> None:
    view = View("v", "V", "blueprint", columns=("One",), lanes=(Lane("f", "Feeling", LaneShape.CURVE),),
                feelings=(Feeling(0, value, "word"),))  # fmt: skip
    groups = make_scene(view).groups
    point = next(shape for group in groups for shape in group.shapes if shape.name == "feeling 0")
    assert (shape_of(groups, "feeling 0 word").box.y > point.box.y) == beneath


def whole(text: Text, room: float) -> bool:
    """Whether all of `LONG` is there, on more than one line, each no wider than the room."""
    fits = all(measure(line, text.size, text.bold) <= room for line in text.lines)
    return " ".join(text.lines) == LONG and len(text.lines) > 1 and fits


def long_view() -> View:
    """A view whose title, facts, phase, step and promise have the same long name."""
    bar = Bar(id="p", name=LONG, lane=1, first=0, last=0, made=(0,), kept=(0,))
    return View(
        "v", " ".join([LONG] * 3), "blueprint", subtitle=LONG, facts=(Fact("Job", LONG),), columns=("One",),
        phases=(Phase(LONG, 0, 0),), lanes=(Lane("steps", ""), Lane("p", LONG, LaneShape.BARS)),
        cards=(Card(id="s", text=LONG, lane=0, column=0, style=CardStyle.STEP),), bars=(bar,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("fact 0", 330.0), ("phase 0 name", m.CARD_WIDTH - 24), ("s.0.text", m.CARD_WIDTH - 2 * m.CARD_INSET),
        ("promise p name", m.CARD_WIDTH - 2 * m.BAR_INSET - ICON_ROOM), ("lane p name", m.LANE_NAME_WIDTH - 14),
    ],
)  # fmt: skip
def test_a_name_is_broken_and_whole(name: str, room: float) -> None:
    text = shape_of(make_scene(long_view()).groups, name)
    assert whole(text, room)
    assert text.box.height == pytest.approx(len(text.lines) * text.size * 1.2)


def test_a_title_is_as_wide_as_the_page_and_then_broken() -> None:
    scene = make_scene(long_view())
    title = shape_of(scene.groups, "title")
    assert " ".join(title.lines) == long_view().title
    assert len(title.lines) > 1
    assert all(measure(line, title.size, True) <= scene.width - 2 * m.MARGIN for line in title.lines)


def test_a_cards_text_leaves_room_for_marks_beside_it() -> None:
    """Two marks stand beside the text; three get a row of their own, and the text the whole width."""
    inner = m.CARD_WIDTH - 2 * m.CARD_INSET
    rooms = {
        marks: card_body(
            Card(id="c", text=LONG, lane=0, column=0, style=CardStyle.COMPANY, marks=tuple(range(1, marks + 1)))
        ).lines[0].box.width
        for marks in (0, 1, 2, 3)
    }  # fmt: skip
    assert rooms == {0: inner, 1: inner - m.MARK - 2, 2: inner - 2 * (m.MARK + 2), 3: inner}


def test_facts_stand_beside_a_promises_name_where_both_fit() -> None:
    """Else beneath it: a promise over one column is too narrow, one over three has room."""
    columns = [Box(index * 178.0, 0, m.CARD_WIDTH, 0) for index in range(3)]
    bars = tuple(
        Bar(id=str(last), name="Online in ten days", lane=0, first=0, last=last, facts=("by Fjordnet", "to you"))
        for last in (0, 2)
    )
    view = View("v", "V", "blueprint", columns=("",) * 3, lanes=(Lane("p", "", LaneShape.BARS),), bars=bars)
    narrow, wide = pack_bars(view, columns).bodies[0]
    assert narrow.beside == 0
    assert wide.beside == pytest.approx(measure("Online in ten days", m.CARD_SIZE, True) + BESIDE)
    assert narrow.facts == wide.facts == ("by Fjordnet · to you",)
