from collections.abc import Iterator

from journeys.checks.customer_promises import written_to_customer
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E304",
    wrong=False,
    source="Zeithaml, Parasuraman and Berry 1990; Hart 1988",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
        promises:
          bill:
        # ^^^^ neither when, how long nor how often
            promise: A bill without mistakes
            by: waiter
            to: guest
            made: Pay
            kept: Pay
            measure: share of bills that were corrected
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
            promise: A bill without mistakes
            by: waiter
            to: guest
            made: Pay
            kept: Pay
            at_least: 99%
            measure: share of bills that were corrected
            if_broken: The coffee is on the house
    """),
)
def vague_promise(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise to a customer has nothing in it that could be counted.

    It says neither when (`within`), nor how long (`valid`), nor how often (`at_least`), so it can never be seen to be
    broken, and a promise that cannot be broken is hardly one. Give it the one of these that the customer would count.
    """
    for promise in written_to_customer(journey):
        if promise.within is None and promise.valid is None and promise.at_least is None:
            yield promise.finding(
                "this promise says neither when, how long nor how often",
                help="write `within: 5 working days`, `valid: 2 weeks` or `at_least: 95%`",
            )
