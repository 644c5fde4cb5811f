"""The day on which a time has passed, as people count it: months by the calendar, working days by the week."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from math import ceil

from journeys.language.model.duration import DAY, Duration, WorkingTime

_BY_CALENDAR = re.compile(r"(an?|\d{1,4})\s*(m|y)(?:onths?|ears?)?|P(\d{1,4})([MY])", re.IGNORECASE | re.ASCII)


def day_after(day: date, lasting: Duration, working_time: WorkingTime) -> date:
    """The day on which a time has passed that begins on a day; a part of a day counts as a whole one.

    `1 month` after the last of January is the last of February, and a day off is no working day. What would be beyond
    the year 9999 is its last day.
    """
    try:
        match = _BY_CALENDAR.fullmatch(lasting.text)
        if match:
            number, unit = match[1] or match[3], match[2] or match[4]
            many = int(number) if number.isdigit() else 1
            return _months_after(day, many * (12 if unit.lower() == "y" else 1))
        if lasting.working:
            return _worked(day, ceil(lasting.seconds(working_time) / working_time.day), working_time)
        return day + timedelta(days=ceil(lasting.elapsed / DAY))
    except (OverflowError, ValueError):
        return date.max


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _worked(day: date, days: int, working_time: WorkingTime) -> date:
    """The day after so many days on which people work."""
    weekdays = {begin // DAY % 7 for begin, _ in working_time.openings}
    weeks, rest = divmod(days, len(weekdays))
    found = day + timedelta(weeks=weeks)
    while rest:
        found += timedelta(days=1)
        rest -= found.weekday() in weekdays
    return found
