from collections.abc import Iterator

from journeys.checks.ownership import all_asked
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import OwnerNode
from journeys.graph.purpose import Purpose
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding

_SHARED = """
    workspace: Dinners
    owners:
      manager: {name: Restaurant manager}
      waiter: {name: Waiters, reports_to: manager}
"""


@rule(
    "O107",
    wrong=False,
    source="calculus.md, Ownership",
    over="workspace",
    bad=Example(
        """
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """,
        workspace=_SHARED
        + """\
      sommelier: {name: Sommelier, reports_to: manager}
    # ^^^^^^^^^ “Sommelier” owns nothing
    """,
    ),
    good=Example(
        """
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """,
        workspace=_SHARED,
    ),
)
def owner_owns_nothing(workspace: Workspace) -> Iterator[Finding]:
    """An owner owns nothing.

    Somebody is declared who owns no action, leads no journey, promises nothing, is promised nothing, has nobody
    reporting and no part in what is designed on purpose: the name is left over, or their work is missing from every
    journey. Give them what is theirs, or take the name away. It is asked where a workspace declares its owners, of all
    its journeys at once.
    """
    if not workspace.shared.owners:
        return
    busy = {id_ for journey in workspace.journeys.values() for id_ in _busy(journey, workspace)}
    busy.update(_designing(workspace.purpose))
    for journey in workspace.selected:
        for owner in journey.owners.values():
            if owner.journey == journey.id and owner.id not in busy:
                yield _idle(owner)
    superiors = {owner.reports_to for owner in workspace.shared.owners.values()}
    idle = [owner for owner in workspace.shared.owners.values() if owner.id not in busy and owner.key not in superiors]
    if idle and all_asked(workspace):
        yield from map(_idle, idle)


def _busy(journey: JourneyGraph, workspace: Workspace) -> Iterator[str]:
    """Who owns an action or a step, leads, promises, is promised something, or has somebody reporting."""
    yield journey.owner
    yield from _designing(journey.purpose)
    yield from (action.owner for action in journey.actions)
    yield from (step.owner for step in journey.steps)
    for promise in journey.promise_nodes:
        yield promise.by
        yield from promise.to
    for owner in journey.owners.values():
        above = journey.owners.get(owner.reports_to)
        if above is not None:
            yield above.id
        shadowed = workspace.shared.owners.get(owner.key)
        if shadowed is not None and shadowed.id != owner.id:
            # A journey declares the name anew, which is a finding of its own.
            yield shadowed.id


def _designing(purpose: Purpose) -> Iterator[str]:
    """Who decides, answers for a goal, a measure, a practice or a change, was heard, or gets back to customers."""
    yield from (purpose.governance.authority, *purpose.governance.council)
    for node in purpose.nodes:
        yield from (getattr(node, part, "") for part in ("owner", "by", "told_by", "follow_up_by"))


def _idle(owner: OwnerNode) -> Finding:
    return owner.finding(
        f"“{owner.name}” owns nothing and promises nothing",
        help="name them where they are accountable, or take them out of `owners:`",
    )
