from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import circles
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import Support
from journeys.language.finding import Finding


@rule(
    "B207",
    wrong=True,
    source="Burgess 2015, Thinking in Promises",
    profile="draft",
    bad=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, uses: cook}
            backstage:
              - {do: Cook the dish, id: cook, owner: waiter, uses: plates}
              #                                                    ^^^^^^ “Cook the dish” and “Warm the plates” wait
              - {do: Warm the plates, id: plates, owner: waiter, uses: cook}
            end: true
    """),
    good=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, uses: cook}
            backstage:
              - {do: Cook the dish, id: cook, owner: waiter, uses: plates}
              - {do: Warm the plates, id: plates, owner: waiter}
            end: true
    """),
)
def circle_of_uses(journey: JourneyGraph) -> Iterator[Finding]:
    """Actions use one another in a circle.

    Each needs the other to be done first, so none can begin. One of the links is the wrong way round, or
    two of the actions are one. Take out the `uses:` that is not so.
    """
    # What is not said with `uses` goes down a column, and downwards there is no circle.
    said = [support for support in journey.supports if support.explicit]
    if not said:
        return
    for circle in circles(journey.support_graph):
        yield from _told(journey, circle, said)


def _told(journey: JourneyGraph, circle: list[str], said: list[Support]) -> Iterator[Finding]:
    inside = set(circle)
    first, *rest = [link for link in said if link.above in inside and link.below in inside]
    actions = [journey.action(id_) for id_ in circle]
    names = " and ".join(f"“{action.name}”" for action in actions[:3]) + (" and others" if len(actions) > 3 else "")
    yield journey.finding(
        f"{names} wait for one another: each uses the other"
        if len(actions) < 3
        else f"{names} use one another in a circle",
        at=first.place,
        related=tuple(journey.action(link.above).mention("in the circle too") for link in rest[:5]),
        help="take out the `uses:` that is not so",
    )
