from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P103",
    wrong=True,
    source="calculus.md",
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
            promise: Your dish is warm
            by: waiter
            to: gest
            #   ^^^^ whom nobody declared
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
    """,
        also=("F201",),
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
def promise_to_nobody(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise is made to nobody.

    A promise has two ends: without somebody to whom it is made nobody can hold the promiser to it. Name
    in `to` a customer or an owner that is declared.
    """
    yield from causes(journey, "promise-to-nobody")
