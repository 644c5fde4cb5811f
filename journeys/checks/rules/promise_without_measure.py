from collections.abc import Iterator

from journeys.checks.customer_promises import written_to_customer
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E302",
    wrong=False,
    source="Deming 1986; Ulwick 2005",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min}
            end: true
        promises:
          bill:
        # ^^^^ nobody measures whether this promise is kept
            promise: The bill within five minutes
            by: waiter
            to: guest
            made: Pay
            kept: Pay
            within: 5 min
            if_broken: The coffee is on the house
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
def promise_without_measure(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise to a customer has no measure.

    What nobody measures is kept by chance, and the first to learn that it is not is the customer. Write
    under `measure:` how one sees, from data that exists, whether it was kept.
    """
    for promise in written_to_customer(journey):
        if not promise.measure:
            yield promise.finding(
                "nobody measures whether this promise is kept", help="write `measure:` and how one sees that it is kept"
            )
