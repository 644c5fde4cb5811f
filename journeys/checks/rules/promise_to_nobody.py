from journeys.checks.rule import Example, rule
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P103",
    wrong=True,
    source="calculus.md",
    profile="draft",
    over="cause",
    fault=Fault.TO_NOBODY,
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
            to: gest
            #   ^^^^ whom nobody declared
            made: Order
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
    """,
        also=("F201",),
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
def promise_to_nobody(cause: Cause, workspace: Workspace) -> Finding:
    """A promise is made to nobody.

    A promise has two ends: without somebody to whom it is made nobody can hold the promiser to it. Name
    in `to` a customer or an owner that is declared.
    """
    node = workspace.promises[cause.promise]
    at = node.place if node.implied else node.place.at("to")
    if not node.to_undeclared:
        help_ = "say in `to` which customer or owner it is for"
        return node.finding(f"“{node.name}” is promised to nobody", at=at, help=help_)
    word = node.to_undeclared[0]
    return node.finding(
        f"“{node.name}” is promised to “{word}”, whom nobody declared",
        at=at,
        help=f"declare `{word}`, or name a declared owner at the action that it supports"
        if node.implied
        else "say in `to` which declared customer or owner it is for",
    )
