"""Answers added up: a counter that is small however many there are, and the figure that it gives."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from journeys.graph.index import Index
from journeys.surveys.intervals import FEW, Interval, around, wilson

Number = int | Fraction


@dataclass(slots=True)
class Tally:
    """Responses added up. Each gives `values` of so many `answers`, one for each question that was answered.

    `squares` sums the squares of a response's values (they are summed first), `products` those by its answers, `sizes`
    the squares of these. All is exact, and in whatever order it is added.
    """

    responses: int = 0
    answers: int = 0
    values: Number = 0
    squares: Number = 0
    products: Number = 0
    sizes: int = 0

    def add(self, values: Number, answers: int, times: int = 1) -> None:
        """So many more responses alike."""
        self.responses += times
        self.answers += answers * times
        self.values += values * times
        self.squares += values * values * times
        self.products += values * answers * times
        self.sizes += answers * answers * times

    def add_all(self, other: Tally) -> None:
        """The responses of another tally."""
        self.responses += other.responses
        self.answers += other.answers
        self.values += other.values
        self.squares += other.squares
        self.products += other.products
        self.sizes += other.sizes

    @property
    def mean(self) -> Fraction | None:
        """The mean of all answers; None where there are none."""
        return Fraction(self.values) / self.answers if self.answers else None

    @property
    def variance(self) -> Fraction | None:
        """The variance of the mean, as an estimate; None for fewer than two responses.

        Answers of one response go together, so that responses, not answers, are taken for independent: the mean is a
        ratio of two sums over responses. With one answer in each it is the variance of the answers by their number.
        Source: W. G. Cochran, Sampling Techniques, 3rd edition (1977), 6.11, without the correction for a finite
        population.
        """
        count, mean = self.responses, self.mean
        if count < 2 or mean is None:
            return None
        apart = self.squares - 2 * mean * self.products + mean * mean * self.sizes
        return Fraction(count, count - 1) * apart / self.answers**2


@dataclass(frozen=True, slots=True)
class Figure:
    """A number made of answers, in the unit in which it is shown: percent from 0 to 100, points of an NPS from -100 to
    100, or the mean of marks; and its interval, as sure as `CONFIDENCE`.

    `value` is None where nobody answered, `interval` also where fewer than two did, or all answers to a mean are alike:
    these say nothing of how far others would lie apart. `answers` is the number of responses.
    """

    value: Fraction | None
    interval: Interval | None
    answers: int

    @property
    def few(self) -> bool:
        """Whether so few answered that no verdict is given."""
        return self.answers < FEW


def figure(tally: Tally, index: Index) -> Figure:
    """The figure of a tally whose values are as `journeys.surveys.reckoning` makes them: of a share 1 and 0, of an NPS
    1, 0 and -1, of a mean marks.

    A share of responses of one answer each has Wilson's interval, all else Student's t with the variance of the
    responses (of an NPS, that of 100, 0 and -100), cut at the ends of what is possible.
    """
    mean = tally.mean
    if mean is None:
        return Figure(None, None, 0)
    if index.a_share and tally.answers == tally.responses:
        low, high = wilson(int(tally.values), tally.responses)
        return Figure(mean * 100, Interval(low * 100, high * 100), tally.responses)
    by = 1 if index.reckoned in ("mean", "ces") else 100
    variance = tally.variance
    if not variance:
        return Figure(mean * by, None, tally.responses)
    wide = around(float(mean) * by, float(variance) * by * by, tally.responses - 1)
    return Figure(mean * by, _within(wide, ends(index)), tally.responses)


def ends(index: Index) -> tuple[float, float] | None:
    """The least and the most that a figure can be; None where nothing says it."""
    if index.a_share:
        return 0.0, 100.0
    if index.reckoned == "nps":
        return -100.0, 100.0
    return (float(index.scale.low), float(index.scale.high)) if index.scale else None


def _within(interval: Interval, bounds: tuple[float, float] | None) -> Interval:
    if bounds is None:
        return interval
    return Interval(max(interval.low, bounds[0]), min(interval.high, bounds[1]))
