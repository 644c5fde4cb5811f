from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P201",
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
         #^^^^^^^^^ no path leads from there
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Eat
            kept: Order.frontstage
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
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
def promise_out_of_reach(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise is kept where no path leads from where it is made.

    Whoever hears the promise can never come to the step that keeps it, so it is empty for everybody.
    Mostly the two steps are the wrong way round, or a `next` is missing. Make the promise earlier, keep
    it later, or draw the path.
    """
    yield from causes(journey, "promise-out-of-reach")
