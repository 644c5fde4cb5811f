"""The critical path: each stop once, and which time it is where a loop brings the customer back."""

from __future__ import annotations

import pytest

from journeys.language.quantities import nth
from promises.shop import SERVE, p

HOUR, DAY = 3600, 86400
LOOPS = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: 1 h}}
  - {step: Bake, wait: 2 days, frontstage: {do: Bake, owner: shop}}
  - {step: Taste, frontstage: {do: Taste, owner: shop, takes: 2 h}, next: [Ice, {to: Bake, at_most: %s}]}
  - {step: Ice, wait: 1 day, frontstage: {do: Ice, owner: shop}, next: [%s, {to: Ice, at_most: 1}]}
  - {step: Wrap, wait: 10 days, frontstage: {do: Wrap, owner: shop}, next: Serve}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
"""


def path(steps: str, words: str = f"{SERVE}, within: 90 days") -> list[tuple[str, float]]:
    timing = p(steps, words).timing
    assert timing is not None
    assert timing.critical_path[-1].seconds == timing.latest
    return [(moment.name, float(moment.seconds)) for moment in timing.critical_path]


def test_all_rounds_of_a_loop_are_told_where_it_is_left() -> None:
    assert path(LOOPS % (2, "Serve")) == [
        ("Order", HOUR),
        ("Bake", HOUR + 2 * DAY),
        ("Taste", 3 * HOUR + 2 * DAY),
        ("Taste, the third time", 7 * HOUR + 6 * DAY),
        ("Ice", 7 * HOUR + 7 * DAY),
        ("Ice, the second time", 7 * HOUR + 8 * DAY),
        ("Serve", 7 * HOUR + 8 * DAY),
    ]


def test_rounds_of_a_loop_beside_the_path_come_at_its_end() -> None:
    steps = (LOOPS % (1, "Serve")).replace("takes: 1 h}}", "takes: 1 h}, next: [Bake, Wrap]}")
    assert path(steps)[-3:] == [
        ("Taste, the second time", 3 * HOUR + 12 * DAY),
        ("Ice, the second time", 3 * HOUR + 13 * DAY),
        ("Serve", 3 * HOUR + 13 * DAY),
    ]


def test_a_step_that_is_come_to_in_a_later_round_alone_is_told_too() -> None:
    steps = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}, next: [Serve, {to: Bake, at_most: 1}]}
  - {step: Bake, wait: 2 days, frontstage: {do: Bake, owner: shop}, next: [Order, {to: Bake, at_most: 2}]}
  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}
"""
    assert path(steps)[-1] == ("Serve", 6 * DAY)


def test_a_promise_made_on_a_way_back_passes_its_step_again() -> None:
    steps = LOOPS % (1, "Serve")
    named = steps.replace("[Ice, {to: Bake,", "[Ice, {to: Bake, when: too sweet,")
    found = path(named, "made: {at: Taste, when: too sweet}, kept: Serve, within: 90 days")
    assert [name for name, _ in found] == [
        "Taste",
        "Bake",
        "Taste, the second time",
        "Taste, the third time",
        "Ice",
        "Ice, the second time",
        "Serve",
    ]


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "first"), (10, "tenth"), (11, "11th"), (12, "12th"), (21, "21st"), (22, "22nd"), (10_001, "10,001st")],
)
def test_a_place_in_a_row(number: int, said: str) -> None:
    assert nth(number) == said
