"""The ten points of the calculus, a few readable cases for each; point 8 has a file of its own, `test_timing`."""

from __future__ import annotations

from fractions import Fraction

import pytest

from journeys.api import loads, loads_workspace
from journeys.graph.verdict import Fault, Point, Silence, State

from .cases import HEAD, ORDER_AND_VISIT, differences, points, promise, promises, roots, state


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


BRANCH = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: shop}
    next: [Visit, {to: Cancel, when: no slot}]
  - step: Visit
    frontstage: {do: Install the line, owner: field}
    end: true
  - step: Cancel
    frontstage: {do: Confirm it, owner: shop}
    end: true
promises:
  online: {promise: Online, by: field, to: mover, made: Order, kept: Visit%s}
"""


class TestOnEveryPath:
    """Point 3."""

    def test_a_path_that_ends_without_it_breaks_it(self) -> None:
        assert points(promise(BRANCH % "")) == {Point.EVERY_PATH}

    def test_unless_releases_it(self) -> None:
        assert state(promise(BRANCH % ", unless: Cancel")) is State.SOUND

    def test_a_promise_made_to_some_is_asked_of_their_paths_alone(self) -> None:
        text = BRANCH.replace("next: [Visit", "next: [{to: Visit, when: a slot is free}")
        assert points(promise(text % "")) == {Point.EVERY_PATH}
        some = text.replace("made: Order", "made: {at: Order, when: a slot is free}")
        assert state(promise(some % "")) is State.SOUND

    def test_it_cannot_be_kept_before_it_is_made(self) -> None:
        online = promise(
            ORDER_AND_VISIT + "promises: {online: {promise: Online, by: shop, to: mover, made: Visit, kept: Order}}"
        )
        assert points(online) == {Point.EVERY_PATH}

    def test_a_loop_with_a_way_out_keeps_it_and_one_without_does_not(self) -> None:
        loop = BRANCH.replace("    end: true\npromises", "    next: [%s]\npromises")
        assert state(promise(loop % ("Order", ""))) is State.SOUND
        assert points(promise(loop % ("Cancel", ""))) == {Point.EVERY_PATH}

    @pytest.mark.parametrize("way_out", ["end: true", "next: [Visit, another-journey/]"])
    def test_the_customer_may_leave_before_it_is_kept(self, way_out: str) -> None:
        text = HEAD + BRANCH.replace("next: [Visit, {to: Cancel, when: no slot}]", way_out) % ""
        assert Point.EVERY_PATH in points(loads(text).promises["online"])

    def test_an_exit_from_anywhere_is_a_path(self) -> None:
        text = "anywhere: [Cancel]" + BRANCH.replace(", {to: Cancel, when: no slot}", "")
        assert points(promise(text % "")) == {Point.EVERY_PATH}
        assert state(promise(text % ", unless: Cancel")) is State.SOUND


class TestOwnBehaviour:
    """Point 4."""

    def test_nobody_promises_what_another_does(self) -> None:
        online = promise(
            ORDER_AND_VISIT + "promises: {online: {promise: Online, by: shop, to: mover, made: Order, kept: Visit}}"
        )
        assert points(online) == {Point.OWN_BEHAVIOUR}

    def test_unless_the_other_has_promised_it_to_him(self) -> None:
        found = promises(
            ORDER_AND_VISIT
            + """
promises:
  online: {promise: Online, by: shop, to: mover, made: Order, kept: Visit, relies_on: [visit]}
  visit: {promise: A visit, by: field, to: shop, made: Order, kept: Visit}
"""
        )
        assert state(found["online"]) is State.SOUND
        assert found["online"].relies_on == {"promise:broadband/visit"}
        assert found["visit"].relied_on_by == {"promise:broadband/online"}

    def test_what_nobody_owns_nobody_can_promise(self) -> None:
        online = promise(
            ORDER_AND_VISIT.replace(", owner: field", "")
            + "promises: {online: {promise: Online, by: field, to: mover, made: Order, kept: Visit}}"
        )
        assert points(online) == {Point.OWN_BEHAVIOUR}


COLUMN = """
steps:
  - step: Visit
    frontstage: {do: Install the line, owner: field%s}
    backstage: {do: Switch it on, owner: network%s}
    support: {do: Find the line%s}
promises:
  online: {promise: Online, by: field, to: mover, made: Visit, kept: Visit%s}
"""


class TestBackedAllTheWayDown:
    """Point 5."""

    def test_each_handoff_below_is_promised(self) -> None:
        found = promises(COLUMN % ("", ", promised: {id: switched}", ", owner: shop, promised: {id: found}", ""))
        assert state(found["online"]) is State.SOUND
        assert found["online"].relies_on == {"promise:broadband/switched", "promise:broadband/found"}

    def test_one_that_is_not_breaks_all_above(self) -> None:
        found = promises(COLUMN % ("", ", promised: {id: switched}", ", owner: shop", ""))
        assert state(found["online"]) is State.BROKEN
        assert state(found["switched"]) is State.BROKEN
        assert {point for _, point in roots(found["online"])} == {Point.BACKED}

    def test_one_owner_needs_no_promise_to_himself(self) -> None:
        assert state(promise((COLUMN % ("", "", ", owner: field", "")).replace("network}", "field}"))) is State.SOUND

    def test_an_action_that_nobody_owns_breaks_the_chain(self) -> None:
        online = promise(COLUMN % ("", ", promised: {id: switched}", "", ""))
        assert state(online) is State.BROKEN
        assert {chain.cause.at for chain in online.chains} == {"action:broadband/visit.support.1"}

    def test_all_of_a_list_below_supports_until_uses_says_what_does(self) -> None:
        text = """
steps:
  - step: Visit
    frontstage: {do: Install the line, owner: field%s}
    backstage: [{do: Switch it on, id: switch, owner: network}, {do: Clean up, id: clean, owner: field}]
promises: {online: {promise: Online, by: field, to: mover, made: Visit, kept: Visit}}
"""
        assert points(promise(text % "")) == {Point.BACKED}
        assert state(promise(text % ", uses: clean")) is State.SOUND
        assert state(promise(text % ", uses: none")) is State.SOUND
        assert points(promise(text % ", uses: switch")) == {Point.BACKED}


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
