from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding
from journeys.language.model.lanes import LaneKind


@rule(
    "B201",
    wrong=False,
    source="Bitner, Ostrom and Morgan 2008; Shostack 1984",
    bad=Example("""
        steps:
          - step: Pay
            customer: Ask for the bill
            #         ^^^^^^^^^^^^^^^^ the customer has nothing to see or to hold here
            frontstage: {do: Take the payment, owner: waiter}
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
def customer_action_without_evidence(journey: JourneyGraph) -> Iterator[Finding]:
    """The customer acts, and has nothing to see or to hold.

    A service cannot be seen; people judge it by what is around it: a page, a letter, a uniform, a receipt.
    If nothing is there by design, something is there by accident. Write under `evidence:` what the customer
    sees or holds. A silent wait is judged by a rule of its own and not told here.
    """
    for step in journey.steps:
        if journey.evidence_of(step.id) or (step.wait is not None and not journey.touchpoints(step.id)):
            continue
        for action in journey.actions_of(step.id):
            if action.lane.kind is LaneKind.CUSTOMER:
                yield action.finding(
                    "the customer has nothing to see or to hold here",
                    help="write under `evidence:` what the customer sees or holds at this step",
                )
                break
