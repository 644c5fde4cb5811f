"""Points 6 and 7: conditions are promised, and nobody waits for himself."""

from __future__ import annotations

import pytest

from journeys.api import loads, loads_workspace
from journeys.graph.verdict import Fault, Point, Silence, State, Verdict
from promises.cases import HEAD, ORDER_AND_VISIT, differences, points, promise, promises, roots, state
from promises.shop import faults, judged, silences


class TestConditionsArePromised:
    """Point 6."""

    VISIT_AND_ORDER = """
promises:
  online: {promise: Online, by: field, to: mover, made: Order, kept: Visit, relies_on: [%s]}
  order: {promise: An order, by: shop, to: %s, made: Order, kept: Order}
  later: {promise: A bill, by: shop, to: mover, made: Order, kept: Bill}
"""
    STEPS = (
        ORDER_AND_VISIT.replace("end: true", "")
        + "  - {step: Bill, frontstage: {do: Send a bill, owner: shop}, end: true}\n"
    )

    @pytest.mark.parametrize("promisee", ["field", "mover"])
    def test_a_condition_is_promised_to_the_promiser_or_the_same_promisee(self, promisee: str) -> None:
        assert state(promise(self.STEPS + self.VISIT_AND_ORDER % ("order", promisee))) is State.SOUND

    def test_a_promise_to_somebody_else_is_of_no_use(self) -> None:
        assert points(promise(self.STEPS + self.VISIT_AND_ORDER % ("order", "network"))) == {Point.CONDITIONS}

    def test_a_condition_that_nobody_promises(self) -> None:
        journey = loads(HEAD + self.STEPS + self.VISIT_AND_ORDER % ("ordered", "mover"))
        assert points(journey.promises["online"]) == {Point.CONDITIONS}

    def test_a_condition_that_is_kept_too_late(self) -> None:
        assert points(promise(self.STEPS + self.VISIT_AND_ORDER % ("later", "mover"))) == {Point.CONDITIONS}

    def test_a_broken_condition_breaks_and_the_root_is_its_own(self) -> None:
        steps = self.STEPS.replace("do: Take the order, owner: shop", "do: Take the order")
        found = promises(steps + self.VISIT_AND_ORDER % ("order", "mover"))
        assert state(found["online"]) is State.BROKEN
        assert found["online"].verdict.causes == ()
        assert found["online"].verdict.broken_conditions == ("promise:broadband/order",)
        assert roots(found["online"]) == [("order", Point.OWN_BEHAVIOUR)]

    def test_a_condition_in_another_journey(self) -> None:
        online = "online: {promise: Online, by: field, to: mover, made: Order, kept: Visit, relies_on: [lines/line]}"
        here = HEAD + ORDER_AND_VISIT + f"promises: {{{online}}}"
        there = HEAD.replace("broadband", "lines") + (
            "steps: [{step: Lay it, end: true, frontstage: {do: Lay the line, owner: network}}]\n"
            "promises: {line: {promise: A line, by: %s, to: mover, made: Lay it, kept: Lay it}}"
        )  # fmt: skip
        shared = "owners: {field: {}, shop: {}, network: {}}\ncustomers: {mover: {}}"
        sections = HEAD[HEAD.index("customers:") :]
        for by, expected in (("network", State.ASSUMED), ("shop", State.BROKEN)):
            texts = {"here": here.replace(sections, ""), "there": (there % by).replace(sections, "")}
            workspace = loads_workspace({f"{name}.journey.yaml": text for name, text in texts.items()}, shared)
            assert differences(workspace, *texts.values(), shared=shared) == []
            assert workspace.verdicts["promise:broadband/online"].state is expected


class TestConditionsComeFirst:
    STEPS = """
  - {step: Order, frontstage: {do: Take it, owner: shop}, next: [{to: Check, when: large}, Serve]}
  - {step: Check, frontstage: {do: Check, owner: depot}, next: Serve}
  - {step: Serve, frontstage: {do: Hand over, owner: shop}, next: [Later, {to: Order, at_most: 1}]}
  - {step: Later, frontstage: {do: Call, owner: depot}, next: [Leave, {to: Serve, at_most: 1}]}
  - {step: Leave, customer: Leave, end: true}
"""
    PROMISES = """
  p: {promise: P, by: shop, to: buyer, made: Order, kept: Serve, relies_on: [q]}
  q: {promise: Q, by: depot, to: shop, made: MADE, kept: KEPT}
"""

    def found(self, made: str, kept: str) -> dict[str, Verdict]:
        return judged(self.STEPS, self.PROMISES.replace("MADE", made).replace("KEPT", kept))

    def test_one_that_comes_first_only_by_looping_back_is_too_late(self) -> None:
        found = self.found("Later", "Later")
        assert found["q"].state is State.SOUND
        assert faults(found["p"]) == [(Fault.AFTER, "q")]

    def test_one_on_some_ways_only_is_an_assumption(self) -> None:
        found = self.found("Check", "Check")
        assert (found["p"].state, silences(found["p"])) == (State.ASSUMED, [(Silence.CONDITION, "q")])


class TestNobodyWaitsForHimself:
    """Point 7."""

    CIRCLE = """
promises:
  online: {promise: Online, by: field, to: mover, made: Order, kept: Visit, relies_on: [a]}
  a: {promise: A, by: field, to: mover, made: Order, kept: Visit, relies_on: [b]}
  b: {promise: B, by: field, to: mover, made: Order, kept: Visit, relies_on: [a]}
  c: {promise: C, by: field, to: mover, made: Order, kept: Visit, relies_on: [c]}
"""

    def test_a_circle_is_one_root_cause(self) -> None:
        found = promises(ORDER_AND_VISIT + self.CIRCLE)
        assert points(found["a"]) == points(found["b"]) == {Point.NO_CIRCLE}
        (root,) = {cause.root for key in "ab" for cause in found[key].verdict.causes}
        assert root.fault is Fault.CIRCLE
        assert points(found["online"]) == frozenset()
        assert [point for _, point in roots(found["online"])] == [Point.NO_CIRCLE]

    def test_a_promise_may_wait_for_itself(self) -> None:
        assert points(promise(ORDER_AND_VISIT + self.CIRCLE, "c")) == {Point.NO_CIRCLE}
