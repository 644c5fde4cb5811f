from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P405",
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
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            at_least: 95%
          quick-dish:
         #^^^^^^^^^^ promise the same thing in different words
            promise: Your dish comes quickly
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            at_least: 99%
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
            at_least: 95%
          late-dish:
            promise: Your dish comes
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 40 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            at_least: 99%
    """),
)
def promises_contradict(journey: JourneyGraph) -> Iterator[Finding]:
    """Two promises give different words for the same thing.

    The same customer hears, for the same delivery, two deadlines at one rate or two rates for one
    deadline: one of them is not true. Keep one. A ladder is fine: 95% in five days and 99% in ten.
    """
    yield from causes(journey, "promises-contradict")
