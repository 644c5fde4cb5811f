from collections.abc import Iterator

from journeys.checks.customer_promises import written_to_customer
from journeys.checks.rule import Example, rule
from journeys.finding import Finding
from journeys.graph.journey import JourneyGraph


@rule(
    "E304",
    wrong=False,
    source="Burgess 2015, Thinking in Promises",
    profile="strict",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
        promises:
          bill:
        # ^^^^ this promise says nothing of when
            promise: The bill within five minutes
            by: waiter
            to: guest
            made: Pay
            kept: Pay
            measure: minutes from asking to the receipt
            if_broken: The coffee is on the house
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
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
def promise_without_deadline(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise to a customer has no deadline.

    A promise without a time can never be seen to be broken, so it is hardly one. Write under `within:` how
    long it may take, counted from where it is made.
    """
    for promise in written_to_customer(journey):
        if not promise.within:
            yield promise.finding(
                "this promise says nothing of when", help="write `within:` and a duration like `5 working days`"
            )
