from journeys.checks.rule import Example, rule
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P102",
    wrong=True,
    source="calculus.md",
    profile="standard",
    over="cause",
    fault=Fault.VACANT,
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
            frontstage: {do: Bring the dish, owner: waiter, takes: 1 min}
            end: true
        promises:
          warm-dish:
            promise: Your dish is warm
            by: host
            #   ^^^^ nobody fills that post
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
        owners:
          manager: {name: Restaurant manager}
          waiter: {name: Waiters, reports_to: manager}
          host: {name: Host, reports_to: manager, vacant: true}
    """,
        also=("P001", "P203"),
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
def promise_by_vacant_post(cause: Cause, workspace: Workspace) -> Finding:
    """A promise is made by a post that nobody fills.

    The organisation chart says who should keep this promise, and there is nobody on the chair. What a
    vacant post promised is promised by no one until somebody is appointed or somebody else takes it on.
    Let an owner promise whose post is filled.
    """
    node, owner = workspace.promises[cause.promise], workspace.node(cause.at)
    return node.finding(
        f"“{owner.name}” promises, and nobody fills that post",
        at=node.place if node.implied else node.place.at("by"),
        related=(owner.mention("the post is vacant"),),
        help="let an owner promise whose post is filled, or fill the post and take `vacant` away",
    )
