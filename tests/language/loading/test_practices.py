"""How long people work: what can be said, and what no day and no week has."""

from __future__ import annotations

import pytest

from journeys.api import check, loads_workspace
from journeys.checks.select import Choice
from journeys.language.model.duration import WorkingTime

JOURNEY = {"a.journey.yaml": "journey: Dinner\nsteps: [{step: Eat, end: true}]\n"}


@pytest.mark.parametrize(
    ("practices", "expected"),
    [
        ("{working_day: 24 h, working_week: 7 days}", WorkingTime(86_400, 7)),
        ("{working_day: 1 h, working_week: 1 day}", WorkingTime(3_600, 1)),
        ("{working_day: 7.5 h, working_week: 4 working days}", WorkingTime(27_000, 4)),
        ("{working_day: 1 day, working_week: 1 week}", WorkingTime(86_400, 7)),
        ("{working_day: 30 s}", WorkingTime(30, 5)),
    ],
)
def test_practices_from_a_little_to_always(practices: str, expected: WorkingTime) -> None:
    workspace = loads_workspace(JOURNEY, f"practices: {practices}\n")
    assert workspace.journeys["dinner"].working_time == expected


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("working_day", "0 h"),
        ("working_day", "25 h"),
        ("working_day", "1 working day"),
        ("working_week", "0 days"),
        ("working_week", "8 days"),
        ("working_week", "12 h"),
        ("working_week", "4.5 days"),
        ("working_week", "1 working week"),
    ],
)
def test_practices_that_no_day_and_no_week_has(key: str, value: str) -> None:
    workspace = loads_workspace(JOURNEY, f"practices: {{{key}: {value}}}\n")
    [item] = check(workspace, Choice(only=("F303",)))
    assert item.finding.message == f"`{key}` cannot be “{value}”"
    assert item.source.text[item.span.start : item.span.end] == value
    assert item.finding.help.startswith("write the ")
