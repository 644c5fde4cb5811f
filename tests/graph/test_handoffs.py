"""Where work goes from one owner to another, and whether it was promised."""

from __future__ import annotations

import pytest

from journeys.api import loads
from journeys.graph.handoffs import backing, handoffs, handovers
from journeys.graph.journey import JourneyGraph

HEAD = "journey: J\ncustomers: {guest: {}}\nowners: {cook: {}, waiter: {}, farm: {}}\n"
TEXT = """
steps:
  - step: A
    customer: Eat
    frontstage: {do: Serve, owner: waiter, uses: [Cook, Wipe, Bring], triggers: [Sow, Sow, Wipe]}
    backstage:
      - {do: Cook, owner: cook, uses: [Sow, Rest]}
      - {do: Wipe, owner: waiter, uses: none}
      - {do: Bring, uses: none}
    support: [{do: Sow, owner: farm}, {do: Rest, owner: cook}]
promises:
  cooked: {promise: Cooked, by: cook, to: waiter, made: A, kept: Cook}
  again: {promise: Again, by: cook, to: waiter, made: A, kept: Cook}
  guests: {promise: Guests, by: farm, to: guest, made: A, kept: Sow}
  borrowed: {promise: Borrowed, by: waiter, to: cook, made: A, kept: Sow}
"""


@pytest.fixture
def journey() -> JourneyGraph:
    return loads(HEAD + TEXT)


def test_each_change_of_owner_on_the_way_down_is_one_and_then_each_that_is_set_off(journey: JourneyGraph) -> None:
    assert [(one.above.name, one.below.name, one.trigger is not None) for one in handoffs(journey)] == [
        ("Serve", "Cook", False),
        ("Serve", "Bring", False),
        ("Cook", "Sow", False),
        ("Serve", "Sow", True),
    ]


def test_it_is_covered_by_the_first_promise_from_the_one_below_to_the_one_above(journey: JourneyGraph) -> None:
    covered = {(one.above.name, one.below.name): one for one in handoffs(journey)}
    cooked = covered["Serve", "Cook"]
    assert cooked.promise is not None
    assert (cooked.promise.key, cooked.covered) == ("cooked", True)
    assert [one.covered for ends, one in covered.items() if ends != ("Serve", "Cook")] == [False, False, False]


def test_it_is_owned_where_both_have_an_owner(journey: JourneyGraph) -> None:
    assert [one.below.name for one in handoffs(journey) if not one.owned] == ["Bring"]


def test_one_that_is_set_off_says_where(journey: JourneyGraph) -> None:
    *_, last = handoffs(journey)
    assert last.trigger is not None
    assert last.trigger.path == ("steps", 0, "frontstage", 0, "triggers", 0)


def test_what_supports_and_is_set_off_too_is_handed_over_both_ways() -> None:
    text = "steps: [{step: A, frontstage: {do: F, owner: cook, triggers: S}, support: {do: S, owner: farm}}]"
    assert [one.trigger is not None for one in handoffs(loads(HEAD + text))] == [False, True]


def test_a_customer_hands_nothing_over() -> None:
    text = "steps: [{step: A, customer: {do: Ask, uses: S, triggers: S}, support: {do: S, owner: cook, uses: none}}]"
    assert list(handoffs(loads(HEAD + text))) == []


def test_each_action_of_the_cell_below_is_handed_to() -> None:
    text = "steps: [{step: A, frontstage: {do: F, owner: cook}, support: [{do: S, owner: farm}, {do: T, owner: farm}]}]"
    assert [one.below.name for one in handoffs(loads(HEAD + text))] == ["S", "T"]


@pytest.mark.parametrize(
    ("action", "promisee", "keys"),
    [
        ("Cook", "owner:j/waiter", ["cooked", "again"]),
        ("Cook", "owner:j/farm", []),
        ("Sow", "customer:j/guest", ["guests"]),
        ("Sow", "owner:j/cook", []),
        ("Cook", "", []),
        ("Bring", "owner:j/waiter", []),
    ],
)
def test_only_what_its_owner_promises_backs_an_action(
    journey: JourneyGraph, action: str, promisee: str, keys: list[str]
) -> None:
    (found,) = (one for one in journey.actions if one.name == action)
    assert [promise.key for promise in backing(journey, found, promisee)] == keys


class TestHandovers:
    @pytest.mark.parametrize(
        ("steps", "expected"),
        [
            ("{step: A, frontstage: {do: F, owner: cook}}, {step: B, frontstage: {do: G, owner: farm}}", [("F", "G")]),
            ("{step: A, frontstage: {do: F, owner: cook}}, {step: B, frontstage: {do: G, owner: cook}}", []),
            ("{step: A, frontstage: {do: F, owner: cook}}, {step: B, frontstage: G}", []),
            ("{step: A, frontstage: F}, {step: B, frontstage: {do: G, owner: cook}}", []),
            ("{step: A, frontstage: {do: F, owner: cook}, next: o/}, {step: B, frontstage: {do: G, owner: farm}}", []),
            (
                (
                    "{step: A, frontstage: [{do: F, owner: cook}, {do: G, owner: farm}, H]}, "
                    "{step: B, frontstage: {do: I, owner: waiter}}"
                ),
                [("FG", "I")],
            ),
            (
                (
                    "{step: A, frontstage: [{do: F, owner: cook}, {do: G, owner: farm}]}, "
                    "{step: B, frontstage: [{do: I, owner: waiter}, {do: K, owner: farm}]}"
                ),
                [],
            ),
            (
                (
                    "{step: A, frontstage: {do: F, owner: cook}, next: [B, {to: B, when: late}, A, C]}, "
                    "{step: B, frontstage: {do: G, owner: farm}}, {step: C, frontstage: {do: H, owner: waiter}}"
                ),
                [("F", "G"), ("F", "H"), ("G", "H")],
            ),
        ],
    )
    def test_a_customer_is_handed_over_where_all_whom_he_meets_change(
        self, steps: str, expected: list[tuple[str, str]]
    ) -> None:
        found = handovers(loads(f"{HEAD}steps: [{steps}]"))
        assert [
            ("".join(one.name for one in before), "".join(one.name for one in after)) for before, after in found
        ] == expected

    def test_exits_from_anywhere_do_not_count(self) -> None:
        steps = ", ".join(f"{{step: {key}, frontstage: {{do: {key}, owner: {owner}}}}}" for key, owner in (
            ("A", "cook"), ("B", "cook"), ("C", "farm"), ("D", "farm")
        ))  # fmt: skip
        found = handovers(loads(f"{HEAD}anywhere: D\nsteps: [{steps}]"))
        assert [(before[0].name, after[0].name) for before, after in found] == [("B", "C")]
