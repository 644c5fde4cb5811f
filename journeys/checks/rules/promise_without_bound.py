from journeys.checks.ownership import quoted
from journeys.checks.rule import Example, rule
from journeys.graph.facts import Loop, NestedLoop
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P402",
    wrong=False,
    source="calculus.md",
    profile="standard",
    over="cause",
    fault=Fault.BOUNDLESS,
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
def promise_without_bound(cause: Cause, workspace: Workspace) -> Finding:
    """Nobody can say how late a promise may be.

    A loop lies between where the promise is made and where it is kept, and nothing says how often it
    may be taken; or what it relies on is kept elsewhere, and nobody says when. The promise can be neither
    proven nor refuted. Write `at_most` on the `next` that leads back, or agree on a `within`.
    """
    node = workspace.promises[cause.promise]
    nobody, at = f"nobody can say how late “{node.name}” may be", node.place.at("within")
    if isinstance(cause.facts, Loop):
        steps = [workspace.node(id_) for id_ in cause.facts.steps]
        names = ", ".join(f"“{step.name}”" for step in steps)
        return node.finding(
            f"{nobody}: the loop through {names} may be taken any number of times",
            at=at,
            related=tuple(step.mention("this step is in the loop") for step in steps),
            help="say `at_most` on the `next` that leads back",
        )
    if isinstance(cause.facts, NestedLoop):
        names = ", ".join(f"“{name}”" for name in cause.facts.names)
        message = (
            f"{nobody}: {names}, which a step on the way stands for, has a loop that may be taken any number of times"
        )
        return node.finding(message, at=at, help="say `at_most` on the `next` that leads back there")
    other = workspace.promises[cause.at]
    return node.finding(
        f"{nobody}: “{other.name}” is kept elsewhere, and nobody says when",
        at=at,
        related=(other.mention("it says no `within`"),),
        help=f"agree with {quoted(workspace.journeys[node.journey], other.by)} on a `within` for it",
    )
