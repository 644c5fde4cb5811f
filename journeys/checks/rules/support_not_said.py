from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode
from journeys.language.finding import Finding


@rule(
    "O206",
    wrong=False,
    source="language.md, Support",
    profile="strict",
    bad=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            #                ^^^^^^^^^^^^^^ builds on one of 2 actions in the lane “Backstage”
            backstage:
              - {do: Cook the dish, owner: waiter}
              - {do: Wash the plates, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, uses: Cook the dish}
            backstage:
              - {do: Cook the dish, owner: waiter}
              - {do: Wash the plates, owner: waiter}
            end: true
    """),
)
def support_not_said(journey: JourneyGraph) -> Iterator[Finding]:
    """An action builds on a cell of several, and nothing says on which.

    As long as it is not said, no promise can be followed down here and no handoff is judged: a gap may hide
    in it. Write `uses:` with the action, or actions, that it needs.
    Which of several touchpoints a customer turns to may stay open.
    """
    below: dict[str, list[ActionNode]] = {}
    for support in journey.supports:
        if not support.certain and journey.action(support.above).company:
            below.setdefault(support.above, []).append(journey.action(support.below))
    for id_, actions in below.items():
        names = " or ".join(f"`{action.key}`" for action in actions[:4])
        lane = actions[0].lane.name
        yield journey.action(id_).finding(
            f"this builds on one of {len(actions)} actions in the lane “{lane}”, and nothing says which",
            related=tuple(action.mention("perhaps on this") for action in actions[:4]),
            help=f"write `uses:` with {names}",
        )
