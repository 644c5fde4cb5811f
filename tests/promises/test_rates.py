"""A rate is never said, or counted, higher than it is."""

from __future__ import annotations

from fractions import Fraction
from math import prod

from .telling import ONLINE, ORDER_AND_VISIT, verdicts


def test_a_product_too_long_to_be_kept_exactly_is_cut_and_never_raised() -> None:
    rates = [Fraction(999 - number, 1000) for number in range(12)]
    conditions = "".join(
        f"  c{number}: {{promise: C, by: shop, to: mover, made: Order, kept: Order, at_least: {float(rate * 100)}%}}\n"
        for number, rate in enumerate(rates)
    )
    named = ", ".join(f"c{number}" for number in range(12))
    middle = f"  all: {{promise: All, by: field, to: mover, made: Order, kept: Visit, relies_on: [{named}]}}\n"
    best = verdicts(ORDER_AND_VISIT + ONLINE % ", relies_on: all" + middle + conditions)["online"].best_rate
    assert best is not None
    assert prod(rates) - Fraction(1, 10**30) < best < prod(rates)
