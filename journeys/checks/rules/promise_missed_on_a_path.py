from collections.abc import Iterator

from journeys.checks.consequences import causes
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "P202",
    wrong=True,
    source="Burgess, Thinking in Promises",
    profile="standard",
    fixes=True,
    bad=Example(
        """
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, takes: 1 min}
            next: [Eat, {to: Leave, when: It takes too long}]
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, takes: 1 min}
            end: true
          - step: Leave
            evidence: Empty table
            customer: Leave
            frontstage: {do: Say goodbye, owner: waiter}
            end: true
        promises:
          warm-dish:
         #^^^^^^^^^ is not kept on a path that ends at “Leave”
            promise: Your dish is warm
            by: waiter
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
            next: [Eat, {to: Leave, when: It takes too long}]
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Bring the dish, owner: waiter, takes: 1 min}
            end: true
          - step: Leave
            evidence: Empty table
            customer: Leave
            frontstage: {do: Say goodbye, owner: waiter}
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
            unless: [Leave]
    """),
)
def promise_missed_on_a_path(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise is not kept on some path.

    Some customers hear this promise and take a way on which nobody keeps it. Either that way releases
    the promise, as a cancellation does: then name it in `unless`. Or those customers are let down: then
    lead the path through the step that keeps it. The finding names every end at which it is missed, with a
    path to each; the fix releases the promise at all of them, so take it only where that is what you mean.
    """
    yield from causes(journey, "promise-missed-on-a-path")
