"""Numbers with their unit, as people write them: `31%`, `2.4`, `4 min`, `€ 12`; and the scale of an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from journeys.language.model.duration import Duration, parse_duration

_WRITTEN = re.compile(
    r"([^\d\s.,+-]{0,3})\s*([-+]?\d{1,15}(?:[.,]\d{1,15})?)\s*((?![eE][-+]?\d)[^\d\s.,+-].{0,39})?", re.ASCII
)
_THOUSANDS = re.compile(r"\d{1,3}[.,]\d{3}", re.ASCII)
_SAME: Mapping[str, str] = MappingProxyType(dict.fromkeys(("%", "percent", "per cent", "pct"), "%"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit, empty where none is written. `text` is how it was written.

    `value` is in the unit as written (31 for `31%`). Two can be compared by `amount` where their `measure` is one:
    minutes and hours are, percent and minutes are not.
    """

    text: str
    value: Fraction
    unit: str = ""
    duration: Duration | None = field(default=None, compare=False)

    @property
    def measure(self) -> str:
        """What it is a number of: `elapsed` time, `working days` and the like, or else its unit."""
        return self.duration.unit if self.duration else self.unit

    @property
    def amount(self) -> Fraction:
        """The number that compares: seconds of elapsed time, or else its value."""
        return self.duration.elapsed if self.duration and self.duration.elapsed else self.value

    def within(self, unit: str) -> Quantity:
        """The same in the unit that is meant where none is written; how it was written stays."""
        if self.unit or not unit:
            return self
        return replace(self, unit=unit_of(unit), duration=_duration(f"{self.text} {unit}", self.value))

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=1024)
def unit_of(word: str) -> str:
    """A unit in the one way in which it is compared: `percent` is `%`, case and blanks do not count."""
    folded = " ".join(word.split()).casefold()
    return _SAME.get(folded, folded)


def _duration(text: str, value: Fraction) -> Duration | None:
    """The time that a quantity is, if it is one. One below zero (earlier by 2 h) is compared as a plain number."""
    if value < 0:
        return None
    try:
        return parse_duration(text)
    except ValueError:
        return None


def parse_quantity(text: str) -> Quantity:
    """Read a number with its unit. Raises ValueError."""
    plain = " ".join(text[:101].split())
    match = _WRITTEN.fullmatch(plain) if len(plain) <= 100 else None
    if match is None or (match[1] and match[3]):
        raise ValueError(f"“{plain[:40]}” is not a quantity; write a number and its unit, like `31%`, `2.4` or `4 min`")
    if _THOUSANDS.fullmatch(match[2]) and "," in match[2]:
        number = match[2].replace(",", "")
        raise ValueError(f"“{plain}” can be read in two ways; write `{number}`, or `{match[2].replace(',', '.')}`")
    value = Fraction(match[2].replace(",", "."))
    return Quantity(plain, value, unit_of(match[1] or match[3] or ""), _duration(plain, value) if match[3] else None)


@dataclass(frozen=True, slots=True)
class Scale:
    """The marks that an answer may have, from the lowest to the highest."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"{self.low} to {self.high}"


_MOST_MARKS = 100
_RANGE = re.compile(r"(-?\d{1,3})\s*(?:to|-|–|…)\s*(-?\d{1,3})", re.ASCII)


def parse_scale(text: str) -> Scale:
    """Read a scale, like `1 to 5`. Raises ValueError."""
    match = _RANGE.fullmatch(text.strip()[:40])
    if match is None or not int(match[1]) < int(match[2]):
        raise ValueError("write the lowest and the highest mark, like `1 to 5`")
    return Scale(int(match[1]), int(match[2]))


def _marks(value: Any) -> Any:
    """Marks one by one, each a number or several (`4 to 5`); what is neither is left for others to refuse."""
    given = value if isinstance(value, list | tuple) else (value,)
    if len(given) > _MOST_MARKS:
        raise ValueError(f"write at most {_MOST_MARKS} marks")
    found: list[Any] = []
    for one in given:
        match = _RANGE.fullmatch(one.strip()) if isinstance(one, str) else None
        found += range(int(match[1]), int(match[2]) + 1) if match else (one,)
    return tuple(found)


def _read(kind: type, parse: Any, advice: str) -> BeforeValidator:
    def read(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        if not isinstance(value, str):
            raise ValueError(advice)
        return parse(value)

    return BeforeValidator(read)


Amount = Annotated[
    Quantity,
    _read(Quantity, parse_quantity, "write a number and its unit, like `31%`, `2.4` or `4 min`"),
    WithJsonSchema({"type": ["string", "number"], "examples": ["31%", "2.4", "4 min"]}),
]
Marked = Annotated[
    Scale,
    _read(Scale, parse_scale, "write the lowest and the highest mark, like `1 to 5`"),
    WithJsonSchema({"type": "string", "examples": ["1 to 5", "0 to 10"]}),
]
Marks = Annotated[tuple[int, ...], BeforeValidator(_marks)]
