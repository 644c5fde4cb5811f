from journeys.checks.rates import too_often
from journeys.checks.rule import Example, rule
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P403",
    wrong=True,
    source="calculus.md",
    profile="draft",
    over="cause",
    fault=Fault.TOO_OFTEN,
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
            backstage: {do: Cook, owner: kitchen, takes: 1 min, promised: {id: cooked, within: 20 min, at_least: 90%}}
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
            at_least: 95%
            #         ^^^ its conditions reach 90%
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
            backstage: {do: Cook, owner: kitchen, takes: 1 min, promised: {id: cooked, within: 20 min, at_least: 98%}}
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
            at_least: 95%
    """),
)
def promise_too_often(cause: Cause, workspace: Workspace) -> Finding:
    """A promise is made more often than it can be kept.

    What it relies on is kept less often than this promise claims: the rates of conditions that fail
    independently multiply. Promise the rate that the chain can reach, or agree on better ones below.
    """
    return too_often(cause, workspace)
