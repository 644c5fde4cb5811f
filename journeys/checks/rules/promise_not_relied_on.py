from journeys.checks.ownership import quoted
from journeys.checks.rule import Example, rule
from journeys.graph.facts import Backing
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P204",
    wrong=True,
    source="calculus.md",
    profile="standard",
    over="cause",
    fault=Fault.NOT_RELIED_ON,
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
def promise_not_relied_on(cause: Cause, workspace: Workspace) -> Finding:
    """A promise does not rely on the promise that backs it.

    Work behind this promise is promised by its owner, but this promise does not say that it depends on
    it: when the one is renegotiated nobody will look at the other. Add it to `relies_on`, and the two
    are judged together.
    """
    node = workspace.promises[cause.promise]
    assert isinstance(cause.facts, Backing)
    journey, promise = workspace.journeys[node.journey], workspace.promises[cause.facts.promise]
    above, below = journey.action(cause.facts.above), journey.action(cause.facts.below)
    promiser = quoted(journey, below.owner, below.owner_text)
    promisee = quoted(journey, above.owner, above.owner_text)
    return below.finding(
        f"“{promise.name}” would back “{node.name}”, which does not rely on it",
        related=(
            promise.mention(f"{promiser} promises it here"),
            above.mention(f"{promisee} depends on it here"),
            node.mention(f"“{node.name}” rests on it"),
        ),
        help=f"add `{promise.key}` to `relies_on` of `{node.key}`",
    )
