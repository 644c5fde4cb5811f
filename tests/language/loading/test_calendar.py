"""How long people work: what can be said, and what no day and no week has."""

from __future__ import annotations

import pytest

from journeys.api import check, loads_workspace
from journeys.checks.select import Choice
from journeys.language.model.duration import WorkingTime

H, D = 3_600, 86_400
JOURNEY = {"a.journey.yaml": "journey: Dinner\nsteps: [{step: Eat, end: true}]\n"}


@pytest.mark.parametrize(
    ("calendar", "expected"),
    [
        ("{day: 24 h, week: 7 days}", WorkingTime(86_400, 7)),
        ("{day: 1 h, week: 1 day}", WorkingTime(3_600, 1)),
        ("{day: 7.5 h, week: 4 working days}", WorkingTime(27_000, 4)),
        ("{day: 1 day, week: 1 week}", WorkingTime(86_400, 7)),
        ("{day: 30 s}", WorkingTime(30, 5)),
        (
            '{hours: {mon-fri: "8:00-17:00", sat: "10:00-14:00"}}',
            WorkingTime(
                9 * H, 6, (*((day * D + 8 * H, day * D + 17 * H) for day in range(5)), (5 * D + 10 * H, 5 * D + 14 * H))
            ),
        ),
        (
            '{hours: {mon: ["13:30-17:00", 8-12]}, day: 7 h}',
            WorkingTime(7 * H, 1, ((8 * H, 12 * H), (13 * H + H // 2, 17 * H))),
        ),
        ("{hours: {fri-mon: 0-24}}", WorkingTime(D, 4, ((0, D), (4 * D, 7 * D)))),
        (
            '{hours: {"tue, thu": 9 to 10}, week: 5 days}',
            WorkingTime(H, 5, ((D + 9 * H, D + 10 * H), (3 * D + 9 * H, 3 * D + 10 * H))),
        ),
    ],
)
def test_a_calendar_from_a_little_to_always(calendar: str, expected: WorkingTime) -> None:
    workspace = loads_workspace(JOURNEY, f"calendar: {calendar}\n")
    assert workspace.journeys["dinner"].working_time == expected


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("day", "0 h"),
        ("day", "25 h"),
        ("day", "1 working day"),
        ("week", "0 days"),
        ("week", "8 days"),
        ("week", "12 h"),
        ("week", "4.5 days"),
        ("week", "1 working week"),
    ],
)
def test_a_calendar_that_no_day_and_no_week_has(key: str, value: str) -> None:
    workspace = loads_workspace(JOURNEY, f"calendar: {{{key}: {value}}}\n")
    [item] = check(workspace, Choice(only=("F303",)))
    assert item.finding.message == f"`{key}` cannot be “{value}”"
    assert item.source.text[item.span.start : item.span.end] == value
    assert item.finding.help.startswith("write the ")


def test_practices_do_not_say_when_people_work_and_what_does_is_said() -> None:
    workspace = loads_workspace(JOURNEY, "practices: {working_day: 7.5 h, working_week: 4 days}\n")
    for item, help_ in zip(check(workspace, Choice(only=("F301",))), ("day: 7.5 h", "week: 4 days"), strict=True):
        assert item.finding.message == "“practices” does not say when people work: `calendar` does"
        assert item.finding.help == f"write `calendar: {{{help_}}}`"


def test_a_journey_may_have_hours_of_its_own() -> None:
    texts = {"a.journey.yaml": "journey: A\ncalendar: {hours: {sat: 8-12}}\nsteps: [{step: Eat, end: true}]\n"}
    workspace = loads_workspace(texts, "calendar: {day: 7 h}\n")
    assert workspace.journeys["a"].working_time == WorkingTime(4 * H, 1, ((5 * D + 8 * H, 5 * D + 12 * H),))
    assert workspace.shared.working_time == WorkingTime(7 * H)
