from journeys.checks.rule import Example, rule
from journeys.graph.due import Due, DueKind
from journeys.language.finding import Finding

_STEPS = """
    steps:
      - step: Pay
        evidence: Receipt
        customer: Ask for the bill
        frontstage: {do: Take the payment, owner: waiter, channel: at the table}
        end: true
    measures:
      back: {measure: Guests who came back, unit: "%%", better: higher, owner: manager}
    governance:
      authority: manager
      council: [manager, waiter, kitchen]
      goals:
        - {goal: Guests come back, owner: manager, measure: back, at_least: 40%%, until: %s}
%s"""


@rule(
    "E514",
    wrong=False,
    source="language.md, Designing on purpose",
    over="due",
    due=DueKind.GOAL,
    bad=Example(_STEPS % ("2026-06-30", "        #        ^^^^^^^^^^^^^^^^ was to be reached by 2026-06-30\n")),
    good=Example(_STEPS % ("2027-06-30", "")),
)
def goal_at_its_date(due: Due) -> Finding:
    """The day of a goal has gone by.

    A goal whose day has gone by is aimed at by nobody, and whether it was reached is never said. Say
    whether it was, decide what is aimed at next, and take the goal away or give it another day under `until`.
    """
    return due.finding(
        f"“{due.name}” was to be reached by {due.day}",
        "say whether it was: take the goal away, or give it another day under `until`",
    )
