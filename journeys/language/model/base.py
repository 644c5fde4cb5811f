"""What the models share: how text, one-or-many, switches, durations and rates are read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from journeys.documented import documented
from journeys.language.model.duration import Duration, parse_duration

T = TypeVar("T")


OWN = "x-"
"""How the user's own keys begin. Loading gathers those of a mapping under this key."""


class Model(BaseModel):
    """A frozen piece of the language; a key it does not know is refused, but for the user's own, which are kept."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True)

    own: dict[str, Any] = Field(default_factory=dict, alias=OWN)
    told_apart: ClassVar[bool] = False
    """Whether it is told as a thing of its own; else the user's own keys in it are told with what holds it."""

    def __init_subclass__(cls, **settings: Any) -> None:
        super().__init_subclass__(**settings)
        cls.__doc__ = documented(cls)  # The schema's descriptions, and the reference's.


def fields_of(model: type[Model]) -> dict[str, str]:
    """The keys of a model as they are written, in their order, each with the name of its field."""
    return {info.alias or name: name for name, info in model.model_fields.items() if info.alias != OWN}


def _as_list(value: Any) -> Any:
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)


def _without_slash(value: str) -> str:
    if "/" in value:
        raise ValueError("leave the slash out: it stands between a journey and its promise, as in `broadband/online`")
    return value


def _switch(value: Any) -> Any:
    if isinstance(value, str):
        if value in ("true", "True", "TRUE"):
            return True
        if value in ("false", "False", "FALSE"):
            return False
    if isinstance(value, bool):
        return value
    raise ValueError("write `true` or `false`")


def _duration(value: Any) -> Any:
    if isinstance(value, Duration):
        return value
    if not isinstance(value, str):
        raise ValueError("write a duration like `2 h` or `5 working days`")
    return parse_duration(value)


def _joined(value: Any) -> Any:
    """Several texts as one; what is no list of texts is left for others to refuse."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "; ".join(item.strip() for item in value)
    return value


def _half(value: Any) -> Any:
    return _halves(str(value)[:60])


@lru_cache(maxsize=1024)
def _halves(text: str) -> float:
    try:
        number = Fraction(text) if _PLAIN.fullmatch(text) else Fraction(9)
    except (ValueError, ZeroDivisionError):
        number = Fraction(9)
    if not -2 <= number <= 2 or number * 2 % 1:
        raise ValueError("write a number from `-2` (bad) to `2` (good), halves too, like `0.5`")
    return int(number) if number.denominator == 1 else float(number)


_PLAIN = re.compile(r"[-+]?[0-9._/ ]{1,40}")
"""A number as people write it: one with an exponent may stand for more digits than there are atoms."""


def _rate(value: Any) -> Any:
    if isinstance(value, Fraction):
        return value
    return _share(value.strip() if isinstance(value, str) else "")


@lru_cache(maxsize=1024)
def _share(text: str) -> Fraction:
    number, hundred = (text[:-1].strip(), 100) if text.endswith("%") else (text, 1)
    try:
        share = Fraction(number) / hundred if _PLAIN.fullmatch(number) else Fraction(-1)
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if not 0 < share <= 1:
        raise ValueError(f"“{text[:40]}” is not a rate; write how often it is kept, like `95%` or `0.95`")
    return share


def shorthand(key: str) -> BeforeValidator:
    """Plain text stands for a mapping with that text under `key`."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000),
    WithJsonSchema({"type": ["string", "number"]}),
]
Words = Annotated[
    Text,
    BeforeValidator(_joined),
    WithJsonSchema(
        {"anyOf": [{"type": ["string", "number"]}, {"type": "array", "items": {"type": ["string", "number"]}}]}
    ),
]
"""A text, or several that are told as one."""
Id = Annotated[Text, AfterValidator(_without_slash)]
Many = Annotated[tuple[T, ...], BeforeValidator(_as_list)]
Switch = Annotated[bool, BeforeValidator(_switch), WithJsonSchema({"type": "boolean"})]
Lasting = Annotated[
    Duration,
    BeforeValidator(_duration),
    WithJsonSchema({"type": "string", "examples": ["2 h", "3 days", "5 working days"]}),
]
Feeling = Annotated[
    float,
    BeforeValidator(_half),
    WithJsonSchema({"type": "number", "minimum": -2, "maximum": 2, "multipleOf": 0.5}),
]
"""From -2 to 2 in halves; a whole one is an `int`."""
Rate = Annotated[
    Fraction,
    BeforeValidator(_rate),
    WithJsonSchema({"type": ["string", "number"], "examples": ["95%"]}),
]


def first(values: Iterable[T]) -> T | None:
    """The first of some values, or None."""
    return next(iter(values), None)
