"""Root causes of one kind are told apart by where the fault is, and one fault is one cause from wherever it is seen."""

from __future__ import annotations

import pytest

from journeys.api import loads, told
from journeys.graph.verdict import Root
from journeys.graph.workspace import workspace_around

from .telling import HEAD

TEXT = """
steps:
  - step: Order
    frontstage: [{do: Take, owner: shop, uses: [Look, Find]}, {do: Write, owner: shop, uses: [Look, Find]}]
    support: [{do: Look, owner: shop, uses: none}, {do: Find, owner: shop, uses: none}]
  - {step: Visit, frontstage: {do: Install, owner: field}, next: [Bill, Leave, Stay]}
  - {step: Bill, frontstage: {do: Bill, owner: shop}, end: true}
  - {step: Leave, customer: Go, end: true}
  - {step: Stay, customer: Wait, end: true}
promises:
  p: {promise: P, SAID}
  q: {promise: Q, SAID}
  strange: {promise: Strange, by: net, to: vans, made: Order, kept: Take}
  late: {promise: Late, by: field, to: mover, made: Order, kept: Visit}
"""
SOUND = "by: shop, to: mover, made: Order, kept: [Take, Write]"


def causes(text: str, rule: str, *promises: str) -> set[Root]:
    """The causes that a rule reports of some promises, as the roots by which they are told apart."""
    judged = workspace_around(loads(HEAD + text))
    return {
        cause.root
        for promise in promises
        for cause in judged.verdicts[f"promise:line/{promise}"].causes
        if told(cause, judged).name == rule
    }


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("promise-by-nobody", "by: nobody, to: mover, made: Order, kept: Take"),
        ("promise-to-nobody", "by: shop, to: nobody, made: Order, kept: Take"),
        ("promise-kept-nowhere", "by: shop, to: mover, made: Order"),
        ("promise-made-nowhere", "by: shop, to: mover, kept: Take"),
        ("promise-out-of-reach", "by: shop, to: mover, made: Visit, kept: Take"),
        ("promise-of-foreign-behaviour", "by: field, to: mover, made: Order, kept: Take"),
        ("condition-not-promised", f"{SOUND}, relies_on: nothing"),
        ("condition-promised-to-another", f"{SOUND}, relies_on: strange"),
        ("condition-kept-too-late", f"{SOUND}, relies_on: late"),
    ],
)
def test_one_fault_in_each_of_two_promises_is_two(rule: str, said: str) -> None:
    text = TEXT.replace("SAID", said)
    assert [len(causes(text, rule, *promises)) for promises in ("p", "q", "pq")] == [1, 1, 2]


@pytest.mark.parametrize(
    ("rule", "said", "old", "new"),
    [
        ("support-process-without-owner", SOUND, "Look, owner: shop", "Look"),
        ("touchpoint-without-owner", SOUND, "Write, owner: shop", "Write"),
        ("handoff-not-covered", SOUND.replace("[Take, Write]", "Take"), "Look, owner: shop", "Look, owner: net"),
        ("promise-by-vacant-post", SOUND.replace("shop", "vans"), "", ""),
    ],
)
def test_one_fault_behind_two_promises_is_one(rule: str, said: str, old: str, new: str) -> None:
    text = TEXT.replace("SAID", said).replace(old, new)
    assert [len(causes(text, rule, *promises)) for promises in ("p", "q", "pq")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("rule", "said", "old", "new"),
    [
        ("support-process-without-owner", SOUND, "owner: shop, uses: none", "uses: none"),
        ("touchpoint-without-owner", SOUND, ", owner: shop, uses: [", ", uses: ["),
        (
            "handoff-not-covered",
            SOUND.replace("[Take, Write]", "Take"),
            "owner: shop, uses: none",
            "owner: net, uses: none",
        ),
        ("promise-of-foreign-behaviour", SOUND.replace("shop", "field"), "", ""),
        ("condition-not-promised", f"{SOUND}, relies_on: [one, other]", "", ""),
        ("promise-out-of-reach", SOUND.replace("made: Order", "made: [Visit, Bill]"), "", ""),
    ],
)
def test_two_faults_of_one_promise_are_two(rule: str, said: str, old: str, new: str) -> None:
    assert len(causes(TEXT.replace("SAID", said).replace(old, new), rule, "p")) == 2
