"""People read what is wrong first, and the code of the rule after it."""

from __future__ import annotations

import blueprints
from blueprints import Mark
from journeys.api import loads

TEXT = "journey: Dinner\nid: dinner\nsteps: [{step: Eat, customer: Eat, end: true}, {step: Pay, customer: Pay}]\n"


def test_a_finding_begins_with_words_and_ends_with_its_code() -> None:
    marks = [Mark("step:dinner/eat", "X1", "The soup is cold"), Mark("step:dinner/pay", "X2", "Nobody brings the bill")]
    drawing = blueprints.draw(loads(TEXT), findings=marks)
    words = drawing.render("text").decode()
    assert "  1. error: The soup is cold (X1)\n" in words
    assert "  2. error: Nobody brings the bill (X2)\n" in words
    svg = drawing.svg()
    assert 0 < svg.index(">The soup is cold<") < svg.index(">X1<")
