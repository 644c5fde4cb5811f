from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P402",
    wrong=False,
    source="calculus.md",
    profile="standard",
    bad=Example(
        """
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min}
          - step: Wait
            wait: 10 min
            evidence: Bread
            customer: Wait
            frontstage: {do: Say how long it takes, owner: waiter, takes: 1 min}
            next: [{to: Eat, when: The dish is ready}, {to: Wait, when: It is not ready}]
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, takes: 1 min}
            end: true
        promises:
          warm-dish:
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            #       ^^^^^^ may be taken any number of times
            measure: minutes from order to plate
            if_broken: A dessert on the house
    """,
        also=("B105",),
    ),
    good=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min}
          - step: Wait
            wait: 10 min
            evidence: Bread
            customer: Wait
            frontstage: {do: Say how long it takes, owner: waiter, takes: 1 min}
            next: [{to: Eat, when: The dish is ready}, {to: Wait, when: It is not ready, at_most: 1}]
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, takes: 1 min}
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
def promise_without_bound(journey: JourneyGraph) -> Iterator[Finding]:
    """Nobody can say how late a promise may be.

    A loop lies between where the promise is made and where it is kept, and nothing says how often it
    may be taken; or what it relies on is kept elsewhere, and nobody says when. The promise can be neither
    proven nor refuted. Write `at_most` on the `next` that leads back, or agree on a `within`.
    """
    yield from causes(journey, "promise-without-bound")
