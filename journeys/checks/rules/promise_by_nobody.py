from journeys.checks.rule import Example, rule
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P101",
    wrong=True,
    source="Burgess, Thinking in Promises",
    profile="standard",
    over="cause",
    fault=Fault.BY_NOBODY,
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
            by: cook
            #   ^^^^ is promised by nobody
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
    """,
        also=("F201", "P001", "P203"),
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
def promise_by_nobody(cause: Cause, workspace: Workspace) -> Finding:
    """A promise is made by nobody.

    Only somebody can promise: a person, a role, a team or a partner who can be asked about it. A
    promise without one is a wish on a slide. Name in `by` the owner who answers for it; if nobody will,
    the customer should not hear it.
    """
    node = workspace.promises[cause.promise]
    who = f"“{node.by_text}” is no owner" if node.by_text not in ("", "none") else "nobody makes it"
    return node.finding(
        f"“{node.name}” is promised by nobody: {who}",
        at=node.place if node.implied else node.place.at("by"),
        help="name a declared owner: `owner:` at the action" if node.implied else "name a declared owner in `by`",
    )
