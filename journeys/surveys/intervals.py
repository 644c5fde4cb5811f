"""How sure a number is that comes from some answers, and not from all that could be given."""

from __future__ import annotations

from functools import lru_cache
from math import atan, cos, exp, lgamma, log, pi, sin, sqrt
from statistics import NormalDist
from typing import NamedTuple

CONFIDENCE = 0.95
"""So often, of many surveys, an interval holds what all customers together would have answered."""
FEW = 30
"""Fewer answers than these are few: no verdict is given on them."""

_SERIES = 200
"""Up to so many degrees of freedom Student's distribution is summed; beyond, it is expanded around the normal one."""


class Interval(NamedTuple):
    """From where to where a number lies, as sure as was asked."""

    low: float
    high: float


def wilson(yes: int, of: int, confidence: float = CONFIDENCE) -> Interval:
    """The interval of a share of `yes` in `of` answers (both counts), from 0 to 1.

    Wilson's score interval, without a correction for continuity: E. B. Wilson, Probable inference, the law of
    succession, and statistical inference, Journal of the American Statistical Association 22 (1927), 209–212. It is
    good for few answers and for shares near 0 and 1, too. Raises ValueError for no answers, or more `yes` than these.
    """
    if not 0 <= yes <= of or not of:
        raise ValueError(f"{yes} of {of} is no share")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, square = yes / of, z * z / of
    middle = (share + square / 2) / (1 + square)
    half = z * sqrt(share * (1 - share) / of + square / (4 * of)) / (1 + square)
    return Interval(0.0 if not yes else max(0.0, middle - half), 1.0 if yes == of else min(1.0, middle + half))


def around(mean: float, variance: float, freedom: int, confidence: float = CONFIDENCE) -> Interval:
    """The interval of a mean that has a `variance` itself (that of the answers by their number), by Student's t.

    `freedom` are its degrees of freedom: the number of answers less one. Raises ValueError where there are none.
    Source: Student, The probable error of a mean, Biometrika 6 (1908), 1–25.
    """
    half = student((1 + confidence) / 2, freedom) * sqrt(variance)
    return Interval(mean - half, mean + half)


@lru_cache(maxsize=4096)
def student(probability: float, freedom: int) -> float:
    """The quantile of Student's t: what it stays below with a `probability` above 0.5 and below 1.

    Beyond 200 degrees of freedom it is expanded around the normal quantile (Abramowitz and Stegun, Handbook of
    Mathematical Functions, 26.7.5); up to there Newton's method finds where the distribution, a finite sum (26.7.3 and
    26.7.4), has the probability. Raises ValueError for other probabilities and for no degrees of freedom.
    """
    if not 0.5 < probability < 1 or freedom < 1:
        raise ValueError(f"no quantile of {probability} for {freedom} degrees of freedom")
    if freedom > _SERIES:
        return _expanded(probability, freedom)
    low, high = 0.0, 1.0
    while _below(high, freedom) < probability:
        low, high = high, high * 2
    found = (low + high) / 2
    for _ in range(200):
        missing = probability - _below(found, freedom)
        low, high = (found, high) if missing > 0 else (low, found)
        step = found + missing / _density(found, freedom)
        better = step if low < step < high else (low + high) / 2
        if abs(better - found) <= 1e-14 * found:
            break
        found = better
    return found


def _expanded(probability: float, freedom: int) -> float:
    z = NormalDist().inv_cdf(probability)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / float(freedom) ** power for power, term in enumerate(terms, 1))


def _below(t: float, freedom: int) -> float:
    """How likely it is to stay below a `t` that is not below 0."""
    angle = atan(t / sqrt(freedom))
    odd = freedom % 2
    term, total = cos(angle) if odd else 1.0, 0.0
    for number in range(1 + odd, freedom, 2):
        total += term
        term *= cos(angle) ** 2 * number / (number + 1)
    within = (angle + sin(angle) * total) * 2 / pi if odd else sin(angle) * total
    return (1 + within) / 2


def _density(t: float, freedom: int) -> float:
    scale = lgamma((freedom + 1) / 2) - lgamma(freedom / 2) - log(freedom * pi) / 2
    return exp(scale - (freedom + 1) / 2 * log(1 + t * t / freedom))
