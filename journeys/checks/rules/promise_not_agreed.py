from collections.abc import Iterator

from journeys.checks.customer_promises import written_to_customer
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding

_STEPS = """
        governance: {authority: manager}
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min}
            end: true
"""


@rule(
    "E407",
    wrong=False,
    source="Sull and Spinosa 2007, Promise-based management",
    profile="strict",
    bad=Example(
        _STEPS
        + """\
        promises:
          bill:
        # ^^^^ nobody has agreed to this promise
            promise: The bill within five minutes
            by: waiter
            to: guest
            made: Pay
            kept: Pay
            within: 5 min
            measure: minutes from asking to the receipt
            if_broken: The coffee is on the house
    """
    ),
    good=Example(
        _STEPS
        + """\
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
            agreed: {by: waiter, on: 2026-03-02}
    """
    ),
)
def promise_not_agreed(journey: JourneyGraph) -> Iterator[Finding]:
    """Nobody has agreed to a promise to a customer.

    It was written for those who are to keep it, and they learn of it when it is broken. A promise is made by saying
    yes: ask the owner who promises, and write who agreed and when: `agreed: {by: field-ops, on: 2026-03-02}`. A
    decision that is `about` the promise counts as well. It is asked where `governance` is declared.
    """
    if journey.governance.place is None:
        return
    decided = {promise for decision in journey.decisions for promise in decision.about}
    for promise in written_to_customer(journey):
        if promise.agreed is None and promise.id not in decided:
            yield promise.finding(
                "nobody has agreed to this promise",
                help="ask those who are to keep it, and write who said yes and when: `agreed: {by: …, on: …}`",
            )
