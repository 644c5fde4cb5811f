from collections.abc import Iterator

from journeys.checks.flow import lost
from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import reached
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "B102",
    wrong=True,
    source="calculus.md, Flow",
    bad=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
            next: Pay
          - step: Eat
            #     ^^^ no way leads here
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
            next: [Eat, {to: Pay, when: It is to take away}]
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def step_out_of_reach(journey: JourneyGraph) -> Iterator[Finding]:
    """A step that no way leads to.

    No customer ever comes here, whatever is planned, staffed or promised. Mostly a `next` or an `end` above
    it was changed and this step forgotten. Lead a way to it, mark it `start: true` if a journey can begin
    here, or take it out. Steps that are out of reach only because of another are not told again.
    """
    if not journey.steps or lost(journey):
        return
    graph = journey.step_graph
    met = reached(graph, [step.id for step in journey.starts])
    if len(met) == len(journey.steps):
        return
    missed = [step for step in journey.steps if step.id not in met]
    # The head of a stretch first; what is left after that goes in a circle.
    for step in sorted(missed, key=lambda step: bool(graph.in_degree(step.id))):
        if step.id not in met:
            behind = reached(graph, [step.id]) - met
            met |= behind
            more = f", nor to {len(behind) - 1} that follow it" if len(behind) > 1 else ""
            yield step.finding(
                f"no way leads here from a start{more}",
                help=f"write `next: {step.name}` where the customer comes from, or `start: true` if it begins here",
            )
