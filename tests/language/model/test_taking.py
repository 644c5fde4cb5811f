"""How long something takes: a time, none, or what lies between several."""

from __future__ import annotations

import pytest

from journeys.api import loads
from journeys.language.model.duration import HOUR, NO_TIME


@pytest.mark.parametrize(
    ("written", "hours", "text"),
    [
        ("2 h", 2, "2 h"),
        ("none", 0, "none"),
        ("{usually: 2 h}", 2, "usually 2 h"),
        ("{usually: 2 h, at_most: 1 day}", 24, "usually 2 h, at most 1 day"),
        ("{at_most: 3 h, at_least: 1 h}", 3, "at most 3 h, at least 1 h"),
        ("{usually: 2 working days, at_most: 24 h}", 24, "usually 2 working days, at most 24 h"),
    ],
)
def test_the_worst_counts(written: str, hours: int, text: str) -> None:
    journey = loads(f"journey: A\nsteps: [{{step: Eat, frontstage: {{do: Serve, takes: {written}}}, end: true}}]")
    takes = journey.actions[0].takes
    assert journey.findings == ()
    assert takes is not None
    assert (takes.elapsed, takes.text, takes == NO_TIME) == (hours * HOUR, text, written == "none")


@pytest.mark.parametrize(
    ("written", "at", "message"),
    [
        ("{usually: 2 h, at_most: 1 h}", "at_most", "it takes at most 1 h, and usually 2 h"),
        ("{at_most: 1 h, usually: 2 h}", "at_most", "it takes at most 1 h, and usually 2 h"),
        ("{usually: 2 h, at_least: 3 h}", "at_least", "it takes at least 3 h, and only 2 h"),
        ("{at_least: 3 h}", "", "the longest time is not said"),
        ("{usually: soon}", "usually", "“soon” is not a duration"),
        ("{usual: 2 h}", "usual", "“usual” is not a word of the language here"),
        ("a while", "", "“a while” is not a duration"),
    ],
)
def test_what_cannot_be_is_found_at_its_place_and_nothing_else_is_lost(written: str, at: str, message: str) -> None:
    journey = loads(f"journey: A\nsteps: [{{step: Eat, frontstage: {{do: Serve, takes: {written}}}, end: true}}]")
    finding = journey.findings[0]
    assert finding.message == message
    assert finding.place.path == ("steps", 0, "frontstage", "takes", *([at] if at else []))
    assert [action.name for action in journey.actions] == ["Serve"]
    assert journey.steps[0].end
