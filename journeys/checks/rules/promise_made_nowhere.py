from journeys.checks.rule import Example, rule
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P105",
    wrong=True,
    source="calculus.md",
    profile="standard",
    over="cause",
    fault=Fault.MADE_NOWHERE,
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
         #^^^^^^^^^ is made nowhere
            promise: Your dish is warm
            by: waiter
            to: guest
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
def promise_made_nowhere(cause: Cause, workspace: Workspace) -> Finding:
    """A promise to a customer is made nowhere.

    No step says where the customer hears this promise, so nobody knows from when its time runs or which
    paths must keep it. Name the step in `made`. If it holds everywhere, as with a code of conduct,
    write `kept: wherever` and leave `made` out.
    """
    node = workspace.promises[cause.promise]
    help_ = "name in `made` the step where the promisee hears it, or write `kept: wherever` if it always holds"
    return node.finding(f"“{node.name}” is made nowhere", help=help_)
