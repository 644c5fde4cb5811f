"""The geometry of finished drawings: of the examples, and of random views."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from random_views import views
from rules_of_geometry import problems
from svg_geometry import read

import blueprints
from blueprints.drawing import Drawing
from blueprints.view import View
from journeys import api

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.journey.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_drawn_cleanly(path: Path) -> None:
    assert problems(read(blueprints.draw(api.load(path)).svg())) == []


@given(views())
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_view_is_drawn_cleanly(view: View) -> None:
    assert problems(read(Drawing(view).svg())) == []
