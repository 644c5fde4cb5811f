from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "B101",
    wrong=False,
    source="Shostack 1984",
    bad=Example("""
        journey: Dinner for two
        #        ^^^^^^^^^^^^^^ the journey has no steps
    """),
    good=Example("""
        journey: Dinner for two
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def journey_without_steps(journey: JourneyGraph) -> Iterator[Finding]:
    """A journey has no steps.

    There is a name and nothing to travel, so nothing can be drawn or judged. Begin with what the customer
    does first, and go on to where the job is done.
    """
    if not journey.steps and journey.file:
        yield journey.finding(
            "the journey has no steps yet", help="write `steps:` with a `step:` and what the `customer:` does there"
        )
