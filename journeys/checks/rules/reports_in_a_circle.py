from collections.abc import Iterable, Iterator, Mapping

from journeys.checks.rule import Example, rule
from journeys.graph.nodes import OwnerNode
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Part, Place


@rule(
    "O109",
    wrong=True,
    source="calculus.md, Ownership",
    profile="draft",
    over="workspace",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
        owners:
          manager: {name: Restaurant manager, reports_to: waiter}
          #                                               ^^^^^^ report to one another in a circle
          waiter: {name: Waiters, reports_to: manager}
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
        owners:
          manager: {name: Restaurant manager}
          waiter: {name: Waiters, reports_to: manager}
    """),
)
def reports_in_a_circle(workspace: Workspace) -> Iterator[Finding]:
    """Owners report to one another in a circle.

    Whoever stands highest reports to nobody here. In a circle nobody does, so there is no one to go to when
    a handoff fails. Take away the one `reports_to` that is wrong.
    """
    seen: set[str] = set()
    for owners in (workspace.shared.owners, *(journey.owners for journey in workspace.selected)):
        for circle in _circles(owners):
            if seen.isdisjoint(owner.id for owner in circle):
                seen.update(owner.id for owner in circle)
                yield _told(circle)


def _circles(owners: Mapping[str, OwnerNode]) -> Iterable[list[OwnerNode]]:
    """Each circle once; every owner reports to one other at most, so following them finds all."""
    done: set[str] = set()
    for start in owners.values():
        way: dict[str, OwnerNode] = {}
        node: OwnerNode | None = start
        while node is not None and node.id not in done:
            done.add(node.id)
            way[node.id] = node
            node = owners.get(node.reports_to)
        if node is not None and node.id in way:
            walked = list(way.values())
            yield walked[walked.index(node) :]


def _told(circle: list[OwnerNode]) -> Finding:
    first, *rest = circle
    place = Place(first.place.file, (*first.place.path, "reports_to"), Part.VALUE)
    if not rest:
        return first.finding(f"“{first.name}” reports to itself", at=place, help="take `reports_to:` away")
    names = ", ".join(f"“{owner.name}”" for owner in circle[:4]) + (" …" if len(circle) > 4 else "")
    return first.finding(
        f"{names} report to one another in a circle",
        at=place,
        related=tuple(owner.mention("in the circle too") for owner in rest[:5]),
        help="take away the one `reports_to:` that is wrong",
    )
