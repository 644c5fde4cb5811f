from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Edit, Finding
from journeys.language.words import did_you_mean, is_slip, nearest

KINDS = ("must-be", "performance", "attractive", "indifferent", "reverse")


@rule(
    "E306",
    wrong=True,
    source="Kano et al. 1984",
    fixes=True,
    bad=Example("""
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
    """A promise is of no kind that Kano knows.

    Kano tells apart what must be there (`must-be`: its absence angers, its presence is not noticed), what
    is better the more there is of it (`performance`), and what nobody asked for (`attractive`). Which one a
    promise is says whether to keep it at any price, to improve it, or to surprise with it. Use one of these
    words. It is asked of promises that say `kano`; none has to.
    """
    for promise in journey.promise_nodes:
        if promise.kano and promise.kano.lower() not in KINDS:
            place = promise.place.at("kano")
            found = nearest(promise.kano, KINDS)
            yield promise.finding(
                f"“{promise.kano[:40]}” is no kind of promise that Kano knows",
                at=place,
                help=did_you_mean(promise.kano, KINDS),
                fix=(Edit(place, "replace", found),) if found and is_slip(promise.kano, found) else (),
            )
