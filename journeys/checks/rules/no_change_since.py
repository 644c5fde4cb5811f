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
        started: %s
"""


@rule(
    "E516",
    wrong=False,
    source="Imai 1986, Kaizen",
    over="due",
    due=DueKind.CHANGE,
    bad=Example(_STEPS % ("    # ^^^^^ was the last change, on 2026-10-05: none began since\n", "2026-10-05")),
    good=Example(_STEPS % ("", "2026-11-12")),
)
def no_change_since(due: Due) -> Finding:
    """The last change began long ago, and no other began since.

    Experience gets better by one small change after another; where none comes for long, people learn that what they say
    changes nothing. Choose the next small one, `journeys improve` ranks some, and write the day under `started`. It is
    due after `review_every` of the settings, a month if left out, which is counted from the day on which the last one
    began.
    """
    return due.finding(
        f"“{due.name}” was the last change, on {due.since}: none began since",
        "begin the next small change, and write the day under `started`; `journeys improve` ranks some",
    )
