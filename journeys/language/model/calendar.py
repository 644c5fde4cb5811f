"""When people work: so many hours on so many days, or from when to when on which days."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from journeys.language.model.base import Lasting, Many, Model, Text
from journeys.language.model.duration import DAY, HOUR, MINUTE, Duration, WorkingTime

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RANGE = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d{2}))?", re.ASCII)


def _day(day: Duration | None) -> Duration | None:
    if day is not None and (day.working or not 0 < day.elapsed <= DAY):
        raise ValueError("write the hours that people work in a day, more than none and up to 24, like `7.5 h`")
    return day


def _week(week: Duration | None) -> Duration | None:
    days = (week.elapsed / DAY or week.working_days) if week is not None else 1
    if not 1 <= days <= 7 or days.denominator != 1:
        raise ValueError("write the days that people work in a week, from 1 to 7, like `5 days`")
    return week


def days_of(text: str) -> tuple[int, ...]:
    """The days that `mon`, `mon-fri` or `sat, sun` means, from 0 for Monday. Raises ValueError."""
    found: dict[int, None] = {}
    for part in text.lower().split(","):
        first, dash, last = (word.strip() for word in part.replace("–", "-").partition("-"))
        begin, end = _weekday(first), _weekday(last if dash else first)
        found.update(dict.fromkeys(day % 7 for day in range(begin, (end if end >= begin else end + 7) + 1)))
    return tuple(found)


def _weekday(word: str) -> int:
    found = next((place for place, name in enumerate(_NAMES) if len(word) > 1 and name.startswith(word)), None)
    if found is None:
        raise ValueError("write the days like `mon-fri`, `sat` or `sat, sun`")
    return found


def opening_of(text: str) -> tuple[int, int]:
    """When an opening (`8:00-17:00`) begins and ends, in seconds of its day. Raises ValueError."""
    match = _RANGE.fullmatch(text.strip())
    hours = [int(group or 0) for group in match.groups()] if match else [0, 60, 0, 60]
    begin, end = hours[0] * HOUR + hours[1] * MINUTE, hours[2] * HOUR + hours[3] * MINUTE
    if hours[1] > 59 or hours[3] > 59 or not begin < end <= DAY:
        raise ValueError('write from when to when, like `"8:00-17:00"`')
    return begin, end


def _days(text: str) -> str:
    days_of(text)
    return text


def _opening(text: str) -> str:
    opening_of(text)
    return text


Hours = dict[Annotated[Text, AfterValidator(_days)], Many[Annotated[Text, AfterValidator(_opening)]]]


class Calendar(Model):
    """When people work, where it differs from Monday to Friday from 9:00, 8 hours a day."""

    day: Annotated[Lasting | None, AfterValidator(_day)] = Field(None, description="Hours of work in a day: `7.5 h`.")
    week: Annotated[Lasting | None, AfterValidator(_week)] = Field(
        None, description="Days of work in a week: `5 days`."
    )
    hours: Hours = Field({}, description='From when to when on which days, like `mon-fri: "8:00-17:00"`.')


def working_time(calendar: Calendar | None, base: WorkingTime) -> WorkingTime:
    """What a calendar says, on top of what holds without it.

    Hours say how long a day is (as the longest of the week), and how many days a week has, where that is not said.
    """
    if calendar is None:
        return base
    openings = sorted(
        (day * DAY + begin, day * DAY + end)
        for days, ranges in calendar.hours.items()
        for day in days_of(days)
        for begin, end in map(opening_of, ranges)
    )
    hours = _apart(openings)
    worked = _worked(hours)
    day, week = (max(worked.values()), len(worked)) if worked else (base.day, base.week)
    if calendar.day:
        day = max(1, int(calendar.day.elapsed))
    if calendar.week:
        week = int(calendar.week.elapsed / DAY or calendar.week.working_days)
    said = calendar.day or calendar.week
    return WorkingTime(day, week, hours or (() if said else base.hours))


def _apart(openings: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Openings in their order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for begin, end in openings:
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return tuple(found)


def _worked(openings: tuple[tuple[int, int], ...]) -> dict[int, int]:
    """How long each day is worked; an opening may go on past midnight."""
    found: dict[int, int] = {}
    for begin, end in openings:
        for day in range(begin // DAY, -(-end // DAY)):
            part = min(end, (day + 1) * DAY) - max(begin, day * DAY)
            found[day] = found.get(day, 0) + part
    return found
