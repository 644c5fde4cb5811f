from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P401",
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
            frontstage: {do: Bring the dish, owner: waiter, takes: 44 min}
            end: true
        promises:
          warm-dish:
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            #       ^^^^^^ can take 45 min: 15 min too long
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
def promise_too_late(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise cannot be kept in time.

    Waits, work and the deadlines of what it relies on add up to more than was promised: somebody on
    this path is let down by design. The finding names the slowest way. Promise more time, or shorten
    what stands on it. Where working days and calendar days are mixed, the worst moment of the week
    counts.
    """
    yield from causes(journey, "promise-too-late")
