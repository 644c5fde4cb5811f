from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P203",
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
            frontstage: {do: Bring the dish, owner: kitchen, takes: 1 min}
            end: true
        promises:
          warm-dish:
            promise: Your dish is warm
            by: waiter
            #   ^^^^^^ Waiters promises what Kitchen does
            to: guest
            made: Order
            kept: Eat
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
            frontstage: {do: Serve, owner: kitchen, takes: 1 min, promised: {id: brought, to: waiter, within: 20 min}}
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
            relies_on: brought
    """),
)
def promise_of_foreign_behaviour(journey: JourneyGraph) -> Iterator[Finding]:
    """Somebody promises what others do.

    An owner can promise only what is theirs to do. Here another owner does it, who has agreed to
    nothing: the promise holds as long as they happen to. Let the one who does it promise it to the
    promiser (`promised:` at that action) and rely on that promise; or let them promise it to the
    customer themselves.
    """
    yield from causes(journey, "promise-of-foreign-behaviour")
