"""Durations as people write them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from journeys.language.model.duration import DAY, HOUR, WorkingTime, parse_duration, say_seconds

HOURS = WorkingTime()


@pytest.mark.parametrize(
    ("text", "seconds", "working"),
    [
        ("30 s", 30, False),
        ("30 min", 1800, False),
        ("2 h", 2 * HOUR, False),
        ("1.5 hours", 5400, False),
        ("an hour", HOUR, False),
        ("3 days", 3 * DAY, False),
        ("2 weeks", 14 * DAY, False),
        ("1 month", 30 * DAY, False),
        ("5 working days", 5 * 8 * HOUR, True),
        ("2 working weeks", 10 * 8 * HOUR, True),
        ("4 working hours", 4 * HOUR, True),
        ("about 3 days", 3 * DAY, False),
        ("2 to 4 days", 4 * DAY, False),
        ("2–4 working days", 4 * 8 * HOUR, True),
        ("up to 3 days", 3 * DAY, False),
        ("P3DT4H", 3 * DAY + 4 * HOUR, False),
        ("PT15M", 900, False),
        ("P2W", 14 * DAY, False),
    ],
)
def test_a_duration_is_read_and_the_worst_counts(text: str, seconds: int, working: bool) -> None:
    duration = parse_duration(text)
    assert (duration.seconds(HOURS), duration.working) == (seconds, working)
    assert str(duration) == text


@pytest.mark.parametrize(
    "text", ["soon", "3", "days", "3 dayz", "-2 h", "1:30", "P", "PT", "3 days later", "200 years"]
)
def test_what_is_no_duration_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"working days|hundred years"):
        parse_duration(text)


def test_a_workspace_says_how_long_it_works() -> None:
    short = WorkingTime(day=6 * HOUR, week=4)
    assert parse_duration("1 working week").seconds(short) == 24 * HOUR


@pytest.mark.parametrize(
    ("seconds", "working", "words"),
    [
        (0, False, "0 min"),
        (90, False, "1 min 30 s"),
        (DAY + 4 * HOUR + 61, False, "1 day 4 h"),
        (2 * 8 * HOUR, True, "2 working days"),
        (-HOUR, False, "-1 h"),
    ],
)
def test_a_length_is_said_in_its_two_largest_units(seconds: int, working: bool, words: str) -> None:
    assert say_seconds(Fraction(seconds), working_time=HOURS if working else None) == words
