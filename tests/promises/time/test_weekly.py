"""Moments as functions of the week, held against counting second by second what a calendar says."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.language.model.duration import DAY, HOUR, WEEK, WorkingTime
from journeys.promises.time.calendar import Calendar
from journeys.promises.time.weekly import QUARTER, Number, Weekly

HALF_DAYS = WorkingTime(
    4 * HOUR, 3, ((8 * HOUR, 12 * HOUR), (DAY + 13 * HOUR, DAY + 17 * HOUR), (5 * DAY, 5 * DAY + 7200))
)
CALENDARS = [WorkingTime(), WorkingTime(27_000, 5), WorkingTime(DAY, 7), WorkingTime(8 * HOUR, 6), HALF_DAYS]
AMOUNTS = st.sampled_from([1, 10, 600, HOUR, 8 * HOUR, 8 * HOUR + 1, 9 * HOUR, DAY, 40 * HOUR, 3 * DAY, Fraction(7, 2)])
MOMENTS = st.one_of(
    st.integers(0, 3 * WEEK),
    st.integers(0, 600).map(QUARTER.__mul__),
    st.integers(0, 20).map(lambda n: n * DAY + 9 * HOUR),
)
Plain = Callable[[Number], Number]


def worked(moment: Number, seconds: Number, hours: WorkingTime) -> Number:
    """The moment at which work is done, opening by opening."""
    week = moment // WEEK
    while seconds > 0:
        for begin, end in hours.openings:
            opens, closes = begin + week * WEEK, end + week * WEEK
            room = closes - max(moment, opens)
            if room > 0 and seconds > 0:
                moment = max(moment, opens) + min(room, seconds)
                seconds -= min(room, seconds)
        week += 1
    return moment


@st.composite
def sums(draw: st.DrawFn, hours: WorkingTime, depth: int = 5) -> tuple[Weekly, Plain]:
    """A function of moments, and the same by counting."""
    calendar = Calendar(hours)

    def made(depth: int) -> tuple[Weekly, Plain]:
        kind = draw(st.sampled_from(("begin", "wait", "work", "both", "after")[: 5 if depth else 1]))
        if kind == "begin":
            return Weekly.begin(), lambda moment: moment
        one, plain = made(depth - 1)
        if kind in ("both", "after"):
            other, also = made(depth - 1)
            if kind == "both":
                return one.latest(other), lambda moment: max(plain(moment), also(moment))
            return one.then(other), lambda moment: also(plain(moment))
        seconds = draw(AMOUNTS)
        if kind == "wait":
            return one.shifted(seconds), lambda moment: plain(moment) + seconds
        return one.then(calendar.worked(seconds)), lambda moment: worked(plain(moment), seconds, hours)

    return made(depth)


@pytest.mark.parametrize("hours", CALENDARS)
@given(data=st.data())
@settings(max_examples=tries(40))
def test_sums_of_waiting_and_work_are_what_counting_gives(hours: WorkingTime, data: st.DataObject) -> None:
    weekly, plain = data.draw(sums(hours))
    for moment in data.draw(st.lists(MOMENTS, min_size=20, max_size=20)):
        assert weekly.at(moment) == plain(moment)


@pytest.mark.parametrize("hours", CALENDARS)
@given(data=st.data())
@settings(max_examples=tries(10))
def test_the_worst_quarter_of_an_hour_is_found(hours: WorkingTime, data: st.DataObject) -> None:
    (one, plain), (other, also) = data.draw(sums(hours, 3)), data.draw(sums(hours, 3))
    slack, moment = one.least_over(other)
    least = {start: plain(start) - also(start) for start in range(0, WEEK, QUARTER)}
    assert slack == min(least.values())
    assert moment == max(start for start, found in least.items() if found == slack)


@given(data=st.data(), count=st.integers(0, 6))
@settings(max_examples=tries(30))
def test_many_rounds_are_one_after_another(data: st.DataObject, count: int) -> None:
    weekly, plain = data.draw(sums(WorkingTime(), 3))
    begin = moment = data.draw(MOMENTS)
    for _ in range(count):
        moment = plain(moment)
    assert weekly.times(count).at(begin) == moment


def test_work_that_ends_at_closing_time_ends_then() -> None:
    day = Calendar(WorkingTime()).worked(8 * HOUR)
    assert day.at(9 * HOUR) == 17 * HOUR
    assert day.at(0) == 17 * HOUR
    assert day.at(9 * HOUR + 1) == DAY + 9 * HOUR + 1
    assert day.at(4 * DAY + 10 * HOUR) == WEEK + 10 * HOUR


def test_nothing_takes_no_time_at_night_either() -> None:
    assert Calendar(WorkingTime()).worked(0).at(3 * HOUR) == 3 * HOUR
