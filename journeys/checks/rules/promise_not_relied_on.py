from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P204",
    wrong=True,
    source="calculus.md",
    profile="standard",
    bad=Example(
        """
        steps:
          - step: Arrive
            evidence: Guest book
            customer: Wait for a table
            frontstage: {do: Offer a seat, owner: waiter}
            support: {do: Keep the pass warm, owner: kitchen, takes: 1 min}
            #             ^^^^^^^^^^^^^^^^^^ does not rely on it
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min}
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, uses: Arrive.support, takes: 1 min}
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
          pass-warm:
            promise: The pass is warm
            by: kitchen
            to: waiter
            made: Arrive
            kept: Arrive.support
            within: 5 min
    """,
        also=("P001",),
    ),
    good=Example("""
        steps:
          - step: Arrive
            evidence: Guest book
            customer: Wait for a table
            frontstage: {do: Offer a seat, owner: waiter}
            support: {do: Keep the pass warm, owner: kitchen, takes: 1 min}
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min}
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, uses: Arrive.support, takes: 1 min}
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
            relies_on: pass-warm
          pass-warm:
            promise: The pass is warm
            by: kitchen
            to: waiter
            made: Arrive
            kept: Arrive.support
            within: 5 min
    """),
)
def promise_not_relied_on(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise does not rely on the promise that backs it.

    Work behind this promise is promised by its owner, but this promise does not say that it depends on
    it: when the one is renegotiated nobody will look at the other. Add it to `relies_on`, and the two
    are judged together.
    """
    yield from causes(journey, "promise-not-relied-on")
