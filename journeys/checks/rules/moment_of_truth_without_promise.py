from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.answering import promised_steps
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E301",
    wrong=False,
    source="Carlzon 1987, Moments of Truth",
    bad=Example("""
        steps:
          - step: Pay
            moment_of_truth: true
            #                ^^^^ no promise to the customer holds
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min}
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            moment_of_truth: true
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
def moment_of_truth_without_promise(journey: JourneyGraph) -> Iterator[Finding]:
    """At a moment of truth nothing is promised.

    Here the relation is made or broken, and the customer has nobody's word for how it will go; whether it
    goes well is left to whoever happens to be on duty. Promise the customer something that is made, kept or
    under way at this step, or take the mark away.
    """
    promised = promised_steps(journey)
    for step in journey.steps:
        if step.moment_of_truth and step.id not in promised:
            yield step.finding(
                "no promise to the customer holds at this moment of truth",
                at=step.entry("moment_of_truth"),
                help="promise the customer something that is made or kept here",
            )
