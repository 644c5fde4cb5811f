from journeys.checks.rates import too_often
from journeys.checks.rule import Example, rule
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding

_TEXT = """
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {{do: Take the order, owner: waiter, takes: 1 min}}
            backstage: {{do: Print, owner: kitchen, system: Till, takes: 1 min, promised: {{id: out, at_least: 98%}}}}
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {{do: Bring the dish, owner: waiter, takes: 1 min}}
            backstage: {{do: Cook it, owner: kitchen, system: Till, takes: 9 min, promised: {{at_least: 98%}}}}
            end: true
        promises:
          warm-dish:
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            at_least: {rate}
            measure: minutes from order to plate
            if_broken: A dessert on the house
            relies_on: out
"""
_MARK = "97%\n            #         ^^^ its conditions reach 96.04%; they share “Till”"


@rule(
    "P406",
    wrong=False,
    source="calculus.md; Fréchet's bounds",
    profile="standard",
    over="cause",
    fault=Fault.RATE_UNPROVEN,
    bad=Example(_TEXT.format(rate=_MARK)),
    good=Example(_TEXT.format(rate="96%")),
)
def promise_rate_unproven(cause: Cause, workspace: Workspace) -> Finding:
    """Nobody can say whether a promise is kept as often as it says.

    What it relies on shares something, a system, an action or a promise, and so may fail together: how often all of
    it is kept lies between the sum of the rates less one for each further, and the lowest of them. This promise lies
    above what is likely and below that lowest one. Promise less, or let the conditions rest on different things.
    """
    return too_often(cause, workspace)
