from collections.abc import Iterator

from journeys.checks.flow import named
from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import pieces
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import StepNode
from journeys.language.finding import Finding


@rule(
    "O203",
    wrong=False,
    source="calculus.md, Ownership",
    bad=Example("""
        steps:
          - step: Book a table
            evidence: Confirmation by e-mail
            customer: Call the restaurant
            frontstage: {do: Note the reservation, owner: waiter}
          - step: Find the way
            #     ^^^^^^^^^^^^ for 2 steps in a row, with waits of 10 min, nobody
            evidence: Map on the telephone
            customer: Look for the street
          - step: Stand in the queue
            wait: 10 min
            evidence: Sign at the door
            customer: Wait
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Book a table
            evidence: Confirmation by e-mail
            customer: Call the restaurant
            frontstage: {do: Note the reservation, owner: waiter}
          - step: Find the way
            evidence: Map on the telephone
            customer: Look for the street
          - step: Stand in the queue
            wait: 10 min
            evidence: Sign at the door
            customer: Wait
            frontstage: {do: Say how long it will take, owner: waiter}
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
    """),
)
def no_mans_land(journey: JourneyGraph) -> Iterator[Finding]:
    """On a stretch of the way nobody owns anything.

    The customer goes on for several steps, or waits, while no owned action of the company stands behind it:
    if it goes wrong here nobody will know. Give somebody an action there, if only to look after how many
    get through; a single step without a wait is left alone.
    """
    owned = {action.step for action in journey.actions if action.company and (action.owner or action.owner_text)}
    owned |= {step.id for step in journey.steps if step.nested}
    alone = [step.id for step in journey.steps if step.id not in owned and journey.actions_of(step.id)]
    if not alone:
        return
    for stretch in _stretches(journey, alone):
        waits = [step for step in stretch if step.wait is not None]
        if len(stretch) > 1 or waits:
            yield _told(stretch, waits)


def _stretches(journey: JourneyGraph, alone: list[str]) -> Iterator[list[StepNode]]:
    """Steps that hang together by the flow, in the order of the file."""
    steps = {step.id: step for step in journey.steps}
    for piece in pieces(journey.step_graph.subgraph(alone)):
        yield sorted((steps[id_] for id_ in piece), key=lambda step: step.index)


def _told(stretch: list[StepNode], waits: list[StepNode]) -> Finding:
    first, *rest = stretch
    length = f"for {len(stretch)} steps in a row" if rest else "here"
    long = f", with waits of {', '.join(str(step.wait) for step in waits[:4])}," if rest and waits else ""
    long = long or (f", for {waits[0].wait}," if waits else "")
    return first.finding(
        f"{length}{long} nobody of the company owns anything",
        related=tuple(step.mention("here neither") for step in rest[:5]),
        help=f"give somebody an action with an `owner:` at {named(stretch)}, if only to see who gets through",
    )
