from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding

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
"""


@rule(
    "B111",
    wrong=True,
    source="language.md, Flow",
    profile="draft",
    bad=Example(
        _EAT
        + """\
        next: [{all: [Pay]}, {to: Take the coat, when: it was paid before}]
        #             ^^^ “Pay” alone is not several ways at once
    """
        + _AFTER
    ),
    good=Example(
        _EAT
        + """\
        next: {all: [Pay, Take the coat]}
    """
        + _AFTER
    ),
)
def one_way_at_once(journey: JourneyGraph) -> Iterator[Finding]:
    """Ways that are to be taken all at once are only one.

    `next: {all: [A, B]}` sends the customer both ways at once. With one step in it, or the same step twice,
    nothing parts, and whoever reads it looks for the other way. Name the others, or write `next:` and the
    one step.
    """
    for step in journey.steps:
        ways = [flow for flow in journey.flows_from(step.id) if flow.together]
        if ways and len({flow.target or flow.to_journey for flow in ways}) < 2:
            name = journey.called(ways[0].target) if ways[0].target else f"{ways[0].to_journey}/"
            yield step.finding(
                f"“{name}” alone is not several ways at once",
                at=ways[-1].place,
                help=f"name the other steps in `all`, or write `next: {name}`",
            )
