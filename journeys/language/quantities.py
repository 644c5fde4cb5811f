"""Rates and slacks in words, said here for every list, drawing, page and finding."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import takewhile

from journeys.language.model.duration import DAY, HOUR, MINUTE, WorkingTime, say_seconds

_EXACT, _CUT = 4, 2


def percent(share: Fraction | None) -> str:
    """A rate (from 0 to 1) as people write it, never rounded up: `99.5%`; empty for none.

    Up to four decimals it is as it was written. A longer one is cut after two, or after the first digit that tells it
    from 100%, or from 0%: `99.99985%` is said as `99.9998%` and not as `99.99%`, `0.000018%` as `0.00001%`.
    """
    if share is None:
        return ""
    whole, rest = divmod(share * 100, 1)
    digits = _EXACT
    if (rest * 10**_EXACT).denominator != 1:
        same = {99: "9", 0: "0"}.get(int(whole))
        digits = max(_CUT, _leading(same, rest) + 1) if same else _CUT
    decimals = f"{int(rest * 10**digits):0{digits}}".rstrip("0")
    return f"{whole}.{decimals}%" if decimals else f"{whole}%"


def _leading(digit: str, rest: Fraction) -> int:
    """How many times a digit stands at the beginning of a fraction; no more often than a rate can be written with."""
    written = f"{int(rest * 10**40):040}"
    return sum(1 for _ in takewhile(lambda one: one == digit, written))


NO_BOUND = "no bound"
"""What is said in place of a slack where nobody can say how late it may be."""


def slack(seconds: Fraction, working_time: WorkingTime | None = None) -> str:
    """What is left of a deadline: `2 days`, `none`, `3 h late`; working time if its measure is given."""
    if not seconds:
        return "none"
    said = say_seconds(abs(seconds), working_time=working_time)
    return f"{said} late" if seconds < 0 else said


def to_spare(slack_text: str) -> str:
    """A slack as a phrase of its own: `2 days to spare`, `nothing to spare`, `3 h late`, `no bound`, or empty."""
    if not slack_text or slack_text == NO_BOUND or slack_text.endswith(" late"):
        return slack_text
    return "nothing to spare" if slack_text == "none" else f"{slack_text} to spare"


def reached(seconds: Fraction, working_time: WorkingTime | None = None) -> str:
    """When something is reached that begins now: `after 2 days`, `at once`; working time if its measure is given."""
    return f"after {say_seconds(seconds, working_time=working_time)}" if seconds else "at once"


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def week_moment(seconds: int) -> str:
    """A moment of a week, in seconds from a Monday at midnight, as people say it: `on a Friday at 17:00`."""
    return f"on a {_DAYS[seconds // DAY % 7]} at {_clock(seconds)}"


def moment_after(start: int, seconds: Fraction) -> str:
    """The moment so many seconds after a start (from a Monday at midnight), as people say it.

    `the same day at 9:00`, `on Tuesday at 17:00`; from a week on with the days between, `on Tuesday at 17:00 (11 days
    later)`.
    """
    moment = start + seconds
    days = int(moment // DAY) - start // DAY
    if not days:
        return f"the same day at {_clock(moment)}"
    later = f" ({days:,} days later)" if days >= len(_DAYS) else ""
    return f"on {_DAYS[int(moment // DAY) % 7]} at {_clock(moment)}{later}"


def _clock(moment: Fraction | int) -> str:
    """The time of a day: `17:00`, with seconds if there are any."""
    hours, rest = divmod(int(moment % DAY), HOUR)
    minutes, seconds = divmod(rest, MINUTE)
    return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def nth(number: int) -> str:
    """A number from 1 as a place in a row: `second`, `10,000th`; in words up to ten."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def counted(number: int, word: str) -> str:
    """`1 error`, `2 errors`: for words whose plural ends in `s`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def every(period: object) -> str:
    """How often something comes round: `every month`, `every 6 weeks`."""
    return f"every {str(period).removeprefix('1 ')}"


def ago(day: date, today: date) -> str:
    """How long a day is from today: `3 days ago`, `yesterday`, `today`, `in 2 days`."""
    days = (day - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days)
    return near or (f"{-days:,} days ago" if days < 0 else f"in {days:,} days")
