from journeys.checks.rule import Example, rule
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P104",
    wrong=True,
    source="calculus.md",
    profile="standard",
    over="cause",
    fault=Fault.KEPT_NOWHERE,
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
         #^^^^^^^^^ is kept nowhere
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
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
def promise_kept_nowhere(cause: Cause, workspace: Workspace) -> Finding:
    """A promise is kept nowhere.

    The customer hears it, and no action of the journey delivers it: it is kept by luck or not at all.
    Name in `kept` the step or action that delivers it, or take the promise back. If several together
    deliver it, name each of them.
    """
    node = workspace.promises[cause.promise]
    help_ = "name in `kept` the step or action that delivers it"
    if node.standing:
        help_ = "its promiser supports its promisee nowhere: name the action in `kept`, or leave the promise out"
    return node.finding(f"“{node.name}” is kept nowhere", help=help_)
