from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "O106",
    wrong=True,
    source="Bitner, Ostrom and Morgan 2008; calculus.md, Ownership",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: [waiter, manager]}
            #                                         ^^^^^^^^^^^^^^^^^ “Take the payment” has 2 owners
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
def two_owners(journey: JourneyGraph) -> Iterator[Finding]:
    """An action has more than one owner.

    What belongs to two belongs to neither: each waits for the other, and each can say that it was the
    other's. Many may do the work; one is accountable for it. Name that one, or split the action in two and
    let one promise to the other.
    """
    for action in journey.actions:
        if action.company and action.owners_named > 1:
            yield action.finding(
                f"“{action.name}” has {action.owners_named} owners: each can wait for the other",
                at=action.entry("owner"),
                help="name the one who is accountable, or split the action in two",
            )
