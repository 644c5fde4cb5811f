"""Point 3: on every path."""

from __future__ import annotations

import pytest

from journeys.api import loads
from journeys.graph.verdict import Fault, Point, State
from promises.cases import HEAD, ORDER_AND_VISIT, points, promise, state
from promises.shop import SERVE, faults, p, said

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


class TestWhen:
    def test_it_holds_for_its_own_place(self) -> None:
        steps = """
  - {step: Order, frontstage: {do: Take it, owner: shop}, next: [{to: Gift, when: gift}, Ask]}
  - {step: Gift, frontstage: {do: Wrap it, owner: shop}, next: Serve}
  - {step: Ask, frontstage: {do: Ask, owner: shop}, next: [Serve, Leave]}
  - {step: Leave, customer: Leave, end: true}
  - {step: Serve, frontstage: {do: Hand over, owner: shop}, end: true}
"""
        both = p(steps, "made: [{at: Order, when: gift}, Ask], kept: Serve")
        assert faults(both) == faults(p(steps, "made: Ask, kept: Serve")) == [(Fault.MISSED, "leave")]
        assert p(steps, "made: {at: Order, when: gift}, kept: Serve").state is State.SOUND

    def test_it_holds_for_the_way_taken_there_once(self) -> None:
        steps = """
  - {step: Taste, frontstage: {do: Ask, owner: shop}, next: [{to: Taste, when: too sweet, at_most: 2},
     {to: Collect, when: right}]}
  - {step: Collect, frontstage: {do: Hand over, owner: shop}, end: true}
"""
        assert p(steps, "made: {at: Taste, when: too sweet}, kept: Collect").state is State.SOUND


class TestEveryEscapeAtOnce:
    def test_six_ends_are_one_finding(self) -> None:
        ends = "".join(f"  - {{step: E{number}, customer: Leave, end: true}}\n" for number in range(6))
        ways = ", ".join(f"E{number}" for number in range(6))
        steps = (
            f"  - {{step: Order, frontstage: {{do: Take it, owner: shop}}, next: [Serve, {ways}]}}\n"
            "  - {step: Serve, frontstage: {do: Hand over, owner: shop}, end: true}\n"
        )
        (finding,) = said(steps + ends, SERVE)
        assert finding.name == "promise-missed-on-a-path"
        assert [place.path[1] for place, message in finding.related if "missed here" in message] == [2, 3, 4, 5, 6, 7]
        assert f"`unless: [{ways}]`" in finding.help
        assert p(steps + ends, f"{SERVE}, unless: [{ways}]").state is State.SOUND


ALL = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}, next: [{all: [Bake, Wrap]}]}
  - {step: Bake, wait: 2 days, frontstage: {do: Bake, owner: shop}, next: Serve}
  - {step: Wrap, wait: 5 days, frontstage: {do: Wrap, owner: shop}, next: %s}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
  - {step: Leave, customer: Leave, end: true}
"""


class TestEnds:
    def test_of_ways_at_once_one_has_to_come_there(self) -> None:
        assert p(ALL % "Leave", SERVE).state is State.SOUND
        one_or_other = (ALL % "Leave").replace("{all: [Bake, Wrap]}", "Bake, Wrap")
        assert faults(p(one_or_other, SERVE)) == [(Fault.MISSED, "leave")]

    def test_an_end_where_the_customer_drops_out_is_one_at_which_it_is_missed(self) -> None:
        steps = """
  - {step: Order, frontstage: {do: Take it, owner: shop}, next: [Serve, Leave]}
  - {step: Serve, frontstage: {do: Hand over, owner: shop}, end: true}
  - {step: Leave, customer: Leave, end: dropped out}
"""
        assert faults(p(steps, SERVE)) == [(Fault.MISSED, "leave")]
        assert p(steps, f"{SERVE}, unless: Leave").state is State.SOUND
