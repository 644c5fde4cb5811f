from collections.abc import Iterator, Sequence

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, Support
from journeys.language.finding import Finding


@rule(
    "B207",
    wrong=True,
    source="Burgess 2015, Thinking in Promises",
    profile="draft",
    bad=(
        Example("""
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
        Example(
            """
            steps:
              - step: Eat
                evidence: The dish
                customer: Eat
                frontstage: {do: Serve the dish, id: serve, owner: waiter, uses: wash-up/clean}
                #                                                                ^^^^^^^^^^^^^ “Wash them” in “Wash up”
                end: true
        """,
            workspace="owners: {waiter: {name: Waiters}, manager: {name: Manager}}",
            other="""
            journey: Wash up
            steps:
              - step: Clear the table
                evidence: Empty table
                customer: Lean back
                frontstage: {do: Wash them, id: clean, owner: waiter, uses: dinner-for-two/serve}
                #                                                           ^^^^^^^^^^^^^^^^^^^^ “Serve the dish” in
                end: true
        """,
        ),
    ),
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
    for circle in journey.workspace.support_circles:
        inside = set(circle)
        here = [link for link in journey.supports if link.explicit and link.above in inside and link.below in inside]
        if here:
            yield _told(journey, circle, here[0])


def _told(journey: JourneyGraph, circle: Sequence[str], first: Support) -> Finding:
    inside = set(circle)
    links = [link for id_ in circle for link in journey.supports_of(id_) if link.explicit and link.below in inside]
    names = [_called(journey, journey.action(id_)) for id_ in circle[:3]]
    others = " and others" if len(circle) > len(names) else ""
    return journey.finding(
        f"{' and '.join(names)}{others} use one another in a circle"
        if len(circle) > 2
        else f"{' and '.join(names)} wait for one another: each uses the other",
        at=first.place,
        related=tuple(journey.action(link.above).mention("in the circle too") for link in links if link != first)[:5],
        help="take out the `uses:` that is not so",
    )


def _called(journey: JourneyGraph, action: ActionNode) -> str:
    """The action's name, with its journey's where that is another one."""
    home = "" if action.journey == journey.id else f" in “{journey.workspace.journey_name(action.journey)}”"
    return f"“{action.name}”{home}"
