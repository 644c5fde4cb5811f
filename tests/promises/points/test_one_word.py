"""Point 10: one word."""

from __future__ import annotations

import pytest

from journeys.graph.verdict import Fault, Point
from promises.cases import ORDER_AND_VISIT, points, promise, promises
from promises.shop import AT_SERVE, SERVE, faults, judged


class TestOneWord:
    """Point 10."""

    PAIR = """
promises:
  online: {promise: Online, by: field, to: mover, made: Order, kept: Visit, within: %s, at_least: %s}
  again: {promise: Online again, by: field, to: %s, made: Order, kept: Visit, within: 5 days, at_least: 95%%}
"""

    @pytest.mark.parametrize(
        ("within", "rate", "contradicts"),
        [("5 days", "95%", False), ("10 days", "99%", False), ("10 days", "95%", True), ("5 days", "99%", True)],
        ids=["the same twice", "a ladder", "two times at one rate", "two rates at one time"],
    )
    def test_two_promises_may_form_a_ladder_and_not_contradict(self, within: str, rate: str, contradicts: bool) -> None:
        found = promises(ORDER_AND_VISIT + self.PAIR % (within, rate, "mover"))
        expected = {Point.ONE_WORD} if contradicts else frozenset()
        assert points(found["online"]) == points(found["again"]) == expected

    def test_two_people_may_be_promised_two_things(self) -> None:
        assert points(promise(ORDER_AND_VISIT + self.PAIR % ("5 days", "99%", "tenant"))) == frozenset()


class TestSevenDays:
    @pytest.mark.parametrize("rates", [("", ""), (", at_least: 90%", ", at_least: 90%")], ids=["unsaid", "said"])
    def test_seven_days_and_seven_working_days_are_two(self, rates: tuple[str, str]) -> None:
        promises = "".join(
            f"  {key}: {{promise: P, by: shop, to: buyer, {SERVE}, within: {within}{rate}}}\n"
            for key, within, rate in zip("pq", ("7 days", "7 working days"), rates, strict=True)
        )
        found = judged(AT_SERVE % (", takes: none", ""), promises)
        assert [[rule for rule, _ in faults(one)] for one in found.values()] == [[Fault.CONTRADICTION]] * 2
