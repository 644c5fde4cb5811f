from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P101",
    wrong=True,
    source="Burgess, Thinking in Promises",
    profile="standard",
    bad=Example(
        """
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min}
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, channel: at the table, takes: 1 min}
            end: true
        promises:
          warm-dish:
            promise: Your dish is warm
            by: cook
            #   ^^^^ is promised by nobody
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
    """,
        also=("F201", "P001", "P203"),
    ),
    good=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min}
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, channel: at the table, takes: 1 min}
            end: true
        promises:
          warm-dish:
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
    """),
)
def promise_by_nobody(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise is made by nobody.

    Only somebody can promise: a person, a role, a team or a partner who can be asked about it. A
    promise without one is a wish on a slide. Name in `by` the owner who answers for it; if nobody will,
    the customer should not hear it.
    """
    yield from causes(journey, "promise-by-nobody")
