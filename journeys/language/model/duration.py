"""Durations as people write them: `2 h`, `3 working days`, `about 3 days`, `2 to 4 days`, `P3D`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

MINUTE = 60
HOUR = 3600
DAY = 24 * HOUR
WEEK = 7 * DAY
MONTH = 30 * DAY
YEAR = 365 * DAY

_UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), ("elapsed", 1)),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), ("elapsed", MINUTE)),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), ("elapsed", HOUR)),
    **dict.fromkeys(("d", "day", "days"), ("elapsed", DAY)),
    **dict.fromkeys(("w", "week", "weeks"), ("elapsed", WEEK)),
    **dict.fromkeys(("month", "months"), ("elapsed", MONTH)),
    **dict.fromkeys(("y", "year", "years"), ("elapsed", YEAR)),
    **dict.fromkeys(("working hour", "working hours", "working h"), ("hours", 1)),
    **dict.fromkeys(("working day", "working days", "business day", "business days"), ("days", 1)),
    **dict.fromkeys(("working week", "working weeks"), ("weeks", 1)),
}
_AMOUNT = r"(?:an?|\d+(?:[.,]\d+)?)"
_PLAIN = re.compile(rf"({_AMOUNT})\s*([a-z]+(?: [a-z]+)?)", re.IGNORECASE)
_RANGE = re.compile(rf"{_AMOUNT}\s*(?:to|-|–)\s*({_AMOUNT}\s*[a-z]+(?: [a-z]+)?)", re.IGNORECASE)
_HEDGE = re.compile(r"^(?:about|around|circa|ca\.?|up to|at most|~|≤)\s*", re.IGNORECASE)
_ISO = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?", re.ASCII
)
_LONGEST = 100 * YEAR


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """How long people work: `day` in seconds, `week` in days; and the `hours` of a week, in seconds from Monday 0:00.

    The default is 8 h from 9:00 (earlier where a day's work would pass midnight) on the first 5 days.
    """

    day: int = 8 * HOUR
    week: int = 5
    hours: tuple[tuple[int, int], ...] = ()

    @property
    def openings(self) -> tuple[tuple[int, int], ...]:
        """When people work, from and to, in the order of the week; no two touch."""
        if self.hours:
            return self.hours
        opens = min(9 * HOUR, DAY - self.day)
        return tuple((day * DAY + opens, day * DAY + opens + self.day) for day in range(self.week))


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, elapsed or working. `text` is how it was written.

    `elapsed` is in seconds; `working_hours`, `working_days` and `working_weeks` are amounts
    whose length the workspace decides. A duration is of one kind only.
    """

    text: str
    elapsed: Fraction = Fraction(0)
    working_hours: Fraction = Fraction(0)
    working_days: Fraction = Fraction(0)
    working_weeks: Fraction = Fraction(0)

    @property
    def working(self) -> bool:
        """Whether this is working time."""
        return not self.elapsed and bool(self.working_days or self.working_hours or self.working_weeks)

    @property
    def unit(self) -> str:
        """The measure it is in: durations of one unit compare the same however long a working day is."""
        if self.working_days:
            return "working days"
        if self.working_weeks:
            return "working weeks"
        return "working hours" if self.working_hours else "elapsed"

    def seconds(self, working_time: WorkingTime) -> Fraction:
        """Its length in seconds of its own kind (elapsed seconds, or seconds of work)."""
        if self.elapsed:
            return self.elapsed
        if self.working_days:
            return self.working_days * working_time.day
        if self.working_weeks:
            return self.working_weeks * (working_time.week * working_time.day)
        return self.working_hours * HOUR

    def __str__(self) -> str:
        return self.text


NO_TIME = Duration("none")
"""`takes: none`: somebody says that it takes no time, which is more than to say nothing."""


@lru_cache(maxsize=4096)
def parse_duration(text: str) -> Duration:
    """Read a duration; of a range or an estimate the worst counts. Raises ValueError."""
    if len(text) > 100:
        raise ValueError(_advice(text[:40] + "…"))
    plain = " ".join(text.split())
    iso = _ISO.fullmatch(plain)
    if iso and any(iso.groups()):
        return _bounded(Duration(plain, elapsed=_iso_seconds(iso)))
    body = _HEDGE.sub("", plain)
    ranged = _RANGE.fullmatch(body)
    match = _PLAIN.fullmatch(ranged[1] if ranged else body)
    unit = _UNITS.get(match[2].lower()) if match else None
    if match is None or unit is None:
        raise ValueError(_advice(plain))
    amount = Fraction(1) if match[1].lower() in ("a", "an") else Fraction(match[1].replace(",", "."))
    return _bounded(_of_unit(plain, amount, unit))


def _of_unit(text: str, amount: Fraction, unit: tuple[str, int]) -> Duration:
    kind, size = unit
    match kind:
        case "hours":
            return Duration(text, working_hours=amount)
        case "days":
            return Duration(text, working_days=amount)
        case "weeks":
            return Duration(text, working_weeks=amount)
        case _:
            return Duration(text, elapsed=amount * size)


def _iso_seconds(match: re.Match[str]) -> Fraction:
    sizes = (YEAR, MONTH, WEEK, DAY, HOUR, MINUTE, 1)
    return sum((Fraction(group or 0) * size for group, size in zip(match.groups(), sizes, strict=True)), Fraction(0))


def _bounded(duration: Duration) -> Duration:
    if duration.seconds(WorkingTime(24 * HOUR, 7)) > _LONGEST:
        raise ValueError(f"“{duration.text}” is longer than a hundred years")
    return duration


def _advice(text: str) -> str:
    return f"“{text}” is not a duration; write it like `30 min`, `2 h`, `3 days`, `5 working days` or `2 weeks`"


def say_seconds(seconds: Fraction, *, working_time: WorkingTime | None = None) -> str:
    """A length in words, in its two largest units (`2 days 4 h`); working time if its measure is given.

    `seconds` below zero get a minus sign.
    """
    if seconds < 0:
        return "-" + say_seconds(-seconds, working_time=working_time)
    day = working_time.day if working_time else DAY
    days, rest = divmod(seconds, day)
    hours, rest = divmod(rest, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    word = "working day" if working_time else "day"
    parts = [f"{days} {word}{'' if days == 1 else 's'}"] if days else []
    parts += [f"{hours} h"] if hours else []
    parts += [f"{minutes} min"] if minutes else []
    parts += [f"{float(rest):g} s"] if rest else []
    return " ".join(parts[:2]) or "0 min"
