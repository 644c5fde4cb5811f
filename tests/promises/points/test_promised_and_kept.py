"""Points 1 and 2: somebody promises, and somewhere it is kept."""

from __future__ import annotations

import pytest

from journeys.api import loads, loads_workspace
from journeys.graph.verdict import Fault, Point, State, Verdict
from promises.cases import HEAD, ORDER_AND_VISIT, points, promise, promises, state
from promises.shop import AT_SERVE, faults, p, said


class TestSomebodyPromises:
    """Point 1."""

    def test_a_declared_owner_promises_a_declared_customer(self) -> None:
        online = promise(
            ORDER_AND_VISIT + "promises: {online: {promise: Online, by: field, to: mover, made: Order, kept: Visit}}"
        )
        assert state(online) is State.SOUND
        assert online.chains == ()

    def test_a_vacant_post_promises_nothing(self) -> None:
        online = promise(
            ORDER_AND_VISIT.replace("field", "vans")
            + "promises: {online: {promise: Online, by: vans, to: mover, made: Order, kept: Visit}}"
        )
        assert points(online) == {Point.PROMISED}
        assert [cause.at for cause in online.verdict.causes] == ["owner:broadband/vans"]

    @pytest.mark.parametrize(
        ("words", "failing"),
        [("by: nobody, to: mover", {Point.PROMISED, Point.OWN_BEHAVIOUR}), ("by: field, to: nobody", {Point.PROMISED})],
    )
    def test_nobody_can_neither_promise_nor_be_promised(self, words: str, failing: set[Point]) -> None:
        journey = loads(
            HEAD + ORDER_AND_VISIT + f"promises: {{online: {{promise: Online, {words}, made: Order, kept: Visit}}}}"
        )
        assert points(journey.promises["online"]) == failing


class TestSomewhereKept:
    """Point 2."""

    def test_a_promise_that_is_kept_nowhere_is_asked_no_further(self) -> None:
        online = promise(
            ORDER_AND_VISIT + "promises: {online: {promise: Online, by: field, to: mover, made: Visit, within: 1 h}}"
        )
        assert points(online) == {Point.KEPT}
        assert online.verdict.timing is None

    def test_a_promise_to_a_customer_is_made_somewhere(self) -> None:
        text = ORDER_AND_VISIT + "promises: {online: {promise: Online, by: field, to: mover, kept: Visit}}"
        assert points(loads(HEAD + text).promises["online"]) == {Point.KEPT}

    def test_a_standing_promise_is_kept_where_its_promiser_supports_its_promisee(self) -> None:
        found = promises("""
steps:
  - step: Order
    frontstage: {do: Take the order, owner: shop}
    backstage: {do: Reserve a line, owner: network}
promises:
  order: {promise: A line, by: shop, to: mover, made: Order, kept: Order, relies_on: [lines]}
  lines: {promise: Lines for the shop, by: network, to: shop, kept: wherever}
  vans: {promise: Lines for the field, by: network, to: field, kept: wherever}
""")
        assert state(found["order"]) is State.SOUND
        assert state(found["lines"]) is State.SOUND
        assert points(found["vans"]) == {Point.KEPT}


class TestKeptAtACustomersAction:
    def test_it_fails_by_name_and_nobody_is_told_to_give_the_customer_an_owner(self) -> None:
        text = AT_SERVE % ("", ", customer: {do: Eat, id: eat}"), "made: Order, kept: eat"
        (cause,) = p(*text).causes
        assert (cause.root.fault, cause.point.value) == (Fault.UNFIT, "somewhere kept")
        (finding,) = said(*text)
        assert "“eat”" in finding.message
        assert "owner" not in finding.help


class TestOneOfSeveralPlaces:
    STEPS = """
  - {step: Order, frontstage: {do: Take it, owner: shop}, next: [Home, Pick up]}
  - {step: Home, frontstage: {do: Bring, owner: shop}, end: true}
  - {step: Pick up, frontstage: {do: Hand over, owner: shop}, end: true}
"""

    def test_any_means_one_and_a_list_each(self) -> None:
        assert p(self.STEPS, "made: Order, kept: {any: [Home, Pick up]}").state is State.SOUND
        each = self.STEPS, "made: Order, kept: [Home, Pick up]"
        assert faults(p(*each)) == [(Fault.MISSED, "pick-up"), (Fault.MISSED, "home")]
        assert all("`kept: {any: [Home, Pick up]}`" in finding.help for finding in said(*each))


class TestOtherFiles:
    def test_uses_and_kept_lead_into_other_files(self) -> None:
        people = "customers: {buyer: {}}\nowners: {shop: {}, depot: {}}\n"
        here = (
            "journey: J\ncustomer: buyer\nsteps:\n"
            "  - {step: Order, frontstage: {do: Take it, owner: shop%s}, next: %s}\n"
            "promises: {p: {promise: P, by: shop, to: buyer, made: Order, kept: %s}}\n"
        )
        there = "journey: K\ncustomer: buyer\nsteps: [{step: A, end: true, frontstage: {do: Do, id: do, owner: %s}}]\n"

        def verdict(here: str, owner: str) -> Verdict:
            texts = {"j.journey.yaml": here, "k.journey.yaml": there % owner}
            return loads_workspace(texts, people).verdicts["promise:j/p"]

        assert faults(verdict(here % (", uses: k/do", "k/", "Order"), "depot")) == [(Fault.UNCOVERED, "a.frontstage.1")]
        assert verdict(here % ("", "k/", "k/do"), "shop").state is State.SOUND
        assert faults(verdict((here % ("", "x", "k/do")).replace("next: x", "end: true"), "shop")) == [
            (Fault.OUT_OF_REACH, "a")
        ]
