from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P304",
    wrong=True,
    source="Burgess, Thinking in Promises",
    profile="draft",
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
         #^^^^^^^^^ wait for one another
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            relies_on: table-free
          table-free:
            promise: A table is free
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: seen
            if_broken: A drink
            relies_on: warm-dish
    """,
        also=("P001",),
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
            relies_on: table-free
          table-free:
            promise: A table is free
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: seen
            if_broken: A drink
    """),
)
def promises_in_a_circle(journey: JourneyGraph) -> Iterator[Finding]:
    """Promises wait for one another.

    Each of these promises is kept when the others are: nobody moves first, and all wait. It happens
    when two teams agree in different meetings. Decide who moves without the other, and take that
    promise's condition out of `relies_on`.
    """
    yield from causes(journey, "promises-in-a-circle")
