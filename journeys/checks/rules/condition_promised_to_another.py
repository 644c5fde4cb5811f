from journeys.checks.ownership import quoted
from journeys.checks.rule import Example, rule
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P302",
    wrong=True,
    source="Burgess, Thinking in Promises",
    profile="draft",
    over="cause",
    fault=Fault.TO_ANOTHER,
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
            backstage: {do: Cook the dish, owner: kitchen, promised: {id: cooked, within: 20 min}}
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
            relies_on: plates-clean
            #          ^^^^^^^^^^^^ is promised neither to “Waiters”
          plates-clean:
            promise: Plates are clean
            by: kitchen
            to: manager
            made: Order
            kept: Eat.backstage
            within: 10 min
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
            backstage: {do: Warm the plates, owner: kitchen, takes: 5 min}
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
            relies_on: plates-warm
          plates-warm:
            promise: Plates are warm
            by: kitchen
            to: waiter
            made: Order
            kept: Eat.backstage
            within: 10 min
    """),
)
def condition_promised_to_another(cause: Cause, workspace: Workspace) -> Finding:
    """A promise relies on what was promised to somebody else.

    The promise it depends on was made to another: that other can release it tomorrow, and the one who
    relies on it will not be asked. Have it promised to the promiser too, or to the same customer, or
    rely on a promise that is.
    """
    node = workspace.promises[cause.promise]
    journey, condition = workspace.journeys[node.journey], workspace.promises[cause.at]
    promiser = quoted(journey, node.by)
    to = ", ".join(quoted(journey, id_) for id_ in condition.to) or "nobody"
    return node.finding(
        f"“{node.name}” relies on “{condition.name}”, which is promised neither to {promiser} nor to the same promisee",
        at=node.relying_at(condition.id),
        related=(condition.mention(f"it is promised to {to}"),),
        help=f"have it promised to {promiser}, or rely on a promise that is",
    )
