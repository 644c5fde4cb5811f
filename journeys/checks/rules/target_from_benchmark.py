from collections.abc import Iterator

from journeys.checks.designed import Designed
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding

_REST = """
        measures:
          again: {measure: Guests who come again, unit: "%", better: higher, owner: manager}
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
"""


@rule(
    "E411",
    wrong=False,
    source="Porter 1996, What is strategy?; Deming 1986",
    over="designed",
    bad=Example(
        """
        governance:
          authority: manager
          goals:
            - goal: Guests come again
              owner: manager
              measure: again
              at_least: 40%
              until: 2027-06-30
              from: benchmark
              #     ^^^^^^^^^ this goal is what others reach"""
        + _REST
    ),
    good=Example(
        """
        governance:
          authority: manager
          goals:
            - goal: Guests come again
              owner: manager
              measure: again
              at_least: 40%
              until: 2027-06-30
              from: benchmark
              because: Below that the house does not pay for itself"""
        + _REST
    ),
)
def target_from_benchmark(designed: Designed) -> Iterator[Finding]:
    """A target is copied from a benchmark, and no reason of one's own is given.

    What others reach is the average of their customers, their promises and their costs; reaching it makes a company
    equal to them. A number that one's own customers need is another, lower or higher. Write under `because:` why it
    is right for you, or set a number of your own and take `from: benchmark` away.
    """
    for goal in designed.purpose.governance.goals:
        if goal.from_ == "benchmark" and not goal.because:
            yield goal.finding(
                "this goal is what others reach, and nothing says why it is right for you",
                at=goal.entry("from"),
                help="write the reason under `because:`, or set a number of your own",
            )
