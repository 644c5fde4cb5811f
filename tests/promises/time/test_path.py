"""The critical path: each stop once, and which time it is where a loop brings the customer back."""

from __future__ import annotations

from fractions import Fraction

import pytest

from journeys.features.ledger.proof import proof
from journeys.graph.verdict import Point
from journeys.language.quantities import moment_after, nth
from promises.shop import SERVE, judged, loaded, p, said

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


def taken(steps: str, promises: str = "", words: str = "") -> list[tuple[str, list[tuple[str, str, str]]]]:
    verdict = judged(steps, f"  p: {{promise: P, by: shop, to: buyer, {SERVE}, within: 1 min{words}}}\n{promises}")["p"]
    assert verdict.timing is not None
    return [
        (one.name, [(it.what.value, it.name, it.duration) for it in one.taken]) for one in verdict.timing.critical_path
    ]


STEPS = """
  - {step: Order, frontstage: {do: Take it, owner: shop, takes: none}, next: {to: Bake, after: 2 days}}
  - {step: Bake, wait: 1 h, frontstage: {do: Bake, owner: shop, takes: 10 min}}
  - step: Serve
    wait: 10 min
    frontstage: {do: Hand over, owner: shop, takes: 1 h}
    backstage: [{do: Cut, owner: shop, takes: 2 h}, {do: Wrap, owner: shop, takes: 1 min}]
    support: {do: Clean, owner: shop, takes: none}
    end: true
"""


def test_what_takes_the_time_is_named_in_its_order() -> None:
    assert taken(STEPS) == [
        ("Order", []),
        ("Bake", [("after", "", "2 days"), ("wait", "", "1 h")]),
        ("Serve", [("action", "Cut", "2 h"), ("action", "Hand over", "1 h")]),
    ]


def test_a_condition_that_is_waited_for_says_its_deadline() -> None:
    slot = "  slot: {promise: A slot, by: shop, to: buyer, made: Order, kept: bake, within: 9 days}\n"
    steps = STEPS.replace("do: Bake,", "do: Bake, id: bake,")
    assert taken(steps, slot, ", relies_on: slot")[-3:-1] == [("A slot", [("within", "", "9 days")]), ("Bake", [])]


def test_too_late_says_how_to_wait_for_less() -> None:
    steps = STEPS.replace("do: Cut,", "do: Cut, id: cut,")
    (finding,) = said(steps, f"{SERVE}, within: 1 min")
    assert "if it need not wait for “Cut”, say so with `uses`" in finding.help
    assert "write `kept: cut`" in finding.help
    (alone,) = said(steps.replace("takes: 1 h}\n", "takes: 1 h, uses: none}\n"), f"{SERVE}, within: 1 min")
    assert "`uses`" not in alone.help


@pytest.mark.parametrize(
    ("start", "seconds", "expected"),
    [
        (9 * HOUR, 2 * HOUR, "the same day at 11:00"),
        (4 * DAY + 17 * HOUR, 4 * DAY, "on Tuesday at 17:00"),
        (0, 10, "the same day at 0:00:10"),
        (DAY, 11 * DAY, "on Saturday at 0:00 (11 days later)"),
    ],
)
def test_a_moment_after_a_start(start: int, seconds: int, expected: str) -> None:
    assert moment_after(start, Fraction(seconds)) == expected


def test_the_proof_says_when_it_falls_due_and_when_it_is_kept() -> None:
    steps = "  - {step: Order, frontstage: {do: Take it, owner: shop, takes: 2 working days}, next: Serve}\n"
    steps += "  - {step: Serve, frontstage: {do: Hand over, owner: shop, takes: none}, end: true}\n"
    promised = f"  p: {{promise: P, by: shop, to: buyer, {SERVE}, within: 5 days}}\n"
    (claim,) = [one for one in proof(loaded(steps, promised).promises["p"]).claims if one.point is Point.IN_TIME]
    assert claim.says == (
        "promised within 5 days; made on a Friday at 17:00, the worst moment of a week, "
        "it falls due on Wednesday at 17:00 and is kept on Tuesday at 17:00 at the latest, with 1 day to spare"
    )
    assert claim.rests_on[0] == "on Tuesday at 17:00: “Order” (Take it, 2 working days)"
