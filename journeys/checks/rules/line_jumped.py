from collections.abc import Iterator

from journeys.checks.channels import AT_A_DISTANCE, kind
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode
from journeys.language.finding import Finding
from journeys.language.model.lanes import FRONTSTAGE


@rule(
    "B202",
    wrong=False,
    source="Bitner, Ostrom and Morgan 2008; Kingman-Brundage 1989",
    bad=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: {do: Ask how it is made, uses: Tell the recipe}
            #                                        ^^^^^^^^^^^^^^^ past the frontstage
            frontstage: {do: Serve the dish, owner: waiter, uses: Tell the recipe}
            backstage: {do: Tell the recipe, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: {do: Ask how it is made, uses: Serve the dish}
            frontstage: {do: Serve the dish, owner: waiter, uses: Tell the recipe}
            backstage: {do: Tell the recipe, owner: waiter}
            end: true
    """),
)
def line_jumped(journey: JourneyGraph) -> Iterator[Finding]:
    """The customer goes past the frontstage.

    What the customer deals with is frontstage by definition; work that is drawn below the line of
    visibility and yet met by the customer gets no face, no evidence and no care. Move it to the frontstage,
    or put a touchpoint between. Telephone, letters and messages are excepted: there people answer unseen.
    """
    for support in journey.supports:
        if support.explicit:
            above, below = journey.action(support.above), journey.action(support.below)
            if not above.company and _hidden(journey, below) and kind(journey, above) not in AT_A_DISTANCE:
                yield journey.finding(
                    f"the customer reaches “{below.name}” past the frontstage",
                    at=support.place,
                    related=(below.mention(f"it stands in the lane “{below.lane.name}”"),),
                    help="move it under `frontstage:`, or put a touchpoint between the two",
                )


def _hidden(journey: JourneyGraph, action: ActionNode) -> bool:
    """Whether an action stands behind the line of visibility, and nobody is called or written to."""
    places = {lane.id: place for place, lane in enumerate(journey.lanes)}
    # A lane that only another journey has is no frontstage.
    behind = places.get(action.lane.id, len(places)) > places[FRONTSTAGE.id]
    return action.company and behind and kind(journey, action) not in AT_A_DISTANCE
