from journeys.checks.rule import Example, rule
from journeys.graph.facts import Entry
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding

_TEXT = """
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {{do: Take the order, owner: waiter, takes: 1 min}}
          - step: Eat
            evidence: Plate
            customer: {{do: Eat, id: eat}}
            frontstage: {{do: Bring the dish, id: bring, owner: waiter, takes: 2 min}}
            end: true
        promises:
          warm-dish:
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: {kept}
            within: 30 min
            measure: degrees at the table
            if_broken: A dessert on the house
"""


@rule(
    "P106",
    wrong=True,
    source="calculus.md; Burgess, Thinking in Promises",
    profile="standard",
    over="cause",
    fault=Fault.UNFIT,
    bad=Example(
        _TEXT.format(
            kept="eat\n            #     ^^^ is said to be kept at “eat”, which is nothing that the company does"
        ),
        also=("P001",),
    ),
    good=Example(_TEXT.format(kept="bring")),
)
def promise_kept_by_no_company_action(cause: Cause, workspace: Workspace) -> Finding:
    """A promise is said to be kept by something that the company does not do.

    Whoever promises answers for what is theirs to do, and what a customer does, sees or holds is not. Name in
    `kept` the action of the company that delivers it; if it does nothing there yet, write that action first.
    """
    node = workspace.promises[cause.promise]
    assert isinstance(cause.facts, Entry)
    word, place, help_ = node.unfit[cause.facts.number]
    return node.finding(
        f"“{node.name}” is said to be kept at “{word}”, which is nothing that the company does",
        at=place,
        help=help_ or "name in `kept` the action of the company that delivers it",
    )
