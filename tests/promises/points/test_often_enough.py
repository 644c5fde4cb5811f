"""Point 9: often enough."""

from __future__ import annotations

from fractions import Fraction

import pytest

from journeys.graph.verdict import Fault, Point, Silence, State
from promises.cases import ORDER_AND_VISIT, points, promise, state
from promises.shop import faults, judged, silences


class TestOftenEnough:
    """Point 9."""

    RATES = """
promises:
  online: {promise: Online, by: field, to: mover, made: Order, kept: Visit, at_least: %s, relies_on: [%s]}
  slot: {promise: A slot, by: field, to: field, made: Order, kept: Visit, at_least: 90%%, relies_on: []}
  van: {promise: A van, by: shop, to: field, made: Order, kept: Order, at_least: 80%%}
  tools: {promise: Tools, by: shop, to: mover, made: Order, kept: Order, at_least: 95%%}
  all: {promise: All, by: field, to: tenant, made: Order, kept: Visit, relies_on: [slot, van]}
"""

    @pytest.mark.parametrize(
        ("rate", "expected"), [("72%", frozenset()), ("73%", {Point.OFTEN_ENOUGH})], ids=["just reached", "too high"]
    )
    def test_the_rates_of_independent_conditions_multiply(self, rate: str, expected: frozenset[Point]) -> None:
        online = promise(ORDER_AND_VISIT + self.RATES % (rate, "slot, van"))
        assert points(online) == expected
        assert online.verdict.best_rate == Fraction(72, 100)

    @pytest.mark.parametrize(
        ("rate", "expected"),
        [("70%", State.SOUND), ("72%", State.ASSUMED), ("72.1%", State.BROKEN)],
        ids=["however they fail", "if they fail independently", "never"],
    )
    def test_what_is_sure_is_sound_and_what_is_likely_is_assumed(self, rate: str, expected: State) -> None:
        online = promise(ORDER_AND_VISIT + self.RATES % (rate, "slot, van"))
        assert state(online) is expected
        assert {one.silence for one in online.verdict.assumptions} == (
            {Silence.INDEPENDENCE} if expected is State.ASSUMED else set()
        )

    @pytest.mark.parametrize(
        ("rate", "expected"),
        [("75%", State.SOUND), ("76%", State.ASSUMED), ("80%", State.UNPROVEN), ("81%", State.BROKEN)],
    )
    def test_where_they_share_an_action_nothing_is_better_and_less_is_broken(self, rate: str, expected: State) -> None:
        online = promise(ORDER_AND_VISIT + self.RATES % (rate, "van, tools"))
        assert state(online) is expected
        found = online.verdict.rate
        assert found is not None
        assert found.shared
        assert (found.sure, found.likely, found.most) == (Fraction(75, 100), Fraction(76, 100), Fraction(80, 100))

    @pytest.mark.parametrize(("rate", "expected"), [("80%", State.UNPROVEN), ("81%", State.BROKEN)])
    def test_where_they_share_a_system(self, rate: str, expected: State) -> None:
        steps = ORDER_AND_VISIT.replace("owner: shop", "owner: shop, system: CRM").replace(
            "owner: field", "owner: field, system: CRM"
        )
        assert state(promise(steps + self.RATES % (rate, "slot, van"))) is expected

    def test_a_condition_that_says_no_rate_and_rests_on_nothing_is_assumed_to_be_kept_always(self) -> None:
        rates = (self.RATES % ("90%", "slot, van")).replace(", at_least: 80%", "")
        online = promise(ORDER_AND_VISIT + rates)
        assert state(online) is State.ASSUMED
        assert [(one.silence, one.at) for one in online.verdict.assumptions] == [
            (Silence.RATE, "promise:broadband/van")
        ]

    def test_a_promise_without_a_rate_passes_on_those_beneath(self) -> None:
        assert promise(ORDER_AND_VISIT + self.RATES % ("72%", "all")).verdict.best_rate == Fraction(72, 100)

    def test_what_lies_beneath_another_condition_is_not_counted_twice(self) -> None:
        online = promise(ORDER_AND_VISIT + self.RATES % ("72%", "all, slot"))
        assert online.verdict.best_rate == Fraction(72, 100)

    def test_without_conditions_anything_can_be_promised(self) -> None:
        assert promise(ORDER_AND_VISIT + self.RATES % ("100%", "")).verdict.best_rate == 1


class TestSureAndLikelyRates:
    STEPS = """
  - {step: Order, frontstage: {do: Take it, owner: shop%s}}
  - {step: Serve, frontstage: {do: Hand over, owner: shop%s}, end: true}
"""
    PROMISES = """
  p: {promise: P, by: shop, to: buyer, made: Order, kept: Serve, at_least: %s, relies_on: [q, r]}
  q: {promise: Q, by: shop, to: shop, made: Order, kept: Order, at_least: 95%%}
  r: {promise: R, by: shop, to: shop, made: Order, kept: Serve, at_least: 95%%}
"""

    @pytest.mark.parametrize("shared", ["", ", system: db"], ids=["apart", "with a system in common"])
    @pytest.mark.parametrize(
        ("rate", "state"),
        [("90%", State.SOUND), ("90.25%", State.ASSUMED), ("93%", State.BROKEN), ("95.1%", State.BROKEN)],
    )
    def test_nothing_is_better_for_something_shared(self, rate: str, state: State, shared: str) -> None:
        verdict = judged(self.STEPS % (shared, shared), self.PROMISES % rate)["p"]
        together = shared and rate == "93%"
        assert verdict.state is (State.UNPROVEN if together else state)
        assert verdict.rate is not None
        assert (float(verdict.rate.sure), float(verdict.rate.likely)) == (0.9, 0.9025)
        rule = Fault.RATE_UNPROVEN if together else Fault.TOO_OFTEN
        assert faults(verdict) == ([(rule, "p")] if state is State.BROKEN else [])
        assert silences(verdict) == ([(Silence.INDEPENDENCE, "p")] if state is State.ASSUMED else [])

    def test_an_unsaid_rate_counts_as_what_follows_from_those_beneath(self) -> None:
        promises = (self.PROMISES % "99%").replace("relies_on: [q, r]", "relies_on: m")
        promises = promises.replace("95%", "99%") + (
            "  m: {promise: M, by: shop, to: shop, made: Order, kept: [Order, Serve], relies_on: [q]}\n"
        )
        verdict = judged(self.STEPS % ("", ""), promises)["p"]
        assert (verdict.state, verdict.best_rate) == (State.SOUND, pytest.approx(0.99))
