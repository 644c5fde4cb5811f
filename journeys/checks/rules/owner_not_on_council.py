from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import OwnerNode
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Place, Related

_STEPS = """
        journey: Dinner for two
        owner: waiter
        #      ^^^^^^ “Waiters” is accountable for a journey, and does not sit on the council
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
"""
_MOST_SHOWN = 4


@rule(
    "E405",
    wrong=False,
    source="Manning and Bodine 2012, Outside In",
    over="workspace",
    bad=Example(
        _STEPS
        + """\
        governance: {authority: manager, council: [manager, kitchen]}
    """
    ),
    good=Example(
        _STEPS
        + """\
        governance: {authority: manager, council: [manager, kitchen, waiter]}
    """
    ),
)
def owner_not_on_council(workspace: Workspace) -> Iterator[Finding]:
    """The owner of a journey does not sit on the council.

    Where the council decides without the one who is accountable for the journey, it decides without knowing what
    the decision breaks, and that owner hears of it from customers. Name the owner under `council:`, or let somebody
    be accountable who sits there. It is asked where a council is declared; the one with the authority need not be
    named.
    """
    absent: dict[str, list[tuple[JourneyGraph, OwnerNode]]] = {}
    for journey in workspace.selected:
        governance, owner = journey.governance, journey.owner_of(journey)
        if owner is not None and governance.council and owner.id not in (*governance.council, governance.authority):
            absent.setdefault(owner.id, []).append((journey, owner))
    for owned in absent.values():
        yield _told(*owned)


def _told(first: tuple[JourneyGraph, OwnerNode], *rest: tuple[JourneyGraph, OwnerNode]) -> Finding:
    journey, owner = first
    governed = journey.governance.place
    council = (Related(governed.at("council"), "the council"),) if governed else ()
    others = tuple(Related(_owner(one), f"“{one.name}” is this owner's too") for one, _ in rest[:_MOST_SHOWN])
    owned = "a journey" if not rest else f"{len(rest) + 1} journeys"
    return journey.finding(
        f"“{owner.name}” is accountable for {owned}, and does not sit on the council",
        at=_owner(journey),
        related=(*council, *others),
        help=f"add `{owner.key}` to `council:`, or let somebody be accountable who sits there",
    )


def _owner(journey: JourneyGraph) -> Place:
    return Place(journey.file, ("owner",))
