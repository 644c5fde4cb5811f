from journeys.checks.rule import Example, rule
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P303",
    wrong=True,
    source="calculus.md",
    profile="draft",
    over="cause",
    fault=Fault.AFTER,
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
            kept: Order.frontstage
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            relies_on: cleared
            #          ^^^^^^^ kept only after it
          cleared:
            promise: The table is cleared
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 20 min
            measure: seen
            if_broken: An apology
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
            relies_on: cleared
          cleared:
            promise: The table is cleared
            by: waiter
            to: guest
            made: Order
            kept: Order.frontstage
            within: 20 min
            measure: seen
            if_broken: An apology
    """),
)
def condition_kept_too_late(cause: Cause, workspace: Workspace) -> Finding:
    """A promise relies on what is kept only after it.

    The condition is met at a step that comes later than the one where it is needed: when this promise
    is to be kept, it cannot have been. Keep the condition in the same step or before, or do not rely on
    it.
    """
    node = workspace.promises[cause.promise]
    journey, condition = workspace.journeys[node.journey], workspace.promises[cause.at]
    first, needed = journey.step_of(journey.action(condition.kept[0])), journey.action(node.kept[0])
    return node.finding(
        f"“{node.name}” relies on “{condition.name}”, which is kept only after it, at “{first.name}”",
        at=node.relying_at(condition.id),
        related=(
            condition.mention("the condition"),
            first.mention("it is kept here"),
            needed.mention("it is needed here"),
        ),
        help="keep the condition in the same step or an earlier one, or do not rely on it",
    )
