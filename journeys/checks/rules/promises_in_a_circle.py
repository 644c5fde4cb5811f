from journeys.checks.rule import Example, rule
from journeys.graph.facts import Circle
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding

_MOST_NAMED = 5


@rule(
    "P304",
    wrong=True,
    source="Burgess, Thinking in Promises",
    profile="draft",
    over="cause",
    fault=Fault.CIRCLE,
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
         #^^^^^^^^^ wait for one another
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            relies_on: table-free
          table-free:
            promise: A table is free
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: seen
            if_broken: A drink
            relies_on: warm-dish
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
            relies_on: table-free
          table-free:
            promise: A table is free
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: seen
            if_broken: A drink
    """),
)
def promises_in_a_circle(cause: Cause, workspace: Workspace) -> Finding:
    """Promises wait for one another.

    Each of these promises is kept when the others are: nobody moves first, and all wait. It happens
    when two teams agree in different meetings. Decide who moves without the other, and take that
    promise's condition out of `relies_on`.
    """
    assert isinstance(cause.facts, Circle)
    nodes = [workspace.promises[id_] for id_ in cause.facts.promises]
    names = ", ".join(f"“{node.name}”" for node in nodes[:_MOST_NAMED]) + (" …" if len(nodes) > _MOST_NAMED else "")
    return nodes[0].finding(
        f"{names} wait for one another" if len(nodes) > 1 else f"{names} waits for itself",
        related=tuple(node.mention("it relies on the others, and they on it") for node in nodes[1:]),
        help="let one of them be kept without the others: take it out of `relies_on`",
    )
