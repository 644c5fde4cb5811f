from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding
from journeys.language.model.duration import Duration, WorkingTime


@rule(
    "E609",
    wrong=True,
    source="language.md, Promises",
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
            aim: 6 min
            #    ^^^^^ the aim, 6 min, is no tighter than the promise, 5 min
            measure: minutes from asking to the receipt
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
            aim: 2 min
            measure: minutes from asking to the receipt
            if_broken: The coffee is on the house
    """),
)
def aim_not_beyond_promise(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise aims at no more than it promises.

    The aim is what the promiser sets himself so that the promise holds on a bad day too; one that is as late as the
    promise, or later, plans to break it. Write an `aim` below `within`, or promise what you aim at.
    """
    for promise in journey.promise_nodes:
        aim, within = promise.aim, promise.within
        if aim is not None and within is not None and _no_tighter(aim, within, journey.working_time):
            yield promise.finding(
                f"the aim, {aim}, is no tighter than the promise, {within}",
                at=promise.place.at("aim"),
                help=f"write an `aim` below {within}, or promise what you aim at",
            )
        elif aim is not None and within is None and promise.valid is None:
            yield promise.finding(
                f"the aim is {aim}, and no time is promised that it could be tighter than",
                at=promise.place.at("aim"),
                help="write `within:` and the time that is promised, or take `aim` away",
            )


def _no_tighter(aim: Duration, within: Duration, hours: WorkingTime) -> bool:
    """Whether the aim is surely as late as the promise. Time that is worked takes as long by the clock, or longer; how
    much of it lies within a time by the clock is not known."""
    if within.working and not aim.working:
        return False
    return aim.seconds(hours) >= within.seconds(hours)
