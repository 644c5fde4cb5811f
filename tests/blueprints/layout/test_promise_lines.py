"""The line of a promise: whole where a way leads from made to kept, and broken where its chain breaks."""

from __future__ import annotations

import pytest

from blueprints.drawing import Drawing
from blueprints.layout import measures as m
from blueprints.layout.shapes import Rect, Stroke
from blueprints.views.view import Bar, Lane, LaneShape, State, View

PITCH = m.CARD_WIDTH + m.COLUMN_GUTTER
FIRST = m.MARGIN + m.LANE_NAME_WIDTH + m.COLUMN_GUTTER + m.CARD_WIDTH / 2
"""The x of the first column's middle."""


def shapes_of(bar: Bar) -> tuple[Stroke | Rect, ...]:
    """The line of a bar over five columns, its cross and its ends."""
    lanes = (Lane("promises", "Promises", LaneShape.BARS),)
    drawing = Drawing(View("x", "x", "blueprint", columns=tuple("abcde"), lanes=lanes, bars=(bar,)))
    group = next(group for group in drawing.scene.groups if group.role == "promise")
    return tuple(one for one in group.shapes if isinstance(one, Stroke | Rect) and one.kind in ("span", "end"))


def line(*shapes: Stroke | Rect) -> list[tuple[float, float, str]]:
    """Its parts: from which column to which, and how they are drawn."""
    parts = (one for one in shapes if isinstance(one, Stroke) and " span " in one.name)
    return [(column(one.pieces[0][0].x), column(one.pieces[0][-1].x), one.dash) for one in parts]


def column(x: float) -> float:
    """A place along the columns: 1.0 is the middle of the second, 1.5 midway to the third."""
    return round((x - FIRST) / PITCH, 2)


def cross(*shapes: Stroke | Rect) -> float:
    """Where the cross stands."""
    (found,) = (one for one in shapes if isinstance(one, Stroke) and one.name.endswith(" break"))
    xs = [point.x for piece in found.pieces for point in piece]
    return (min(xs) + max(xs)) / 2


def bar(made: tuple[int, ...] = (0,), kept: tuple[int, ...] = (4,), **more: object) -> Bar:
    ends = (*made, *kept)
    return Bar(id="p", name="P", lane=0, first=min(ends), last=max(ends), made=made, kept=kept, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("skipped", "parts"),
    [
        ((), [(0, 4, "")]),
        ((2,), [(0, 1.5, ""), (1.5, 2.5, "dotted"), (2.5, 4, "")]),
        ((1, 2), [(0, 0.5, ""), (0.5, 2.5, "dotted"), (2.5, 4, "")]),
        ((1, 3), [(0, 0.5, ""), (0.5, 1.5, "dotted"), (1.5, 2.5, ""), (2.5, 3.5, "dotted"), (3.5, 4, "")]),
        ((0, 1, 2, 3, 4), [(0, 4, "dotted")]),
    ],
)
def test_a_line_is_dotted_beneath_columns_that_are_not_on_the_way(
    skipped: tuple[int, ...], parts: list[tuple[float, float, str]]
) -> None:
    assert line(*shapes_of(bar(skipped=skipped))) == parts


@pytest.mark.parametrize(
    ("broken_at", "place"),
    [(2, 2.0), (1, 1.0), (4, 3.9), (0, 0.1), (None, 3.9)],
)
def test_it_is_broken_at_the_column_of_its_cause_or_where_it_is_kept(broken_at: int | None, place: float) -> None:
    shapes = shapes_of(bar(state=State.BROKEN, broken_at=broken_at))
    assert column(cross(*shapes)) == place


@pytest.mark.parametrize("made", [(0,), (0, 2), (4,), (2,)])
@pytest.mark.parametrize("kept", [(4,), (2, 4), (0,), (2,)])
@pytest.mark.parametrize("broken_at", [None, 0, 1, 2, 4])
def test_a_cross_hides_no_end_and_lies_on_no_line(
    made: tuple[int, ...], kept: tuple[int, ...], broken_at: int | None
) -> None:
    one = bar(made, kept, state=State.BROKEN, broken_at=None)
    at = broken_at if broken_at in range(one.first, one.last + 1) else None
    shapes = shapes_of(bar(made, kept, state=State.BROKEN, broken_at=at))
    x = cross(*shapes)
    ends = [one.box for one in shapes if isinstance(one, Rect)]
    assert ends
    assert all(box.right < x - 5 or x + 5 < box.x for box in ends)
    parts = [one.pieces[0] for one in shapes if isinstance(one, Stroke) and " span " in one.name]
    assert parts[0][0].x < x < parts[-1][-1].x
    assert all(part[-1].x < x - 5 or x + 5 < part[0].x for part in parts)


@pytest.mark.parametrize(("skipped", "said"), [((), False), ((2,), True)])
def test_the_legend_explains_a_dotted_line_where_there_is_one(skipped: tuple[int, ...], said: bool) -> None:
    lanes = (Lane("promises", "Promises", LaneShape.BARS),)
    view = View("x", "x", "blueprint", columns=tuple("abcde"), lanes=lanes, bars=(bar(skipped=skipped),))
    assert ("Goes past these steps, not through them" in Drawing(view).svg()) is said
