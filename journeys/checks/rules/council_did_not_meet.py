from journeys.checks.rule import Example, rule
from journeys.graph.due import Due, DueKind
from journeys.language.finding import Finding
from journeys.language.quantities import every

_STEPS = """
    steps:
      - step: Pay
        evidence: Receipt
        customer: Ask for the bill
        frontstage: {do: Take the payment, owner: waiter, channel: at the table}
        end: true
    governance:
      authority: manager
      council: [manager, waiter, kitchen]
      meets: 1 month
%s      met: [2026-09-03, %s]
"""


@rule(
    "E515",
    wrong=False,
    source="language.md, Designing on purpose",
    over="due",
    due=DueKind.COUNCIL,
    bad=Example(_STEPS % ("    # ^^^^^ met last on 2026-10-01, and was to meet again by 2026-11-01\n", "2026-10-01")),
    good=Example(_STEPS % ("", "2026-11-12")),
)
def council_did_not_meet(due: Due) -> Finding:
    """The council did not meet when it was to.

    Those who decide on experience said how often they meet, and did not: what was heard is not answered, and owners at
    cross purposes stay so. Meet, and write the day under `met`; or say under `meets` how often it really is.
    """
    if due.since is None:
        message = f"the council is to meet {every(due.every)}, and no day is said on which it met"
    else:
        message = f"the council met last on {due.since}, and was to meet again by {due.day}"
    return due.finding(message, "write the day of each meeting under `met`")
