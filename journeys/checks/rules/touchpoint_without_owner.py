from collections.abc import Iterator

from journeys.checks.consequences import breaks
from journeys.checks.ownership import nobody_owns, unowned
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import Fault, Root
from journeys.language.finding import Finding
from journeys.language.model.lanes import FRONTSTAGE


@rule(
    "O101",
    wrong=True,
    source="Bitner, Ostrom and Morgan 2008",
    profile="standard",
    fault=Fault.UNOWNED,
    words=nobody_owns(FRONTSTAGE),
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: Take the payment
            #           ^^^^^^^^^^^^^^^^ nobody owns this touchpoint
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def touchpoint_without_owner(journey: JourneyGraph) -> Iterator[Finding]:
    """A touchpoint has no owner.

    The customer meets the company here, and nobody answers for how that goes: no one will notice when it
    gets worse, and no one may mend it. Name the owner who is accountable for it, on the action or on its
    step. If it is truly nobody's, that is the finding to take to the next steering meeting.
    """
    for touchpoint in unowned(journey, FRONTSTAGE):
        yield touchpoint.finding(
            "nobody owns this touchpoint",
            related=breaks(journey.workspace, Root(Fault.UNOWNED, (touchpoint.id,))),
            help="write `owner:` and the id of an owner",
        )
