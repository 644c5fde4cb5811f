from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding
from journeys.language.model.expectation import REVERSE


@rule(
    "E307",
    wrong=False,
    source="Kano et al. 1984",
    bad=Example("""
        steps:
          - step: Pay
            expects: [{id: visit, expects: The chef comes to the table, kano: reverse}]
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min}
            end: true
        promises:
          chef:
        # ^^^^ answers what customers would rather be without
            promise: The chef comes to each table
            by: waiter
            to: guest
            made: Pay
            kept: Pay
            within: 5 min
            measure: minutes until the chef is there
            if_broken: The coffee is on the house
            answers: visit
    """),
    good=Example("""
        steps:
          - step: Pay
            expects: [To pay without waiting, {expects: The chef comes to the table, kano: reverse}]
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
def promise_unwanted(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise answers what customers would rather be without.

    Of what is `reverse` by Kano the customer is the less content the more there is of it: the company pays to be
    thought worse of. Promise it to nobody, or to those alone who want it, with an expectation and a promise of their
    own. It is asked of promises that say what they `answer`.
    """
    for promise in journey.promise_nodes:
        for id_ in promise.answers:
            one = journey.node(id_)
            if getattr(one, "kano", "").lower() == REVERSE:
                yield promise.finding(
                    f"it answers what customers would rather be without: “{one.name}”",
                    related=(one.mention("here it is said to be `reverse`"),),
                    help="take the promise back, or answer what they want",
                )
