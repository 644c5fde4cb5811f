"""The geometry of finished drawings: of the examples, and of random views."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from effort import tries
from hypothesis import HealthCheck, given, settings
from random_views import views
from repository import JOURNEYS as EXAMPLES
from rules_of_geometry import bends, crossings, problems
from svg_geometry import read

import blueprints
from blueprints.drawing import Drawing
from blueprints.views.view import Bar, Lane, LaneShape, Note, View
from journeys import api

MOST_CROSSINGS = {"benefits": 0, "broadband": 1, "marketplace": 13, "outpatient": 1}
"""What the examples cannot be drawn without, as far as we know: more is a step back."""


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_drawn_cleanly(path: Path, record_property: Callable[[str, object], None]) -> None:
    picture = read(blueprints.draw(api.load(path)).svg())
    assert problems(picture) == []
    name = path.name.partition(".")[0]
    found, corners = crossings(picture), bends(picture)
    record_property("counted", f"{name}: {found} crossings, {corners:.2f} bends an edge")
    assert found <= MOST_CROSSINGS[name]
    assert corners < 1


@given(views())
@settings(max_examples=tries(500), suppress_health_check=list(HealthCheck))
def test_any_view_is_drawn_cleanly(view: View) -> None:
    assert problems(read(Drawing(view).svg())) == []


def test_many_findings_leave_a_promise_room_for_its_words() -> None:
    notes = tuple(Note(number, "P001", "broken", "error") for number in range(1, 10))
    bar = Bar(id="soon", name="Soon online", lane=0, first=0, last=0, facts=("within 5 working days",),
              marks=tuple(note.number for note in notes))  # fmt: skip
    lanes = (Lane("promises", "Promises", LaneShape.BARS),)
    picture = read(Drawing(View("x", "x", "blueprint", columns=("a",), lanes=lanes, bars=(bar,), notes=notes)).svg())
    assert problems(picture) == []
    (holder,) = picture.of("promise")
    assert {"Soon", "online"} <= {word for words in holder.words for word in words.text.split()}
