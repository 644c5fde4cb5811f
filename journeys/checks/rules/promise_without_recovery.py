from collections.abc import Iterator

from journeys.checks.customer_promises import written_to_customer
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E303",
    wrong=False,
    source="Tax and Brown 1998, Recovering and Learning from Service Failure; Hart 1988",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min}
            end: true
        promises:
          bill:
        # ^^^^ this promise does not say what the customer gets when it is broken
            promise: The bill within five minutes
            by: waiter
            to: guest
            made: Pay
            kept: Pay
            within: 5 min
            measure: minutes from asking to the receipt
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min}
            end: true
        promises:
          bill:
            promise: The bill within five minutes
            by: waiter
            to: guest
            made: Pay
            kept: Pay
            within: 5 min
            measure: minutes from asking to the receipt
            if_broken: The coffee is on the house
    """),
)
def promise_without_recovery(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise to a customer does not say what happens when it is broken.

    A promise that is broken and made good can bind a customer more than one that was kept; one that is
    broken and met with a shrug ends it. Decide beforehand what the customer then gets, so that nobody has
    to invent it on the day, and write it under `if_broken:`.
    """
    for promise in written_to_customer(journey):
        if not promise.if_broken:
            yield promise.finding(
                "this promise does not say what the customer gets when it is broken",
                help="write `if_broken:` and what the customer then gets",
            )
