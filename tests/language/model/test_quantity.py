"""Numbers with a unit, and which of them can be compared."""

from __future__ import annotations

from fractions import Fraction

import pytest

from journeys.language.model.quantity import parse_quantity, parse_scale


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("31%", "31", "%"),
        ("31 percent", "31", "%"),
        ("2.4", "2.4", ""),
        ("2,4", "2.4", ""),
        ("-3", "-3", ""),
        ("4 min", "4", "min"),
        ("€ 12", "12", "€"),
        ("12 Calls", "12", "calls"),
        ("1200", "1200", ""),
    ],
)
def test_a_quantity_keeps_its_value_and_its_unit(text: str, value: str, unit: str) -> None:
    found = parse_quantity(text)
    assert (found.value, found.unit, str(found)) == (Fraction(value), unit, text)


@pytest.mark.parametrize("text", ["", "many", "1,200", "1e9", "3 4", "€ 3 min", "9" * 200, "٣"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="; write "):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("90 s", "1.5 min", True),
        ("2 h", "2 working hours", False),
        ("3%", "3", False),
        ("3 calls", "4 Calls", True),
        ("5 m", "5 min", False),
    ],
)
def test_quantities_of_one_measure_can_be_compared(one: str, other: str, same: bool) -> None:
    assert (parse_quantity(one).measure == parse_quantity(other).measure) is same


def test_times_are_compared_in_seconds() -> None:
    assert parse_quantity("90 s").amount == parse_quantity("1.5 min").amount == 90


def test_a_unit_that_is_not_written_is_the_one_that_is_meant() -> None:
    assert parse_quantity("4").within("min").amount == 240
    assert parse_quantity("4 h").within("min").amount == 14_400
    assert parse_quantity("4").within("").unit == ""


@pytest.mark.parametrize("text", ["1 to 5", "1-5", "1 – 5"])
def test_a_scale_has_a_lowest_and_a_highest_mark(text: str) -> None:
    assert str(parse_scale(text)) == "1 to 5"


@pytest.mark.parametrize("text", ["5", "5 to 1", "1 to 99999", "low to high"])
def test_what_is_no_scale_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="like `1 to 5`"):
        parse_scale(text)
