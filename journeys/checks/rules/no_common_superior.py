from collections.abc import Iterator

from journeys.checks.ownership import heads
from journeys.checks.rule import Example, rule
from journeys.graph.handoffs import Handoff, handoffs
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import OwnerNode
from journeys.language.finding import Finding

_OWNERS = """
        owners:
          manager: {name: Restaurant manager}
          waiter: {name: Waiters, reports_to: manager}
"""


@rule(
    "O204",
    wrong=False,
    source="calculus.md, Ownership",
    bad=Example(
        """
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            backstage: {do: Cook the dish, owner: chef, promised: {within: 20 min}}
            #               ^^^^^^^^^^^^^ “Waiters” and “Chef” have no common superior
            end: true"""
        + _OWNERS
        + """\
          chef: {name: Chef, kind: person}
    """
    ),
    good=Example(
        """
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            backstage: {do: Cook the dish, owner: chef, promised: {within: 20 min}}
            end: true"""
        + _OWNERS
        + """\
          chef: {name: Chef, kind: person, reports_to: manager}
    """
    ),
)
def no_common_superior(journey: JourneyGraph) -> Iterator[Finding]:
    """The two owners of a handoff have no common superior.

    When they disagree nobody can decide, so the customer waits until one of them gives in. Say to whom
    both report, or, for a partner outside, who in the company looks after them (`reports_to:`). A partner
    who has promised what is handed over is left alone: there the promise decides. It is asked where at
    least one of the two reports to somebody.
    """
    owners = {owner.id: owner for owner in journey.owners.values()}
    above: dict[str, str] | None = None
    told: set[frozenset[str]] = set()
    for handoff in filter(lambda one: one.owned, handoffs(journey)):
        one, other = owners[handoff.above.owner], owners[handoff.below.owner]
        pair = frozenset((one.id, other.id))
        if pair in told or not (one.reports_to or other.reports_to):
            continue
        above = above or heads(journey)
        if above[one.id] != above[other.id] and not _contract(handoff, one, other):
            told.add(pair)
            yield handoff.below.finding(
                f"“{one.name}” and “{other.name}” have no common superior who could decide between them",
                related=(handoff.above.mention(f"“{one.name}” builds on it here"),),
                help="write `reports_to:` where one of them is declared",
            )


def _contract(handoff: Handoff, *owners: OwnerNode) -> bool:
    return any(owner.kind == "partner" for owner in owners) and handoff.covered
