"""What is written on a way to the next step stands between the two, over its arrow."""

from __future__ import annotations

import pytest
from rules_of_geometry import problems
from small_views import view_of_cells
from svg_geometry import read

from blueprints.drawing import Drawing
from blueprints.layout import measures as m
from blueprints.layout.grid import lay_out


@pytest.mark.parametrize("label", ["", "no", "the part is missing", "after 20 working days, at most twice"])
def test_it_has_room_between_the_cards(label: str) -> None:
    view = view_of_cells([(0, 0), (0, 1), (0, 2)], [(0, 1), (0, 2), (1, 2)], label=label, steps=3)
    grid = lay_out(view, 0.0)
    before, after = grid.cards["0"], grid.cards["1"]
    route = grid.routes[0]
    assert [point.y for point in route.points] == [route.points[0].y] * 2
    if label:
        assert route.label is not None
        box, lines = route.label
        assert " ".join(lines) == label
        assert before.right < box.x < box.right < after.x
        assert box.bottom < route.points[0].y
        assert box.y > grid.bands[0].y
    else:
        assert after.x - before.right == m.COLUMN_GUTTER
    assert problems(read(Drawing(view).svg())) == []
