"""The day on which a time has passed: months by the calendar, working days by the week."""

from __future__ import annotations

from datetime import date

import pytest

from journeys.language.model.days import day_after
from journeys.language.model.duration import DAY, HOUR, NO_TIME, WorkingTime, parse_duration

WEEKENDS = WorkingTime(hours=((5 * DAY, 5 * DAY + HOUR), (6 * DAY, 6 * DAY + HOUR)))


@pytest.mark.parametrize(
    ("begin", "lasting", "end"),
    [
        ("2026-10-01", "1 month", "2026-11-01"),
        ("2027-01-31", "a month", "2027-02-28"),
        ("2026-08-31", "6 months", "2027-02-28"),
        ("2026-10-01", "P18M", "2028-04-01"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2026-10-01", "P2Y", "2028-10-01"),
        ("2026-10-01", "2 weeks", "2026-10-15"),
        ("2026-10-01", "30 days", "2026-10-31"),
        ("2026-10-01", "36 h", "2026-10-03"),
        ("2026-10-01", "1.5 months", "2026-11-15"),
        ("2026-10-02", "1 working day", "2026-10-05"),
        ("2026-10-01", "7 working days", "2026-10-12"),
        ("2026-10-01", "2 working weeks", "2026-10-15"),
        ("2026-10-01", "9 working hours", "2026-10-05"),
        ("2026-10-01", "none", "2026-10-01"),
        ("9999-12-01", "1 month", "9999-12-31"),
        ("9990-01-01", "100 years", "9999-12-31"),
        ("9999-12-30", "5 working days", "9999-12-31"),
    ],
)
def test_a_time_after_a_day(begin: str, lasting: str, end: str) -> None:
    duration = NO_TIME if lasting == "none" else parse_duration(lasting)
    assert day_after(date.fromisoformat(begin), duration, WorkingTime()) == date.fromisoformat(end)


def test_working_days_are_those_on_which_people_work() -> None:
    assert day_after(date(2026, 10, 1), parse_duration("3 working days"), WEEKENDS) == date(2026, 10, 10)
