from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P303",
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
            to: guest
            made: Order
            kept: Order.frontstage
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            relies_on: cleared
            #          ^^^^^^^ kept only after it
          cleared:
            promise: The table is cleared
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 20 min
            measure: seen
            if_broken: An apology
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
            relies_on: cleared
          cleared:
            promise: The table is cleared
            by: waiter
            to: guest
            made: Order
            kept: Order.frontstage
            within: 20 min
            measure: seen
            if_broken: An apology
    """),
)
def condition_kept_too_late(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise relies on what is kept only after it.

    The condition is met at a step that comes later than the one where it is needed: when this promise
    is to be kept, it cannot have been. Keep the condition in the same step or before, or do not rely on
    it.
    """
    yield from causes(journey, "condition-kept-too-late")
