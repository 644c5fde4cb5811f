from collections.abc import Iterable, Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.nodes import OwnerNode
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Part, Place


@rule(
    "O105",
    wrong=True,
    source="Burgess 2015, Thinking in Promises; language.md, Steps and lanes",
    over="workspace",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: till}
            end: true
        owners:
          manager: {name: Restaurant manager}
          till: {name: Card terminal, kind: system}
          #                                 ^^^^^^ “Card terminal” is a system
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, system: Card terminal}
            end: true
    """),
)
def system_as_owner(workspace: Workspace) -> Iterator[Finding]:
    """A system is named as an owner.

    A system promises nothing: it cannot notice that it fails, answer for it, or decide to do better. Behind
    it stands somebody who chose it and somebody who runs it. Name one of them as the owner, and the system
    under `system:`.
    """
    journeys = workspace.selected
    systems = {name.casefold() for journey in journeys for action in journey.actions for name in action.system}
    seen: set[str] = set()
    for owners in (workspace.shared.owners, *(journey.owners for journey in journeys)):
        yield from _systems(owners.values(), systems, seen)


def _systems(owners: Iterable[OwnerNode], systems: set[str], seen: set[str]) -> Iterator[Finding]:
    for owner in owners:
        if owner.id in seen:
            continue
        seen.add(owner.id)
        declared = owner.kind == "system"
        if declared or owner.name.casefold() in systems or owner.key.casefold() in systems:
            yield owner.finding(
                f"“{owner.name}” is a system, and a system answers for nothing",
                at=Place(owner.place.file, (*owner.place.path, "kind" if declared else "name"), Part.VALUE),
                help="name the team that runs it as the owner, and the system under `system:` of the action",
            )
