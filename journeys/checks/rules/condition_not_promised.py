from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P301",
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
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            relies_on: hot-plates
            #          ^^^^^^^^^^ which nobody promises
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
    """),
)
def condition_not_promised(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise relies on a promise that nobody makes.

    What this promise depends on was never agreed with anybody, or it goes by another name. Find the
    owner who can promise it and write that promise, or correct the name. Until then the promise rests
    on hope.
    """
    yield from causes(journey, "condition-not-promised")
