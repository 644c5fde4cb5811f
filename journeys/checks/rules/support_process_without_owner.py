from collections.abc import Iterator

from journeys.checks.consequences import breaks
from journeys.checks.ownership import nobody_owns, unowned
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import Fault, Root
from journeys.language.finding import Finding
from journeys.language.model.lanes import SUPPORT


@rule(
    "O103",
    wrong=True,
    source="Bitner, Ostrom and Morgan 2008; Shostack 1984",
    fault=Fault.UNOWNED,
    words=nobody_owns(SUPPORT),
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            support: {do: Clear the card payment, system: Card terminal}
            #             ^^^^^^^^^^^^^^^^^^^^^^ nobody owns this support process
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            support: {do: Clear the card payment, owner: manager, system: Card terminal, promised: {within: 10 s}}
            end: true
    """),
)
def support_process_without_owner(journey: JourneyGraph) -> Iterator[Finding]:
    """A support process has no owner.

    Systems and support processes run until they do not, and then everybody learns that they were nobody's.
    A system cannot answer for itself. Name the owner who is accountable for the process, on the action or
    on its step; lanes of your own count as support when they stand below the support lane.
    """
    for action in unowned(journey, SUPPORT):
        yield action.finding(
            "nobody owns this support process",
            related=breaks(journey.workspace, Root(Fault.UNOWNED, (action.id,))),
            help="write `owner:` and the id of an owner",
        )
