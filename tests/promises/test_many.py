"""Where there is much to say, the first of it is said and the rest is hinted at."""

from __future__ import annotations

import pytest

from journeys.api import loads, told
from journeys.language.finding import Finding

from .telling import HEAD, ORDER_AND_VISIT


def only_cause(text: str, promise: str, rule: str) -> Finding:
    journey = loads(HEAD + text)
    said = (told(cause, journey) for cause in journey.promises[promise].verdict.causes)
    found = [finding for finding in said if finding.name == rule]
    assert len(found) == 1
    return found[0]


def in_a_circle(count: int) -> str:
    lines = [
        f"  p{number}: {{promise: P{number}, by: shop, to: mover, made: Order, kept: Order, "
        f"relies_on: [p{(number + 1) % count}]}}\n"
        for number in range(count)
    ]
    return f"{ORDER_AND_VISIT}promises:\n{''.join(lines)}"


@pytest.mark.parametrize(
    ("count", "names", "related"),
    [
        (2, "“P0”, “P1”", 1),
        (5, "“P0”, “P1”, “P2”, “P3”, “P4”", 4),
        (6, "“P0”, “P1”, “P2”, “P3”, “P4” …", 5),
        (9, "“P0”, “P1”, “P2”, “P3”, “P4” …", 7),
    ],
)
def test_of_a_long_circle_five_are_named_and_eight_are_shown(count: int, names: str, related: int) -> None:
    cause = only_cause(in_a_circle(count), "p0", "promises-in-a-circle")
    assert cause.message == f"{names} wait for one another"
    assert len(cause.related) == related
    assert {message for _, message in cause.related} == {"it relies on the others, and they on it"}
    assert cause.help == "let one of them be kept without the others: take it out of `relies_on`"


@pytest.mark.parametrize(
    ("count", "names", "rates"),
    [
        (2, "“P0”, “P1”", "90% and 89%"),
        (6, "“P0”, “P1”, “P2”, “P3”, “P4”, “P5”", "90%, 89%, 88%, 87%, 86% and 85%"),
        (7, "“P0”, “P1”, “P2”, “P3”, “P4”, “P5” …", "90%, 89%, 88%, 87%, 86% and 85%"),
    ],
)
def test_of_many_words_for_one_thing_six_are_named(count: int, names: str, rates: str) -> None:
    lines = [
        f"  p{number}: {{promise: P{number}, by: field, to: mover, made: Order, kept: Visit, within: 5 days, "
        f"at_least: {90 - number}%}}\n"
        for number in range(count)
    ]
    cause = only_cause(f"{ORDER_AND_VISIT}promises:\n{''.join(lines)}", "p0", "promises-contradict")
    assert cause.message == f"{names} promise the same thing in different words: {rates} of the time"
    assert [place.path[1] for place, _ in cause.related] == [
        "p0",
        *(f"p{number}" for number in range(2, min(count, 6))),
    ]


@pytest.mark.parametrize(("count", "shown"), [(2, 2), (4, 4), (5, 4)])
def test_of_a_long_loop_four_steps_are_named(count: int, shown: int) -> None:
    loop = "".join(f"  - {{step: L{number}, customer: Wait}}\n" for number in range(count - 1))
    text = (
        f"steps:\n  - {{step: Order, frontstage: {{do: Take it, owner: shop}}}}\n{loop}"
        "  - {step: Ask, customer: Ask, next: [Visit, {to: L0, when: unclear, after: 1 h}]}\n"
        "  - {step: Visit, frontstage: {do: Install, owner: field}, end: true}\n"
        "promises:\n  online: {promise: Online, by: field, to: mover, made: Order, kept: Visit, within: 5 days}\n"
    )
    cause = only_cause(text, "online", "promise-without-bound")
    assert len(cause.related) == shown
    assert cause.message.count("“") == shown + 1


@pytest.mark.parametrize(("count", "shown"), [(3, 3), (12, 12), (13, 12)])
def test_of_many_conditions_that_are_kept_too_rarely_twelve_are_shown(count: int, shown: int) -> None:
    lines = [
        f"  p{number}: {{promise: P{number}, by: shop, to: mover, made: Order, kept: Order, at_least: 90%}}\n"
        for number in range(count)
    ]
    words = ", ".join(f"p{number}" for number in range(count))
    online = (
        "  online: {promise: Online, by: field, to: mover, made: Order, kept: Visit, at_least: 99%, "
        f"relies_on: [{words}]}}\n"
    )
    cause = only_cause(f"{ORDER_AND_VISIT}promises:\n{online}{''.join(lines)}", "online", "promise-too-often")
    assert [message for _, message in cause.related] == [
        f"“P{number}” is kept 90% of the time" for number in range(shown)
    ]
    assert "; they share “Take the order”, and so may fail together" in cause.message


@pytest.mark.parametrize(("count", "shown"), [(5, 5), (12, 12), (13, 12)])
def test_of_a_long_way_twelve_stops_are_shown(count: int, shown: int) -> None:
    waits = "".join(f"  - {{step: W{number}, customer: Wait, wait: 1 day}}\n" for number in range(count - 1))
    text = (
        f"steps:\n{waits}  - {{step: Visit, frontstage: {{do: Install, owner: field, takes: 1 h}}, end: true}}\n"
        "promises:\n  online: {promise: Online, by: field, to: mover, made: W0, kept: Visit, within: 1 day}\n"
    )
    cause = only_cause(text, "online", "promise-too-late")
    assert len(cause.related) == shown
    assert cause.related[0].message == "“W0” is done after 1 day at the latest"
