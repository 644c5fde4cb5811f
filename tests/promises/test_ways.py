"""Which ways a promise has to be kept on: all that are open to those to whom it is made."""

from __future__ import annotations

import pytest

from journeys.graph.verdict import State

from .telling import verdicts

TEXT = """
steps:
  - {step: Order, frontstage: {do: Take the order, owner: field}%s}
  - {step: Visit, frontstage: {do: Install, owner: field}, end: true}
  - {step: Cancel, frontstage: {do: Confirm, owner: field}, end: true}
promises:
  online: {promise: Online, by: field, to: mover, made: {at: Order%s}, kept: Visit}
"""


@pytest.mark.parametrize(
    ("ways", "for_all", "for_late"),
    [
        ("", State.SOUND, State.SOUND),
        (", next: [Visit, {to: other/, when: late}]", State.BROKEN, State.BROKEN),
        (", next: [Visit, {to: Cancel, when: late}]", State.BROKEN, State.BROKEN),
        (", next: [Visit, Cancel]", State.BROKEN, State.BROKEN),
        (", next: [{to: Visit, when: late}, Cancel]", State.BROKEN, State.SOUND),
        (", next: [{to: Visit, when: late}, other/]", State.BROKEN, State.SOUND),
        (", next: [{to: Visit, when: late}, {to: other/, when: late}]", State.BROKEN, State.BROKEN),
        (", next: [{to: Visit, when: late}, {to: other/, when: early}]", State.BROKEN, State.SOUND),
        (", end: true, next: [{to: Visit, when: late}]", State.BROKEN, State.SOUND),
        (", end: true, next: [{to: Visit, when: early}]", State.BROKEN, State.BROKEN),
    ],
)
def test_those_for_whom_a_condition_holds_take_the_way_that_names_it(
    ways: str, for_all: State, for_late: State
) -> None:
    assert verdicts(TEXT % (ways, ""))["online"].state is for_all
    assert verdicts(TEXT % (ways, ", when: late"))["online"].state is for_late


def test_a_condition_that_no_way_names_narrows_nothing() -> None:
    text = TEXT % (", next: [{to: Visit, when: late}, Cancel]", ", when: lost")
    assert verdicts(text)["online"].state is State.BROKEN
