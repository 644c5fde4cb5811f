"""Promises: to whom, where made and kept, released by what, and what they rest on."""

from __future__ import annotations

import pytest

from journeys.api import loads
from journeys.graph.nodes import PromiseNode

HEAD = """
journey: J
customer: guest
customers: {guest: {}}
owners: {cook: {}, waiter: {}, farm: {}}
"""
STEPS = """
steps:
  - {step: Order, frontstage: {do: Listen, owner: waiter}}
  - {step: Rain, frontstage: {do: Wait, owner: waiter}}
  - {step: Snow, frontstage: {do: Stay, owner: waiter}}
  - step: Eat
    customer: Eat
    frontstage: {do: Serve, owner: waiter}
    backstage: {do: Cook, owner: cook, promised: {id: cooked%s}}
    end: true
promises:
  warm: {promise: Warm, by: waiter, to: guest, made: Order, kept: Eat, unless: %s}
  good: {promise: Good, by: waiter, to: guest, made: Rain, kept: Eat, unless: %s}
"""


def node(text: str, key: str) -> PromiseNode:
    return loads(HEAD + text).promises[key].node


def steps(ids: tuple[str, ...]) -> list[str]:
    return [id_.rpartition("/")[2] for id_ in ids]


class TestWhereItIsMadeAndReleased:
    @pytest.mark.parametrize(
        ("one", "other", "released"),
        [
            ("[Rain, Snow]", "[Snow]", ["snow"]),
            ("[Rain]", "[Snow]", []),
            ("[Snow, Rain]", "[Snow, Rain]", ["rain", "snow"]),
        ],
    )
    def test_what_releases_all_above_releases_it(self, one: str, other: str, released: list[str]) -> None:
        cooked = node(STEPS % ("", one, other), "cooked")
        assert steps(cooked.unless) == released

    def test_its_own_releases_are_added(self) -> None:
        assert steps(node(STEPS % (", unless: Rain", "Snow", "Snow"), "cooked").unless) == ["rain", "snow"]

    def test_it_is_made_where_what_it_supports_is_made(self) -> None:
        assert steps(node(STEPS % ("", "[]", "[]"), "cooked").made) == ["order", "rain"]

    def test_it_is_made_in_its_own_step_where_nothing_above_is_promised(self) -> None:
        assert steps(node((STEPS % ("", "[]", "[]")).partition("promises:")[0], "cooked").made) == ["eat"]

    def test_it_rests_on_what_is_promised_beneath(self) -> None:
        assert node(STEPS % ("", "[]", "[]"), "warm").beneath == ("promise:j/cooked",)


class TestToWhom:
    @pytest.mark.parametrize(
        ("cells", "to"),
        [
            ("customer: C, frontstage: {do: F, owner: cook, promised: {id: p}}", ["guest"]),
            ("customer: C, backstage: {do: F, owner: cook, promised: {id: p}}", ["guest"]),
            ("frontstage: {do: F, owner: waiter}, backstage: {do: B, owner: cook, promised: {id: p}}", ["waiter"]),
            ("frontstage: {do: F, owner: cook}, backstage: {do: B, owner: cook, promised: {id: p}}", ["cook"]),
            (
                (
                    "frontstage: [{do: F, owner: cook}, {do: G, owner: waiter}], "
                    "backstage: {do: B, owner: cook, promised: {id: p}}"
                ),
                ["waiter"],
            ),
            ("frontstage: F, backstage: {do: B, owner: cook, promised: {id: p}}", []),
            ("backstage: {do: B, owner: cook, promised: {id: p}}", []),
            ("customer: C, frontstage: {do: F, owner: cook, promised: {id: p, to: farm}}", ["farm"]),
        ],
    )
    def test_an_action_promises_to_the_owners_it_supports_or_the_customer(self, cells: str, to: list[str]) -> None:
        promise = node(f"steps: [{{step: A, {cells}}}]", "p")
        assert steps(promise.to) == to
        assert promise.to_customer == ("guest" in to)


class TestStanding:
    TEXT = """
steps:
  - {step: A, customer: C, frontstage: {do: F, owner: waiter}, backstage: {do: B, owner: cook}}
  - {step: B, frontstage: {do: G, owner: cook}, backstage: {do: H, owner: cook}}
  - {step: D, support: {do: S, owner: cook}, frontstage: {do: T, owner: waiter, uses: none, triggers: d.support}}
promises: {p: {promise: P, by: %s, to: %s, kept: wherever}}
"""

    @pytest.mark.parametrize(
        ("by", "to", "kept"),
        [
            ("cook", "waiter", ["a.backstage.1", "d.support.1"]),
            ("cook", "cook", ["b.backstage.1"]),
            ("waiter", "guest", ["a.frontstage.1"]),
            ("waiter", "cook", []),
        ],
    )
    def test_it_is_kept_where_the_promiser_supports_the_promisee(self, by: str, to: str, kept: list[str]) -> None:
        promise = node(self.TEXT % (by, to), "p")
        assert steps(promise.kept) == kept
        assert (promise.made, promise.standing) == ((), True)


def test_a_promise_is_relied_on_by_id_or_by_name_and_once() -> None:
    text = (
        "promises: {a: {promise: A, by: cook, to: guest, relies_on: [b, Bee]}, b: {promise: Bee, by: cook, to: guest}}"
    )
    promise = node("steps: [{step: A}]\n" + text, "a")
    assert promise.relies_on == ("promise:j/b",)
    assert promise.relies_on_at[0].path == ("promises", "a", "relies_on", 0)


def test_one_id_for_two_promises_is_said() -> None:
    text = "steps: [{step: A, support: {do: S, owner: cook, promised: {id: p}}}]\n"
    journey = loads(HEAD + text + "promises: {p: {promise: P, by: cook, to: guest, made: A, kept: A}}")
    (problem,) = journey.problems
    assert (problem.message, problem.help) == ("the promise “p” is there twice", "give one another id")
    assert (problem.name, problem.place.path) == ("duplicate-id", ("steps", 0, "support", 0, "promised"))
