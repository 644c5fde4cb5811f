from journeys.checks.rule import Example, rule
from journeys.graph.facts import Entry
from journeys.graph.verdict import Cause, Fault
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


@rule(
    "P301",
    wrong=True,
    source="Burgess, Thinking in Promises",
    profile="draft",
    over="cause",
    fault=Fault.UNPROMISED,
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
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            relies_on: hot-plates
            #          ^^^^^^^^^^ which nobody promises
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
def condition_not_promised(cause: Cause, workspace: Workspace) -> Finding:
    """A promise relies on a promise that nobody makes.

    What this promise depends on was never agreed with anybody, or it goes by another name. Find the
    owner who can promise it and write that promise, or correct the name. Until then the promise rests
    on hope.
    """
    node = workspace.promises[cause.promise]
    assert isinstance(cause.facts, Entry)
    unmet = node.unmet[cause.facts.number]
    why = f"which names {unmet.named} promises" if unmet.named else "which nobody promises"
    message = f"“{node.name}” relies on “{unmet.word}”, {why}"
    return node.finding(message, at=unmet.place, help=unmet.help or "write that promise, or leave it out")
