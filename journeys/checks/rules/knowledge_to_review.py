from journeys.checks.rule import Example, rule
from journeys.graph.due import Due, DueKind
from journeys.language.finding import Finding
from journeys.language.quantities import every

_STEPS = """
    steps:
      - step: Wait for the dish
%s        as_of: %s
        review_every: 6 months
        evidence: The clock above the kitchen door
        customer: Wait
        frontstage: {do: Bring the bread, owner: waiter, channel: at the table}
        end: true
"""


@rule(
    "E511",
    wrong=False,
    source="language.md, Designing on purpose",
    over="due",
    due=DueKind.REVIEW,
    bad=Example(_STEPS % ("        #     ^^^^^^^^^^^^^^^^^ was so on 2026-03-01\n", "2026-03-01")),
    good=Example(_STEPS % ("", "2026-09-01")),
)
def knowledge_to_review(due: Due) -> Finding:
    """What is known was to be looked at again.

    Somebody wrote down when it was so (`as_of`) and how often it is to be looked at again (`review_every`), and that
    time is over. What customers expect changes most quickly of all. Look whether it is still so, and write the day on
    which you looked under `as_of`.
    """
    if due.since is None:
        message = f"“{due.name}” is to be looked at again {every(due.every)}, and no day is said on which it was so"
    else:
        message = f"“{due.name}” was so on {due.since}, and was to be looked at again by {due.day}"
    return due.finding(message, "look whether it is still so, and write the day under `as_of`")
