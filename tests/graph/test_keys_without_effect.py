"""Keys that count for nothing where they stand are told at their place."""

from __future__ import annotations

import pytest

from journeys.api import loads

AT = ("steps", 0)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("steps: [{step: A, evidence: {do: B, takes: 1 h}}]", (*AT, "evidence", 0, "takes")),
        ("steps: [{step: A, evidence: [B, {do: C, id: c}]}]", (*AT, "evidence", 1, "id")),
        ("lanes: {x: {kind: evidence}}\nsteps: [{step: A, x: {do: B, owner: o}}]", (*AT, "x", 0, "owner")),
        ("steps: [{step: A, customer: {do: B, promised: {}}}]", (*AT, "customer", 0, "promised")),
        ("lanes: {x: {after: support, before: customer}}\nsteps: [{step: A}]", ("lanes", "x", "before")),
        ("settings: {max_warnings: 0}\nsteps: [{step: A}]", ("settings", "max_warnings")),
        ("settings: {baseline: b.json}\nsteps: [{step: A}]", ("settings", "baseline")),
        ("blueprints: {b: {journey: a}}\nsteps: [{step: A}]", ("blueprints", "b", "journey")),
    ],
)
def test_a_key_without_effect_is_told(text: str, path: tuple[str | int, ...]) -> None:
    (found,) = [one for one in loads(text).findings if one.name == "key-without-effect"]
    assert found.place.path == path
    assert found.message.startswith(f"“{path[-1]}” has no effect here")


def test_a_step_stands_for_a_journey_that_is_there() -> None:
    (found,) = [one for one in loads("steps: [{step: A, journey: elsewhere}]").findings if "elsewhere" in one.message]
    assert (found.name, found.place.path) == ("unknown-reference", ("steps", 0, "journey"))
