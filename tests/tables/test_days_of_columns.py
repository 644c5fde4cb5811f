"""Days of a column: by evidence, never by a guess."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.tables import Days
from journeys.tables.table import Cell

WRITTEN = {"day first": "{0.day}{1}{0.month}{1}{0.year}", "month first": "{0.month}{1}{0.day}{1}{0.year}"}


def days_of(*cells: Cell, order: str = "") -> Days:
    days = Days(order)
    for cell in cells:
        days.see(cell)
    return days


@settings(max_examples=tries(200))
@given(
    st.lists(st.dates(date(1990, 1, 1), date(2060, 1, 1)), min_size=1, max_size=6),
    st.sampled_from(list(WRITTEN)),
    st.sampled_from("/-"),
)
def test_a_column_is_read_as_it_was_written_or_asked_about(days: list[date], order: str, sign: str) -> None:
    cells = [WRITTEN[order].format(day, sign) for day in days]
    seen = days_of(*cells)
    told = any(day.day > 12 for day in days)
    open_ = any(day.day <= 12 and day.day != day.month for day in days)
    assert seen.order == (order if told else "")
    assert bool(seen.ambiguous) == (open_ and not told)
    if not seen.ambiguous:
        assert [seen.read(cell) for cell in cells] == days
    assert [days_of(*cells, order=order).read(cell) for cell in cells] == days


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-03-02", date(2026, 3, 2)),
        (" 2026/3/2 ", date(2026, 3, 2)),
        ("02.03.2026", date(2026, 3, 2)),
        ("2. 3. 2026", date(2026, 3, 2)),
        ("2.3.26", date(2026, 3, 2)),
        ("2.3.98", date(1998, 3, 2)),
        ("2 March 2026", date(2026, 3, 2)),
        ("2. Mar 2026", date(2026, 3, 2)),
        ("Mar 2, 2026", date(2026, 3, 2)),
        ("2026-03-02T14:05:33.123Z", datetime(2026, 3, 2, 14, 5, 33)),
        ("2026-03-02 14:05:33+01:00", datetime(2026, 3, 2, 14, 5, 33)),
        ("2026/03/02 2:05:33 PM GMT+1", datetime(2026, 3, 2, 14, 5, 33)),
        ("2022/06/22 12:07:29 AM AST", datetime(2022, 6, 22, 0, 7, 29)),
        ("02.03.2026, 14:05", datetime(2026, 3, 2, 14, 5)),
        ("3/3/26 9:05", datetime(2026, 3, 3, 9, 5)),
        (date(2026, 3, 2), date(2026, 3, 2)),
        (datetime(2026, 3, 2, 9), datetime(2026, 3, 2, 9)),
    ],
)
def test_days_are_read_as_services_and_people_write_them(cell: Cell, day: date) -> None:
    assert days_of(cell).read(cell) == day


@pytest.mark.parametrize(
    "cell",
    [None, "", "soon", "2026", "2026-03", "2026-02-30", "31/31/2026", "32 March 2026", "26-03-02", "2026-03-02 25:00",
     "2026-03-02 13:00 PM", "2026-03-02 or later", "2 Ma 2026", "2 Fabruary 2026", 46083, 46083.5, True,
     "2026-03/02", "٢/٣/٢٠٢٦", "0000-01-01"],
)  # fmt: skip
def test_what_is_no_day_is_none(cell: Cell) -> None:
    days = days_of(cell)
    assert (days.read(cell), days.order, days.ambiguous) == (None, "", "")


def test_both_readings_of_a_cell_are_shown() -> None:
    days = days_of("4/4/2026", "03/04/2026 10:00", "2026-05-01")
    assert days.ambiguous == "“03/04/2026 10:00” is 2026-04-03 if the day comes first, and 2026-03-04 if the month does"
    assert days.read("03/04/2026") is None
    assert days.read("4/4/2026") == date(2026, 4, 4)


def test_a_column_that_is_written_both_ways_is_told() -> None:
    days = days_of("1/2/2026", "13/1/2026", "1/13/2026")
    assert days.ambiguous == (
        "“1/2/2026” is 2026-02-01 if the day comes first, and 2026-01-02 if the month does; "
        "“13/1/2026” can only be read day first, and “1/13/2026” month first"
    )
    assert [days.read(cell) for cell in ("13/1/2026", "1/13/2026")] == [date(2026, 1, 13)] * 2


def test_what_somebody_said_goes_before_what_the_column_shows() -> None:
    days = days_of("13/1/2026", order="month first")
    assert (days.order, days.ambiguous, days.read("13/1/2026")) == ("month first", "", None)
    assert days.read("1/2/2026") == date(2026, 1, 2)
    assert days.read("1.2.2026") == date(2026, 2, 1)
