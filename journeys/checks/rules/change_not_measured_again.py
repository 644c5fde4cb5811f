from journeys.checks.rule import Example, rule
from journeys.graph.due import Due, DueKind
from journeys.language.finding import Finding

_STEPS = """
    steps:
      - step: Wait for the dish
        evidence: The clock above the kitchen door
        customer: Wait
        frontstage: {do: Bring the bread, owner: waiter, channel: at the table}
        end: true
    voices:
      where-is-it: {voice: Guests ask where their dish is, from: waiter, at: Wait for the dish, heard: 2026-09-02}
    changes:
      clock:
%s        change: Hang a clock above the kitchen door
        at: Wait for the dish
        answers: where-is-it
        expects: To know when the dish comes
        told: {at: Wait for the dish, by: waiter}
        started: 2026-10-05
        done: 2026-10-09
        results: [{on: 2026-10-01, value: 31%%}, {on: 2026-10-12, value: 22%%}%s]
      bell:
        change: Ring a bell when a dish is ready
        at: Wait for the dish
        answers: where-is-it
        expects: To hear when it comes
        told: {at: Wait for the dish, by: waiter}
        started: 2026-11-12
"""


@rule(
    "E513",
    wrong=False,
    source="Deming 1986, plan, do, study, act",
    over="due",
    due=DueKind.RESULT,
    bad=Example(_STEPS % ("    # ^^^^^ was done on 2026-10-09, and nothing was measured on 2026-11-09 or later\n", "")),
    good=Example(_STEPS % ("", ", {on: 2026-11-10, value: 24%}")),
)
def change_not_measured_again(due: Due) -> Finding:
    """A change was done long ago, and nothing was measured since.

    An improvement that is measured once, while everybody looks, has not lasted: people go back to how it was. Measure
    again, and write it under `results`. It is due after `review_every` of the settings, a
    month if left out, which is counted from the day on which the change was `done`.
    """
    return due.finding(
        f"“{due.name}” was done on {due.since}, and nothing was measured on {due.day} or later",
        "measure it again, and write the day and the number under `results`",
    )
