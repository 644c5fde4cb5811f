"""What a measure asks, and how the answers make its number."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from journeys.language.model.purpose import Measure
from journeys.language.model.quantity import Scale


class Index(NamedTuple):
    """How answers to `questions` (each an id and its words) make a number; `reckoned` is empty for what is no index.

    `scale` and `yes` (the marks that count as a yes) are what is written, or else what `reckoned` implies.
    """

    reckoned: str
    questions: tuple[tuple[str, str], ...]
    scale: Scale | None
    yes: tuple[int, ...]

    @property
    def a_share(self) -> bool:
        """Whether it is the share of those who say yes."""
        return self.reckoned in ("all", "share", "csat")


# What `as` implies where nothing else is written: the scale, and the marks that count as a yes.
_IMPLIED: Mapping[str, tuple[Scale, tuple[int, ...]]] = MappingProxyType(
    {"nps": (Scale(0, 10), (9, 10)), "csat": (Scale(1, 5), (4, 5)), "ces": (Scale(1, 7), ())}
)


def index_of(measure: Measure) -> Index:
    """How a measure is reckoned from answers."""
    reckoned = "all" if measure.all_of else measure.as_ or "mean" if measure.of else ""
    if not reckoned:
        return Index("", (), None, ())
    scale, yes = _IMPLIED.get(reckoned, (None, ()))
    questions = tuple((measure.all_of or measure.of).items())
    return Index(reckoned, questions, measure.scale or scale, measure.yes or yes)
