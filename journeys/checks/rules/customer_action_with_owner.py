from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Edit, Finding


@rule(
    "O110",
    wrong=True,
    source="Burgess 2015, Thinking in Promises",
    fixes=True,
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: {do: Ask for the bill, owner: waiter}
            #                                       ^^^^^^ “Ask for the bill” is what the customer does
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
def customer_action_with_owner(journey: JourneyGraph) -> Iterator[Finding]:
    """Somebody in the company is named as the owner of what the customer does.

    An owner can promise only what is in their own hands, and what the customer does is not. Usually the
    owner of the touchpoint below is meant. Take the owner away here and name it there.
    """
    for action in journey.actions:
        if not action.company and action.owners_named:
            place = action.entry("owner")
            yield action.finding(
                f"“{action.name}” is what the customer does: nobody in the company can own it",
                at=place,
                help="take `owner:` away here, and name it on the touchpoint",
                fix=(Edit(place, "remove"),),
            )
