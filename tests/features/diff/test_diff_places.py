"""Where promises are made and kept, and what steps stand for: which change is more, and which is less."""

from __future__ import annotations

import pytest

from journeys.api import loads_workspace
from journeys.features.diff import WorkspaceDiff, compare

TEXT = """
journey: Dinner
customer: guest
owners: {waiter: {}}
customers: {guest: {}}
lanes: {kpi: {kind: info}}
steps:
  - {step: Order, customer: Order, frontstage: {do: Listen, owner: waiter}, kpi: Calls}
  - {step: Eat, customer: Eat, frontstage: {do: Serve, owner: waiter}, next: Leave}
  - {step: Leave, customer: Leave, frontstage: {do: Wave, owner: waiter}, end: true}
promises: {warm: {promise: Warm, by: waiter, to: guest, made: PLACE, kept: KEPT}}
"""


def diff(
    *pairs: tuple[str, str], made: tuple[str, str] = ("Order", "Order"), kept: tuple[str, str] = ("Eat", "Eat")
) -> WorkspaceDiff:
    texts = [TEXT.replace("PLACE", made[place]).replace("KEPT", kept[place]) for place in (0, 1)]
    for old, new in pairs:
        assert old in texts[1]
        texts[1] = texts[1].replace(old, new)
    return compare(*(loads_workspace({"a.journey.yaml": text}) for text in texts))


@pytest.mark.parametrize(
    ("made", "field", "words"),
    [
        (("Order", "{at: Order, when: a gift}"), "made when", ("", "a gift", "weaker")),
        (("{at: Order, when: a gift}", "Order"), "made when", ("a gift", "", "stronger")),
        (("{at: Order, when: a}", "{at: Order, when: b}"), "made when", ("a", "b", "other")),
        (
            ("{at: Order, when: a}", "[{at: Order, when: a}, {at: Order, when: b}]"),
            "made when",
            ("a", "a, b", "stronger"),
        ),
        (("[{at: Order, when: a}, Eat]", "[Order, Eat]"), "made when", ("a", "", "stronger")),
    ],
)
def test_a_condition_less_is_more(made: tuple[str, str], field: str, words: tuple[str, str, str]) -> None:
    (change,) = diff(made=made).promises()
    term = next(one for one in change.terms if one.field == field)
    assert (term.old, term.new) == words[:2]
    assert term.effect.value == words[2]


@pytest.mark.parametrize(
    ("kept", "effect"),
    [
        (("[Eat, Leave]", "{any: [Eat, Leave]}"), "weaker"),
        (("{any: [Eat, Leave]}", "[Eat, Leave]"), "stronger"),
        (("{any: [Eat, Leave]}", "{any: [Order, Eat, Leave]}"), "weaker"),
        (("Eat", "[Eat, Leave]"), "stronger"),
    ],
)
def test_each_is_more_than_any(kept: tuple[str, str], effect: str) -> None:
    (change,) = diff(kept=kept).promises()
    term = next(one for one in change.terms if one.field == "kept")
    assert term.effect.value == effect


@pytest.mark.parametrize(
    ("old", "new", "field", "told"),
    [
        ("end: true", "end: dropped out", "dropped out", ("", "yes")),
        ("next: Leave", "next: {all: [Leave, Order]}", "way", ("to Leave", "")),
        ("kpi: Calls", "kpi: Waits", "kpi", ("", "Waits")),
    ],
)
def test_what_a_step_says_is_compared(old: str, new: str, field: str, told: tuple[str, str]) -> None:
    details = [detail for journey in diff((old, new)).journeys for change in journey.nodes for detail in change.details]
    assert told in [(detail.old, detail.new) for detail in details if detail.field == field]
