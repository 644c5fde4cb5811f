"""Point 8: in time, a few cases; more of them stand in `test_timing`."""

from __future__ import annotations

import pytest

from journeys.api import loads_workspace
from journeys.graph.verdict import Fault, Silence, State
from promises.shop import AT_SERVE, SERVE, faults, judged, p, said, silences

HOUR = 3600
DAY = 86400


class TestWorkFollowsSupport:
    BAKED = ", backstage: {do: Bake, owner: depot, takes: 1 h, promised: {within: 3 days}}"

    def test_a_consumers_own_work_comes_after_what_it_waits_for(self) -> None:
        late = p(AT_SERVE % (", takes: 1 day", self.BAKED), f"{SERVE}, within: 73 h")
        assert [rule for rule, _ in faults(late)] == [Fault.TOO_LATE]
        assert (late.timing and late.timing.latest, late.slack) == (96 * HOUR, -23 * HOUR)
        in_time = p(AT_SERVE % (", takes: 1 day", self.BAKED), f"{SERVE}, within: 4 days")
        assert (in_time.state, in_time.slack) == (State.SOUND, 0)

    def test_a_supplier_is_not_charged_with_its_consumers_time(self) -> None:
        steps = """
  - step: Plan
    frontstage: {do: Show, owner: shop}
    backstage: {do: Choose, owner: depot, takes: 10 s, promised: {id: choose, within: 15 s}}
    support: {do: Serve, owner: data, promised: {id: serve, within: 1 s}}
    end: true
"""
        found = judged(steps)
        assert (found["serve"].state, silences(found["serve"])) == (
            State.ASSUMED,
            [(Silence.TIME, "plan.support.1")],
        )
        assert (found["choose"].state, found["choose"].slack, found["choose"].causes) == (State.ASSUMED, 4, ())
        assert (silences(found["choose"]), found["choose"].assumed_conditions) == ([], ("promise:j/serve",))


class TestWorkingAndElapsedTime:
    @pytest.mark.parametrize(
        ("takes", "within", "start", "late"),
        [
            # From Thursday at 9:00 … two working days are Friday at 17:00; from Friday at 17:00, Tuesday at 17:00.
            ("2 working days", "23 h", "Friday at 17:00", 96 * HOUR - 23 * HOUR),
            ("2 working hours", "2 h", "Friday at 17:00", 66 * HOUR - 2 * HOUR),
        ],
    )
    def test_they_meet_on_the_calendar(self, takes: str, within: str, start: str, late: int) -> None:
        text = AT_SERVE % (f", takes: {takes}", ""), f"{SERVE}, within: {within}"
        verdict = p(*text)
        (cause,) = verdict.causes
        assert cause.root.fault is Fault.TOO_LATE
        (finding,) = said(*text)
        assert f"made on a {start}" in finding.message
        assert "if the clock stops while nobody works, say `within` in working hours" in finding.help
        assert verdict.timing is not None
        assert verdict.timing.calendar
        assert verdict.slack == -late

    def test_two_working_hours_hold_two_working_hours(self) -> None:
        verdict = p(AT_SERVE % (", takes: 2 working hours", ""), f"{SERVE}, within: 2 working hours")
        assert (verdict.state, verdict.slack) == (State.SOUND, 0)


class TestAConditionElsewhereWithoutWithin:
    STEPS = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}, next: [Serve, Gift]}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
  - {step: Gift, frontstage: {do: Wrap it, owner: shop}, end: true}
"""

    @pytest.mark.parametrize(
        ("within", "state", "slack"),
        [("", State.UNPROVEN, None), (", within: 1 day", State.ASSUMED, 0), (", within: 2 days", State.BROKEN, -DAY)],
    )
    def test_it_has_no_bound(self, within: str, state: State, slack: int | None) -> None:
        people = "customers: {buyer: {}}\nowners: {shop: {}, depot: {}}\n"
        here = (
            "journey: J\ncustomer: buyer\nsteps:\n"
            f"{AT_SERVE % (', takes: none', '')}promises:\n"
            f"  p: {{promise: P, by: shop, to: buyer, {SERVE}, within: 1 day, relies_on: k/q}}\n"
        )
        there = (
            "journey: K\ncustomer: buyer\n"
            "steps: [{step: A, end: true, frontstage: {do: Do, owner: depot, takes: none}}]\n"
            f"promises: {{q: {{promise: Q, by: depot, to: shop, made: A, kept: A{within}}}}}\n"
        )
        workspace = loads_workspace({"j.journey.yaml": here, "k.journey.yaml": there}, people)
        verdict = workspace.verdicts["promise:j/p"]
        assert verdict.state is state
        assert slack is None or verdict.slack == slack
        if not within:
            assert faults(verdict) == [(Fault.BOUNDLESS, "q")]
            assert verdict.causes[0].unproven


class TestNestedLoops:
    STEPS = """
  - {step: Fill in, frontstage: {do: Take it, owner: shop, takes: none}}
  - {step: Check, frontstage: {do: Check, owner: shop, takes: none}, next: [Decide, {to: Fill in, at_most: 2}]}
  - {step: Decide, wait: 10 days, frontstage: {do: Decide, owner: shop}, next: [Serve, {to: Fill in, at_most: 1}]}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
"""

    def test_they_are_not_multiplied(self) -> None:
        verdict = p(self.STEPS, "made: Fill in, kept: Serve, within: 20 days")
        assert (verdict.state, verdict.slack) == (State.SOUND, 0)
        assert verdict.timing is not None
        assert verdict.timing.latest == 20 * DAY


ALL = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}, next: [{all: [Bake, Wrap]}]}
  - {step: Bake, wait: 2 days, frontstage: {do: Bake, owner: shop}, next: Serve}
  - {step: Wrap, wait: 5 days, frontstage: {do: Wrap, owner: shop}, next: %s}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
  - {step: Leave, customer: Leave, end: true}
"""


class TestLongestWay:
    def test_of_ways_at_once_the_longest_counts(self) -> None:
        verdict = p(ALL % "Serve", f"{SERVE}, within: 5 days")
        assert (verdict.state, verdict.slack) == (State.SOUND, 0)

    def test_a_step_takes_as_long_as_the_journey_that_it_stands_for(self) -> None:
        people = "customers: {buyer: {}}\nowners: {shop: {}}\n"
        outer = (
            "journey: J\ncustomer: buyer\nsteps:\n"
            "  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}}\n"
            "  - {step: Move, journey: k}\n"
            "  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}\n"
            f"promises: {{p: {{promise: P, by: shop, to: buyer, {SERVE}, within: %s}}}}\n"
        )
        inner = "journey: K\ncustomer: buyer\nsteps: [{step: A, wait: 10 days, customer: Wait, end: true}]\n"
        for within, state in (("10 days", State.SOUND), ("9 days", State.BROKEN)):
            texts = {"j.journey.yaml": outer % within, "k.journey.yaml": inner}
            assert loads_workspace(texts, people).verdicts["promise:j/p"].state is state
