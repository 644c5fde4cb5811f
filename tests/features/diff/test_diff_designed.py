"""What is designed on purpose, compared: entries that came, went and changed, with their words."""

from __future__ import annotations

import pytest

from journeys.api import loads_workspace
from journeys.features.diff import compare
from journeys.features.diff.changes import How, NodeChange

TEXT = """
journey: A
customer: kim
voices: {slow: {voice: It is slow, at: Wait}}
steps: [{step: Wait, expects: [{id: soon, expects: It is soon}]}, {step: Get it}]
"""
SHARED = """
owners: {ops: {name: Operations}, lab: {name: Laboratory}}
customers: {kim: {}}
governance: {authority: ops, goals: [{goal: Be quick}]}
measures: {speed: {measure: Speed}}
changes:
  text: {change: Send a text, at: Wait, owner: ops, results: [{on: 2026-01-01, value: 3}]}
"""


def changes(before: tuple[str, str], after: tuple[str, str]) -> list[NodeChange]:
    old, new = (loads_workspace({"a.journey.yaml": text}, shared) for text, shared in (before, after))
    found = compare(old, new)
    return [*(node for journey in found.journeys for node in journey.nodes), *found.shared]


@pytest.mark.parametrize(
    ("old", "new", "name", "said"),
    [
        ("owner: ops, r", "owner: lab, r", "Send a text", ("owner", "Operations", "Laboratory")),
        ("at: Wait", "at: Get it", "Send a text", ("at", "Wait", "Get it")),
        ("value: 3}", "value: 4}", "Send a text", ("results", "3 on 2026-01-01", "")),
        ("measure: Speed", "measure: Speed, unit: min", "Speed", ("unit", "", "min")),
        ("goal: Be quick", "goal: Be quick, at_most: 3 min", "Be quick", ("at most", "", "3 min")),
        ("authority: ops", "authority: lab", "who decides on experience", ("authority", "Operations", "Laboratory")),
        ("measure: Speed", "measure: Speed, x-a: b", "Speed", ("a", "", "b")),
    ],
)
def test_what_changed_is_told(old: str, new: str, name: str, said: tuple[str, str, str]) -> None:
    (found,) = changes((TEXT, SHARED), (TEXT, SHARED.replace(old, new)))
    assert (found.how, found.name) == (How.CHANGED, name)
    detail = found.details[0]
    assert (detail.field, detail.old, detail.new) == said


def test_what_came_and_what_went_is_told() -> None:
    (found,) = changes((TEXT, SHARED), (TEXT.replace("voices: {slow", "voices: {late: {voice: Late}, slow"), SHARED))
    assert (found.kind, found.how, found.name) == ("voice", How.ADDED, "Late")
    (found,) = changes((TEXT, SHARED), (TEXT.replace("voices: {slow: {voice: It is slow, at: Wait}}\n", ""), SHARED))
    assert (found.kind, found.how, found.name) == ("voice", How.REMOVED, "It is slow")


def test_another_id_is_the_same_thing() -> None:
    (found,) = changes((TEXT, SHARED), (TEXT.replace("slow: {", "it-is-slow: {"), SHARED))
    assert [(one.field, one.old, one.new) for one in found.details] == [("id", "slow", "it-is-slow")]


def test_a_step_that_is_called_otherwise_is_the_same_place() -> None:
    before = TEXT.replace("step: Wait", "id: wait, step: Wait")
    after = before.replace("step: Wait", "step: Sit down").replace("at: Wait", "at: wait")
    found = changes((before, SHARED), (after, SHARED.replace("at: Wait", "at: wait")))
    assert [one.kind for one in found] == ["step"]


def test_what_is_said_of_an_expectation_is_told() -> None:
    after = TEXT.replace("It is soon}", "It is soon, basis: assumed, as_of: 2026-03-02}")
    (found,) = changes((TEXT, SHARED), (after, SHARED))
    assert [(one.field, one.new) for one in found.details] == [
        ("day of the expectation “It is soon”", "2026-03-02"),
        ("basis of the expectation “It is soon”", "assumed"),
    ]


def test_a_new_journey_tells_what_it_holds() -> None:
    old = loads_workspace({"b.journey.yaml": "journey: B\nsteps: [{step: S}]\n"}, SHARED)
    texts = {"b.journey.yaml": "journey: B\nsteps: [{step: S}]\n", "a.journey.yaml": TEXT}
    found = compare(old, loads_workspace(texts, SHARED))
    assert ("voice", "It is slow") in [(one.kind, one.name) for journey in found.journeys for one in journey.nodes]
