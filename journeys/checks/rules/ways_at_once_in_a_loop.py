from collections.abc import Iterator

from journeys.checks.flow import ONE_AFTER_THE_OTHER
from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import circles
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding, Part

_STEPS = """
    steps:
      - step: Order
        feeling: 1
        evidence: Menu
        customer: Choose a dish
        frontstage: {do: Take the order, owner: waiter}
        next: {all: [Eat, Drink]}
      - step: Eat
        evidence: Plate
        customer: Eat
        frontstage: {do: Serve the dish, owner: waiter}
        next: Ask
      - step: Drink
        feeling: 2
        evidence: Glass
        customer: Drink
        frontstage: {do: Pour the wine, owner: waiter}
      - step: Ask
        evidence: A smile
        customer: Say how it was
        frontstage: {do: Ask for more wishes, owner: waiter}
        end: true
"""


@rule(
    "B113",
    wrong=True,
    source="language.md, Flow; van der Aalst 1998, workflow nets",
    bad=Example(
        _STEPS.replace("Drink]}", "Drink]}\n        #      ^^^ comes back to “Order”").replace(
            "end: true", "next: [{to: Order, when: more is wished for, at_most: 2}, {to: Leave, when: that is all}]"
        )
        + """\
      - step: Leave
        evidence: Coat
        customer: Leave
        frontstage: {do: Hand out the coat, owner: waiter}
        end: true
    """
    ),
    good=Example(_STEPS),
)
def ways_at_once_in_a_loop(journey: JourneyGraph) -> Iterator[Finding]:
    """Ways that are taken all at once lie within a loop.

    One of them may go round again while another is still under way, so that the customer is in more and
    more places at once. Let the loop begin behind the step where the ways meet, or write them one after the
    other.
    """
    parting = [step for step in journey.steps if any(flow.together for flow in journey.flows_from(step.id))]
    if not parting:
        return
    for circle in map(set, circles(journey.step_graph)):
        for step in (step for step in parting if step.id in circle):
            ways = [flow for flow in journey.flows_from(step.id) if flow.together and flow.target in circle]
            if ways:
                yield step.finding(
                    f"what is taken at once here comes back to “{step.name}”",
                    at=ways[0].place._replace(path=ways[0].place.path[:-1], part=Part.KEY),
                    help=ONE_AFTER_THE_OTHER,
                )
