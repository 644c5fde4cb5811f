from collections.abc import Iterator

from journeys.checks.flow import named
from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import carried
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import StepNode
from journeys.language.finding import Finding, Part

_AFTER = """
      - step: Take the coat
        evidence: Coat
        customer: Take the coat
        frontstage: {do: Hand out the coat, owner: waiter}
        next: Leave
      - step: Pay
        evidence: Receipt
        customer: Pay
        frontstage: {do: Take the payment, owner: waiter}
        next: Leave
      - step: Leave
        evidence: A sweet
        customer: Say goodbye
        frontstage: {do: Open the door, owner: waiter}
        end: true
"""
_EAT = """
    steps:
      - step: Eat
        evidence: Plate
        customer: Eat
        frontstage: {do: Serve the dish, owner: waiter}
        next: {all: [Pay, Take the coat]}
"""


@rule(
    "B112",
    wrong=True,
    source="language.md, Flow",
    bad=Example(
        _EAT
        + """\
        #      ^^^ “Pay” and “Take the coat” are taken at once, and never meet
      - step: Take the coat
        evidence: Coat
        customer: Take the coat
        frontstage: {do: Hand out the coat, owner: waiter}
        end: true
      - step: Pay
        evidence: Receipt
        customer: Pay
        frontstage: {do: Take the payment, owner: waiter}
        end: true
    """
    ),
    good=Example(_EAT + _AFTER),
)
def ways_never_meet(journey: JourneyGraph) -> Iterator[Finding]:
    """Ways that are taken all at once never meet.

    The customer goes both ways at once, and each comes to an end of its own: nobody can say when the
    journey is over, or what both have to be done for. Let the ways lead to one step where they are both
    done, or give each a condition if only one of them is taken.
    """
    places = {step.id: 1 << number for number, step in enumerate(journey.steps)}
    parting = [step for step in journey.steps if any(flow.together for flow in journey.flows_from(step.id))]
    if not parting:
        return
    # What a step leads to, itself included, as bits: carried along the ways turned round.
    ahead = carried(journey.step_graph.reverse(copy=False), places)
    for step in parting:
        ways = [flow for flow in journey.flows_from(step.id) if flow.together]
        common = -1
        for flow in ways:
            common &= ahead.get(flow.target, 0)
        if not common and len({flow.target or flow.to_journey for flow in ways}) > 1:
            met = dict.fromkeys(flow.target for flow in ways if flow.target)
            targets = [target for target in map(journey.node, met) if isinstance(target, StepNode)]
            path = ways[0].place.path[:-1]
            yield step.finding(
                f"{named(targets)} are taken at once, and never meet",
                at=ways[0].place._replace(path=path, part=Part.KEY),
                related=tuple(target.mention("one of the ways") for target in targets[:5]),
                help="lead them to a step where all are done, or write conditions in place of `all`",
            )
