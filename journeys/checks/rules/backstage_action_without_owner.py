from collections.abc import Iterator

from journeys.checks.consequences import breaks
from journeys.checks.ownership import nobody_owns, unowned
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import Fault, Root
from journeys.language.finding import Finding
from journeys.language.model.lanes import BACKSTAGE


@rule(
    "O102",
    wrong=True,
    source="Bitner, Ostrom and Morgan 2008",
    fault=Fault.UNOWNED,
    words=nobody_owns(BACKSTAGE),
    bad=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            backstage: Cook the dish
            #          ^^^^^^^^^^^^^ nobody owns this action of the lane “Backstage”
            end: true
    """),
    good=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            backstage: {do: Cook the dish, owner: kitchen, promised: {within: 20 min}}
            end: true
    """),
)
def backstage_action_without_owner(journey: JourneyGraph) -> Iterator[Finding]:
    """A backstage action has no owner.

    What the customer sees rests on this, and nobody is accountable for it: whoever stands in the frontstage
    cannot ask anybody, and can promise nothing that depends on it. Name the owner, on the action or on its
    step. Lanes of your own count as backstage when they stand above the support lane.
    """
    for action in unowned(journey, BACKSTAGE):
        yield action.finding(
            f"nobody owns this action of the lane “{action.lane.name}”",
            related=breaks(journey.workspace, Root(Fault.UNOWNED, (action.id,))),
            help="write `owner:` and the id of an owner",
        )
