from collections.abc import Iterator

from journeys.checks.flow import lost, named
from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import circles, reached
from journeys.graph.flow import trapped
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "B104",
    wrong=True,
    source="calculus.md, Flow",
    bad=Example(
        """
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Ask for the bill
            #     ^^^^^^^^^^^^^^^^ “Ask for the bill” and “Wait for the waiter” lead only to one another
            evidence: A wave of the hand
            customer: Wave
            frontstage: {do: Say that it will come, owner: waiter}
          - step: Wait for the waiter
            evidence: An empty plate
            customer: Wait
            frontstage: {do: Hurry past, owner: waiter}
            next: Ask for the bill
    """
    ),
    good=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Ask for the bill
            evidence: A wave of the hand
            customer: Wave
            frontstage: {do: Say that it will come, owner: waiter}
          - step: Wait for the waiter
            evidence: An empty plate
            customer: Wait
            frontstage: {do: Bring the bill, owner: waiter}
            next: {to: Ask for the bill, when: Nobody comes, at_most: 2}
            end: true
    """),
)
def loop_without_way_out(journey: JourneyGraph) -> Iterator[Finding]:
    """Steps lead only to one another, for ever.

    Whoever comes here goes round and never gets out: each step sends the customer to the other. Lead one of
    them on, or say with `end: true` where the round can end.
    """
    graph = journey.step_graph
    caught = trapped(graph, journey.ends)
    if not caught:
        return
    met = reached(graph, [step.id for step in journey.starts])
    caught &= met
    unsure = lost(journey)
    steps = {step.id: step for step in journey.steps}
    for circle in circles(graph.subgraph(caught)):
        inside = set(circle)
        if inside & unsure or any(target not in inside for id_ in circle for target in graph[id_]):
            continue
        first, *rest = sorted((steps[id_] for id_ in circle), key=lambda step: step.index)
        message = (
            f"{named([first, *rest])} lead only to one another" if rest else f"“{first.name}” leads only to itself"
        )
        yield first.finding(
            f"{message}: there is no way out",
            related=tuple(step.mention("this is in the round too") for step in rest[:5]),
            help="lead one of them on with `next:`, or write `end: true` where it can end",
        )
