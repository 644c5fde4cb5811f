"""What a promiser sets himself beyond what he promises, and what customers do that nobody asked for."""

from __future__ import annotations

import pytest
from asking import HEAD, found, marked

PROMISED = """
steps:
  - step: Order
    frontstage: {do: Take the order, owner: waiter}
  - step: Eat
    frontstage: {do: Serve the dish, owner: waiter}
promises:
  hot: {promise: Hot, by: waiter, to: guest, made: Order, kept: Eat, %s}
"""
PRACTICE = "values: {calm: Calm}\npractices: {slow: {practice: Take your time, serves: calm, at: %s}}\n"


class TestAims:
    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ("within: 2 days, aim: 1 day", False),
            ("within: 2 days, aim: 48 h", True),
            ("within: 2 working days, aim: 16 working hours", True),
            ("within: 2 working days, aim: 15 working hours", False),
            ("within: 10 h, aim: 2 working days", True),  # 16 hours of work are no less by the clock
            ("within: 2 days, aim: 2 working days", False),
            ("within: 2 working days, aim: 3 days", False),  # from a Friday on it is tighter
            ("at_least: 99%, aim: 2 days", True),
            ("valid: 2 weeks, aim: 3 weeks", False),
        ],
    )
    def test_an_aim_is_tighter_than_the_promise(self, words: str, told: bool) -> None:
        assert bool(found("E609", PROMISED % words)) is told

    def test_short_promises_have_aims_too(self) -> None:
        body = "steps: [{step: Eat, frontstage: {do: Serve, owner: waiter, promised: {within: 1 h, aim: 2 h}}}]\n"
        assert marked("E609", body) == ["2 h"]

    @pytest.mark.parametrize("at", ["Order", "Eat", "Eat.frontstage"])
    def test_where_a_value_is_served_somebody_aims_beyond(self, at: str) -> None:
        assert marked("E608", PROMISED % "within: 1 h" + PRACTICE % at) == ["1 h"]
        assert not found("E608", PROMISED % "within: 1 h, aim: 20 min" + PRACTICE % at)

    def test_without_a_time_or_a_value_there_is_nothing_to_aim_beyond(self) -> None:
        assert not found("E608", PROMISED % "at_least: 90%" + PRACTICE % "Eat")
        assert not found("E608", PROMISED % "within: 1 h" + (PRACTICE % "Eat").replace("serves: calm, ", ""))


WORK = """
steps:
  - step: Order
    expects: To be fed
    frontstage: {do: Take the order, owner: waiter}
  - step: Register
    %s
    customer: Fill in a form
    frontstage: {do: Take the form, owner: waiter}
"""


class TestWork:
    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ("feeling: 0", True),
            ("feeling: -1", True),
            ("feeling: 1", False),
            ("expects: To be known", False),
            ("wait: 1 h", False),
            ("proactive: true", False),
            ("end: dropped out", False),
        ],
    )
    def test_what_the_customer_does_for_nobody_is_told(self, words: str, told: bool) -> None:
        assert marked("E607", WORK % words) == (["Fill in a form"] if told else [])

    def test_where_no_expectation_is_written_nothing_is_asked(self) -> None:
        assert not found("E607", (WORK % "feeling: 0").replace("expects: To be fed", "feeling: 0"))

    @pytest.mark.parametrize("goal", ["goals: [fill in a form once]", "needs: [Register]"])
    def test_a_goal_that_names_it_is_its_reason(self, goal: str) -> None:
        head = HEAD.replace("guest: Guest", f"guest: {{name: Guest, {goal}}}")
        assert not found("E607", WORK % "feeling: 0", head=head)

    @pytest.mark.parametrize(("kept", "told"), [("made: Order, kept: Register", False), ("kept: wherever", True)])
    def test_a_promise_that_is_kept_there_is_its_reason(self, kept: str, told: bool) -> None:
        promise = f"promises: {{p: {{promise: P, by: waiter, to: guest, {kept}}}}}\n"
        assert bool(found("E607", WORK % "feeling: 0" + promise)) is told
