from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "B206",
    wrong=False,
    source="Shostack 1984; language.md, Support",
    bad=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, id: serve}
            support: {do: Order what is missing, owner: waiter, uses: Order.frontstage}
            #                                                         ^^^^^^^^^^^^^^^^ stands above
            next: Order
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
            next: {to: Eat, at_most: 3}
            end: true
    """),
    good=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, id: serve}
            support: {do: Order what is missing, owner: waiter}
            next: Order
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter, triggers: Eat.support}
            next: {to: Eat, at_most: 3}
            end: true
    """),
)
def uses_upwards(journey: JourneyGraph) -> Iterator[Finding]:
    """An action uses one of a lane above it.

    Support goes from below upwards: each lane stands on the one beneath. A support process that uses the
    frontstage is mostly a flow and not a support. Say there, with `triggers:`, what sets this off, or turn
    the `uses:` around.
    """
    place = {lane.id: index for index, lane in enumerate(journey.lanes)}
    for support in journey.supports:
        if not support.explicit:
            continue
        above, below = journey.action(support.above), journey.action(support.below)
        # A lane that only the other journey has stands where nobody here can say.
        if place.get(below.lane.id, len(place)) < place[above.lane.id]:
            yield journey.finding(
                f"“{below.name}” stands above, in the lane “{below.lane.name}”, and cannot carry “{above.name}”",
                at=support.place,
                related=(below.mention("it stands here"),),
                help=f"write `triggers: {above.key}` on “{below.name}” if that sets it off, or turn `uses:` around",
            )
