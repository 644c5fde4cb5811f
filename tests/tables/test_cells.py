"""Cells as texts, and as numbers."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.tables import number, shown
from journeys.tables.table import Cell


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("  a\r\nb\rc ", "a\nb\nc"),
        (4, "4"),
        (4.0, "4"),
        (-4.5, "-4.5"),
        (1e300, "1e+300"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2, 9, 30), "2026-03-02 09:30:00"),
    ],
)
def test_a_cell_is_shown_as_a_person_sees_it(cell: Cell, text: str) -> None:
    assert shown(cell) == text


@pytest.mark.parametrize(
    "cell",
    [None, "", "yes", "4 of 5", "1.234,5", "1,234,567", "1e9", "٤", "0x4", "4.", ".5", True, float("nan"), float("inf"),
     date(2026, 3, 2), "1" * 31],
)  # fmt: skip
def test_what_is_no_number_is_none(cell: Cell) -> None:
    assert number(cell) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3))
def test_a_number_is_what_is_written_with_a_point_or_a_comma(value: Decimal) -> None:
    for said in (f"{value:f}", f" {value:+f} ".replace(".", ",")):
        assert number(said) == Fraction(value)


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_of_a_workbook_is_exactly_what_it_shows(value: int | float) -> None:
    assert number(value) == Fraction(str(value))
