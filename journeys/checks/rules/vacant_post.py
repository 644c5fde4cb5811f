from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, OwnerNode
from journeys.language.finding import Finding, Place

_MOST_SHOWN = 5


@rule(
    "O104",
    wrong=True,
    source="calculus.md, Ownership",
    bad=Example("""
        steps:
          - step: Arrive
            evidence: Sign at the door
            customer: Come in
            frontstage: {do: Welcome the guests, owner: host}
            #                                           ^^^^ nobody fills the post “Host”
          - step: Leave
            evidence: Coat
            customer: Take the coat
            frontstage: {do: Hand out the coat, owner: host}
            end: true
        owners:
          manager: {name: Restaurant manager}
          host: {name: Host, reports_to: manager, vacant: true}
    """),
    good=Example("""
        steps:
          - step: Arrive
            evidence: Sign at the door
            customer: Come in
            frontstage: {do: Welcome the guests, owner: host}
          - step: Leave
            evidence: Coat
            customer: Take the coat
            frontstage: {do: Hand out the coat, owner: host}
            end: true
        owners:
          manager: {name: Restaurant manager}
          host: {name: Host, reports_to: manager, holder: Emil Sand}
    """),
)
def vacant_post(journey: JourneyGraph) -> Iterator[Finding]:
    """The owner of an action is a post that nobody fills.

    On paper somebody answers for this; in truth the chair is empty, so the work is done by whoever has time
    and the promise kept by luck. Give the work to an owner who is there until the post is filled, or write
    its `holder:` and take `vacant:` away.
    """
    held: dict[str, list[ActionNode]] = {}
    for action in journey.actions:
        if action.company and action.owner:
            held.setdefault(action.owner, []).append(action)
    for owner in journey.owners.values():
        if owner.vacant:
            yield from _vacant(journey, owner, held.get(owner.id, []))


def _vacant(journey: JourneyGraph, owner: OwnerNode, actions: list[ActionNode]) -> Iterator[Finding]:
    help_ = f"give the work to an owner who is there, or write who holds the post: `holder:` on “{owner.key}”"
    if journey.owner == owner.id:
        message = f"nobody fills the post “{owner.name}”, so nobody is accountable for this journey"
        place = Place(journey.file, ("owner",))
        yield journey.finding(message, at=place, help=help_, related=(owner.mention("declared vacant here"),))
    if actions:
        first, *rest = actions
        more = f" and {len(rest)} more" if rest else ""
        yield first.finding(
            f"nobody fills the post “{owner.name}”, so nobody answers for “{first.name}”{more}",
            at=first.owner_place,
            related=(
                owner.mention("declared vacant here"),
                *(action.mention("this too") for action in rest[:_MOST_SHOWN]),
            ),
            help=help_,
        )
