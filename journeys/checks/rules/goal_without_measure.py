from collections.abc import Iterator

from journeys.checks.designed import Designed
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding

_REST = """
        measures:
          loyalty: {measure: Guests who come again, unit: "%", better: higher, owner: manager}
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
"""


@rule(
    "E403",
    wrong=False,
    source="Doran 1981, There is a S.M.A.R.T. way to write management's goals and objectives",
    over="designed",
    bad=Example(
        """
        governance:
          authority: manager
          goals:
            - {goal: Half of our guests come again, owner: manager, until: 2027-06-30}
            #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no measure tells whether this goal is reached"""
        + _REST
    ),
    good=Example(
        """
        governance:
          authority: manager
          goals:
            - goal: Half of our guests come again
              owner: manager
              measure: loyalty
              at_least: 50%
              until: 2027-06-30"""
        + _REST
    ),
)
def goal_without_measure(designed: Designed) -> Iterator[Finding]:
    """A goal has no measure.

    What nobody measures is reached when somebody says so. Until then everyone can believe to be on the way, each on
    another. Name under `measure:` a measure that is declared under `measures:`, one that customers would recognise.
    """
    for goal in designed.purpose.governance.goals:
        if not goal.measure_text:
            yield goal.finding(
                "no measure tells whether this goal is reached",
                help="write `measure:` and the id of a measure, which is declared under `measures:`",
            )
