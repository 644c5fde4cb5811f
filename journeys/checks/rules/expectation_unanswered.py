from collections.abc import Iterator

from journeys.checks.customer_promises import promised_steps
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E305",
    wrong=False,
    source="Parasuraman, Zeithaml and Berry 1985, the gaps model",
    bad=Example("""
        steps:
          - step: Pay
            expects: [To pay with any card]
            #         ^^^^^^^^^^^^^^^^^^^^ no promise answers
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min}
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            expects: [To pay without waiting]
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
def expectation_unanswered(journey: JourneyGraph) -> Iterator[Finding]:
    """What the customer expects is answered by no promise.

    Satisfaction is what was delivered less what was expected. Here the customer expects something, and no
    promise to the customer is made, kept or under way, so the expectation comes from elsewhere: from hope,
    from a competitor, from the last time. Promise it, promise something else in its place, or say early
    that it will not be so. It is asked of steps that say what the customer `expects`.
    """
    promised = promised_steps(journey)
    for step in journey.steps:
        if step.expects and step.id not in promised:
            yield step.finding(
                "no promise answers what the customer expects here",
                at=step.entry("expects", 0),
                help="promise the customer something that is made or kept here, or say early that it will not be so",
            )
