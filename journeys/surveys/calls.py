"""Those who were called back after their answer: whether that came in its time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import MappingProxyType

from journeys.errors import UsageError
from journeys.language.model.days import day_after
from journeys.language.model.duration import DAY, Duration, WorkingTime
from journeys.language.quantities import counted
from journeys.surveys.asking import Unexplained, column_option, two_ways
from journeys.surveys.legend import CALLED, Legend
from journeys.tables import Days, Row, Table, Wanted, find_columns, open_table, shown

MOST = 1_000_000
"""So many people who said no, and so many calls, are looked at: more are no list that anybody works on."""
_WHO = ("respondent", "respondent id", "customer", "customer id", "customer no", "participant", "user id", "called")
_WHEN = ("when", "date", "day", "called on", "followed up", "follow-up date", "contacted", "timestamp")
Moment = date | datetime


class Calls:
    """When who was called back, and the notes of what could not be read."""

    def __init__(self, by_respondent: Mapping[str, Sequence[Moment]], notes: Sequence[str] = ()) -> None:
        """The moments of each respondent, the first first."""
        self._moments = by_respondent
        self.notes = tuple(notes)

    def after(self, respondent: str, since: Moment) -> Moment | None:
        """The first call at a moment or later. On its day, if one of the two says no time."""
        moments = self._moments.get(respondent, ())
        first = bisect_left([_day(one) for one in moments], _day(since))
        for one in moments[first:]:
            if not (isinstance(one, datetime) and isinstance(since, datetime)) or one >= since:
                return one
        return None


NO_CALLS = Calls({})
"""Nobody was called back."""


def read_calls(path: Path, legend: Legend) -> Calls:
    """The calls in a file: a row for each, with who was called and when.

    The columns are those that the legend says of calls, else by their headings. Raises UsageError for a file that
    cannot be read or is too long, and `Unexplained` for a column or an order of days that has to be asked for.
    """
    table = open_table(path)
    person, moment = _places(table, legend)
    days = Days(legend.dates)
    for row in table.rows():
        if isinstance(row, Row):
            days.see(row.cells[moment])
    if days.ambiguous:
        raise two_ways(table.name, table.headings[moment], days)
    calls: dict[str, list[Moment]] = {}
    unread: list[int] = []
    for number, row in enumerate(table.rows()):
        if number >= MOST:
            raise UsageError(f"{table.name} holds more than {MOST:,} calls: name a file of fewer")
        called = days.read(row.cells[moment]) if isinstance(row, Row) else None
        name = shown(row.cells[person]) if isinstance(row, Row) else ""
        if called and name:
            calls.setdefault(name, []).append(called)
        else:
            unread.append(row.line)
    for moments in calls.values():
        moments.sort(key=_order)
    return Calls(MappingProxyType(calls), [f"{table.name}: {note}" for note in (*table.notes, *_left_out(unread))])


def _places(table: Table, legend: Legend) -> tuple[int, int]:
    """The columns that say who was called, and when."""
    said = dict(legend.columns)
    if said.get("respondent") in table.headings:
        said.setdefault(next(iter(CALLED)), said["respondent"])
    wanted = [
        Wanted(role, says, words, True, said.get(role, ""))
        for (role, says), words in zip(CALLED.items(), (_WHO, _WHEN), strict=True)
    ]
    found = find_columns(wanted, table.headings)
    if found.missing:
        raise Unexplained(f"{table.name}: {found.missing}", list(map(column_option, found.without)))
    person, moment = (found.places[one.name] for one in wanted)
    return person, moment


def _left_out(lines: Sequence[int]) -> Iterator[str]:
    if lines:
        yield f"{counted(len(lines), 'row')} left out that name nobody or no day, the first in line {lines[0]}"


def due_after(since: Moment, within: Duration, times: WorkingTime) -> Moment:
    """When a time is over that began with an answer.

    Where the answer says no time of the day, it is over at the end of a day, a part of a day counting as a whole one:
    nobody is called late who may have been in time. Where it does, working time runs by the calendar, and whole days
    end at the same time of the day.
    """
    if not isinstance(since, datetime):
        return day_after(since, within, times)
    try:
        if within.working:
            return _worked(since, within, times)
        if within.elapsed % DAY:
            return since + timedelta(seconds=float(within.elapsed))
        return datetime.combine(day_after(since.date(), within, times), since.time())
    except OverflowError:
        return datetime.max


def _worked(since: datetime, within: Duration, times: WorkingTime) -> datetime:
    from journeys.promises.time.calendar import Calendar

    monday = datetime.combine(since.date() - timedelta(days=since.weekday()), time())
    moment = int((since - monday).total_seconds())
    return monday + timedelta(seconds=float(Calendar(times).worked(within.seconds(times)).at(moment)))


def late(done: Moment, due: Moment) -> timedelta:
    """How much later than due something came, nothing where it came in time; in whole days if one says no time."""
    if isinstance(done, datetime) and isinstance(due, datetime):
        return max(done - due, timedelta())
    return max(_day(done) - _day(due), timedelta())


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _order(moment: Moment) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())
