"""Which promises wait for which, to any depth, however they hang together."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.api import loads
from journeys.graph.nodes import PromiseNode
from journeys.graph.reliance import Reliance

HEAD = "journey: J\nowners: {cook: {}}\nsteps: [{step: A}]\npromises:\n"


def promises(relies: Mapping[str, str]) -> dict[str, PromiseNode]:
    """Promises by their ids, each relying on those of some letters."""
    lines = [
        f"  {key}: {{promise: {key}, by: cook, to: cook, relies_on: [{', '.join(on)}]}}" for key, on in relies.items()
    ]
    return {key: promise.node for key, promise in loads(HEAD + "\n".join(lines)).promises.items()}


def reliance(relies: Mapping[str, str]) -> Reliance:
    return Reliance({node.id: node for node in promises(relies).values()})


def letters(ids: object) -> str:
    return "".join(sorted(id_.rpartition("/")[2] for id_ in ids))  # type: ignore[attr-defined]


SHAPE = {"z": "yw", "y": "x", "x": "", "w": "x", "c": "d", "d": "ce", "e": "", "s": "s", "o": ""}


@pytest.mark.parametrize(
    ("key", "on", "by"),
    [
        ("z", "wxy", ""),
        ("y", "x", "z"),
        ("x", "", "wyz"),
        ("c", "cde", "cd"),
        ("d", "cde", "cd"),
        ("e", "", "cd"),
        ("s", "s", "s"),
        ("o", "", ""),
    ],
)
def test_what_a_promise_relies_on_and_what_relies_on_it(key: str, on: str, by: str) -> None:
    found = reliance(SHAPE)
    assert letters(found.relies_on(f"promise:j/{key}")) == on
    assert letters(found.relied_on_by(f"promise:j/{key}")) == by


def test_a_circle_is_those_who_wait_for_one_another() -> None:
    found = reliance(SHAPE)
    numbers = {id_.rpartition("/")[2]: number for number, id_ in enumerate(found.ids)}
    assert [key for key, number in numbers.items() if found.in_circle(number)] == ["c", "d", "s"]
    assert [letters(found.ids[one] for one in found.circle(numbers[key])) for key in "cdsz"] == ["cd", "cd", "s", "z"]
    assert found.circle(numbers["d"]) == (numbers["c"], numbers["d"])


def test_a_condition_that_is_not_among_them_does_not_count() -> None:
    nodes = promises({"a": "b", "b": ""})
    assert Reliance({"promise:j/a": nodes["a"]}).relies_on("promise:j/a") == frozenset()


@given(st.lists(st.sets(st.sampled_from("abcdefg"), max_size=3), min_size=7, max_size=7))
def test_one_relies_on_another_if_it_is_among_all_that_it_relies_on(targets: list[set[str]]) -> None:
    found = reliance({key: "".join(sorted(on)) for key, on in zip("abcdefg", targets, strict=True)})
    for one in range(7):
        assert {other for other in range(7) if found.relies(one, other)} == found.all_below(one)
        assert set(found.members(found.group(one), found.closure(one))) == found.all_below(one)
        assert set(found.circle(one)) == {one} | {
            other for other in range(7) if found.relies(one, other) and found.relies(other, one)
        }
