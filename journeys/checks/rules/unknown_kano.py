from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.node import Node
from journeys.language.finding import Edit, Finding, Place
from journeys.language.model.expectation import KINDS
from journeys.language.words import did_you_mean, is_slip, nearest


@rule(
    "E306",
    wrong=True,
    source="Kano et al. 1984",
    fixes=True,
    bad=(
        Example("""
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
            kano: atractive
            #     ^^^^^^^^^ “atractive” is no kind of promise
    """),
        Example("""
        steps:
          - step: Pay
            expects: [{expects: To pay with any card, kano: excited}]
            #                                               ^^^^^^^ “excited” is no kind of expectation
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min, promised: {to: guest, within: 5 min}}
            end: true
    """),
    ),
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
            kano: attractive
    """),
)
def unknown_kano(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise or an expectation is of no kind that Kano knows.

    Kano tells apart what must be there (`must-be`: its absence angers, its presence is not noticed), what
    is better the more there is of it (`performance`), and what nobody asked for (`attractive`). Which one a
    promise is says whether to keep it at any price, to improve it, or to surprise with it. What customers do
    not mind is `indifferent`, what they would rather be without `reverse`. Use one of these words. It is asked of
    promises and expectations that say `kano`; none has to.
    """
    for promise in journey.promise_nodes:
        yield from _told(promise, promise.kano, "promise", promise.place.at("kano"))
    for one in journey.expectations.values():
        yield from _told(one, one.kano, "expectation", one.entry("kano"))


def _told(node: Node, kano: str, what: str, place: Place) -> Iterator[Finding]:
    if kano and kano.lower() not in KINDS:
        found = nearest(kano, KINDS)
        yield node.finding(
            f"“{kano[:40]}” is no kind of {what} that Kano knows",
            at=place,
            help=did_you_mean(kano, KINDS),
            fix=(Edit(place, "replace", found),) if found and is_slip(kano, found) else (),
        )
