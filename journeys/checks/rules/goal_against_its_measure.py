from collections.abc import Iterator

from journeys.checks.designed import Designed
from journeys.checks.rule import Example, rule
from journeys.graph.purpose_nodes import GoalNode, MeasureNode
from journeys.language.finding import Finding

_REST = """
        measures:
          wait: {measure: Minutes until the dish, unit: min, better: lower, owner: manager}
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
"""


@rule(
    "E414",
    wrong=False,
    source="language.md, Designing on purpose",
    over="designed",
    bad=Example(
        """
        governance:
          authority: manager
          goals:
            - goal: The dish comes soon
              owner: manager
              measure: wait
              at_least: 10 min
              #         ^^^^^^ of “Minutes until the dish” lower is better, and this asks for at least 10 min
              until: 2027-06-30"""
        + _REST
    ),
    good=Example(
        """
        governance:
          authority: manager
          goals:
            - goal: The dish comes soon
              owner: manager
              measure: wait
              at_most: 10 min
              until: 2027-06-30"""
        + _REST
    ),
)
def goal_against_its_measure(designed: Designed) -> Iterator[Finding]:
    """A goal bounds its measure from the side that is better.

    The measure says that lower is better, and the goal asks for at least so much, or the reverse: who reaches it has
    made it no better. Write the other bound, or put right what the measure says under `better`. A goal with both
    bounds asks for a range, and is left alone.
    """
    for goal in designed.purpose.governance.goals:
        measure = designed.workspace.find(goal.measure) if goal.measure else None
        if isinstance(measure, MeasureNode):
            yield from _turned(goal, measure)


def _turned(goal: GoalNode, measure: MeasureNode) -> Iterator[Finding]:
    if measure.better == "lower" and goal.at_least and not goal.at_most:
        said, key, other = f"at least {goal.at_least}", "at_least", "at_most"
    elif measure.better == "higher" and goal.at_most and not goal.at_least:
        said, key, other = f"at most {goal.at_most}", "at_most", "at_least"
    else:
        return
    yield goal.finding(
        f"of “{measure.name}” {measure.better} is better, and this asks for {said}",
        at=goal.entry(key),
        related=(measure.mention("it is measured so"),),
        help=f"write `{other}:`, or put `better` right where the measure is declared",
    )
