from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding
from journeys.language.quantities import percent

_TEXT = """
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {{do: Take the order, owner: waiter}}
            backstage: {{do: Print the order, owner: kitchen, system: {one}, promised: {{id: printed, at_least: 98%}}}}
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {{do: Bring the dish, owner: waiter}}
            backstage: {{do: Cook the dish, owner: kitchen, system: Till, promised: {{id: cooked, at_least: 98%}}}}
            end: true
        promises:
          warm-dish:{mark}
            promise: Your dish is warm
            by: waiter
            to: guest
            made: Order
            kept: Eat
            within: 30 min
            at_least: 95%
            measure: minutes from order to plate
            if_broken: A dessert on the house
            relies_on: printed
"""


@rule(
    "P404",
    wrong=False,
    source="calculus.md; Fréchet's bounds",
    profile="strict",
    bad=Example(_TEXT.format(one="Till", mark="\n         #^^^^^^^^^ share Till")),
    good=Example(_TEXT.format(one="Order pad", mark="")),
)
def shared_condition(journey: JourneyGraph) -> Iterator[Finding]:
    """What a promise relies on shares something, so its rates do not multiply.

    Two conditions that rest on the same system, action or promise fail together: how often both are kept lies
    somewhere between the sum of their rates less one and the lower of the two. The lower one is taken; know that
    it may be less. Take the shared thing apart if the promise must stand on two legs.
    """
    for promise in journey.promise_nodes:
        rate = journey.promises[promise.key].verdict.rate if promise.at_least is not None else None
        if rate is not None and rate.shared:
            things = list(dict.fromkeys(_name(journey, thing) for thing in rate.shared))
            names = ", ".join(things[:4]) + (" and more" if len(things) > 4 else "")
            yield promise.finding(
                f"the promises that “{promise.name}” relies on share {names}: together they are kept between "
                f"{percent(rate.sure)} and {percent(rate.most)} of the time",
                help="count on the lower figure, or let them rest on different things",
            )


def _name(journey: JourneyGraph, thing: str) -> str:
    kind, _, name = thing.partition(":")
    return name if kind == "system" else f"“{journey.called(thing)}”"
