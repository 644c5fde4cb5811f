"""What plots are made from: figures as plain data, so that drawing knows no surveys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

FEW = 30
"""With fewer answers than this nothing is judged."""


class Point(NamedTuple):
    """What was answered in a month: the share or mean, its interval, and how many answered.

    `label` is the month, as `2026-03` (then those between that are missing are shown as gaps), or any other words.
    `value`, `low` and `high` are in the unit shown: percent from 0 to 100, NPS from −100 to 100, or a mean. With no
    answers there is no value, whatever they say.
    """

    label: str
    value: float
    low: float
    high: float
    answers: int


@dataclass(frozen=True, slots=True)
class Trend:
    """An index over months. `unit` follows its figures (`%`), `low` and `high` are the ends of its scale.

    Without them a scale in percent goes from 0 to 100, another as far as the figures do. `bounds` are goals, in words
    (`Half are loyal: at least`) and as the figure after these. Months with fewer answers than `few` are told apart.
    `interval` says what the intervals are.
    """

    title: str
    unit: str
    points: tuple[Point, ...]
    bounds: tuple[tuple[str, float], ...] = ()
    few: int = FEW
    low: float | None = None
    high: float | None = None
    interval: str = "95% interval"


class Feature(NamedTuple):
    """What customers said of a feature: how much better it makes it (0 to 1), how much worse it is without (−1 to 0).

    `kind` is a word of Kano's; `before` is better and worse in an earlier survey. Where there is no figure, it is not
    a number. `doubtful` is one whose kind may be chance.
    """

    name: str
    better: float
    worse: float
    kind: str
    answers: int
    before: tuple[float, float] | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Plane:
    """Features by what they do when they are there and when they are missing (Berger et al. 1993)."""

    title: str
    features: tuple[Feature, ...]
    few: int = FEW
