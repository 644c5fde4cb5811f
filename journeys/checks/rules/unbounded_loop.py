from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import circles
from journeys.graph.flow import narrowed, trapped
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import Flow
from journeys.language.finding import Finding


@rule(
    "B105",
    wrong=False,
    source="calculus.md, In time",
    profile="strict",
    bad=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
            next: [Pay, {to: Choose again, when: The dish is sold out}]
          - step: Choose again
            evidence: Menu with a line through it
            customer: Read the menu once more
            frontstage: {do: Say what there is, owner: waiter}
            next: Order
            #     ^^^^^ this leads back to “Order” as often as it likes
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
            next: [Pay, {to: Choose again, when: The dish is sold out}]
          - step: Choose again
            evidence: Menu with a line through it
            customer: Read the menu once more
            frontstage: {do: Say what there is, owner: waiter}
            next: {to: Order, at_most: 2}
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def unbounded_loop(journey: JourneyGraph) -> Iterator[Finding]:
    """A loop can be taken without a limit.

    The customer may go round any number of times, so nothing that lies behind the loop can be promised by a
    certain time. Say with `at_most:` how often it is taken before something else happens, and make sure
    that something else does happen.
    """
    number = {step.id: step.index for step in journey.steps}

    def back(flow: Flow) -> bool:
        return bool(flow.target) and flow.at_most is None and number[flow.target] <= number[flow.source]

    # Every loop holds a way to an earlier step, so most journeys need no search for loops.
    backward = [flow for flow in journey.flows if back(flow)]
    if not backward:
        return
    caught = trapped(journey.step_graph, journey.ends)
    for circle in circles(narrowed(journey.steps, journey.flows, lambda flow: flow.at_most is None)):
        inside = set(circle) - caught
        ways = [flow for flow in backward if flow.source in inside and flow.target in inside]
        if ways:
            first = ways[0]
            yield journey.finding(
                f"this leads back to “{journey.called(first.target)}” as often as it likes",
                at=first.place,
                help=f"write `{{to: {journey.called(first.target)}, at_most: …}}`, and where it goes after that",
            )
