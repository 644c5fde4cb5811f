from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeys.checks.customer_promises import written_to_customer
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode
from journeys.language.finding import Finding

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import PracticeNode


@rule(
    "E608",
    wrong=False,
    source="Berry and Parasuraman 1991, the zone between what is adequate and what is desired",
    profile="strict",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min}
            end: true
        values:
          calm: {value: Calm, says: Nobody has to ask twice}
        practices:
          bill-first:
            practice: Bring the bill with the coffee
            instead_of: The bill when it is asked for
            serves: [calm]
            at: Pay
            owner: waiter
        promises:
          bill:
            promise: The bill within five minutes
            by: waiter
            to: guest
            made: Pay
            kept: Pay
            within: 5 min
            #       ^^^^^ “Calm” asks for more than this, and nobody aims at it
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
        values:
          calm: {value: Calm, says: Nobody has to ask twice}
        practices:
          bill-first:
            practice: Bring the bill with the coffee
            instead_of: The bill when it is asked for
            serves: [calm]
            at: Pay
            owner: waiter
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
def promise_without_aim(journey: JourneyGraph) -> Iterator[Finding]:
    """A promise is kept where a value asks for more, and nobody aims beyond it.

    What is promised is what customers may count on at least. A company that stands for something sets itself more, or
    the promise becomes all that anybody tries for. Write under `aim:` the time that the promiser sets himself, tighter
    than `within`. It is asked of promises to customers that say `within`, where one of your `practices` serves a value
    at a step or an action that makes or keeps the promise.
    """
    practices = [practice for practice in journey.practices.values() if practice.serves]
    for promise in written_to_customer(journey) if practices else ():
        places = _places(journey, promise)
        asking = next((practice for practice in practices if not places.isdisjoint(practice.at)), None)
        if asking and promise.within and promise.aim is None:
            yield _told(journey, promise, asking)


def _places(journey: JourneyGraph, promise: PromiseNode) -> set[str]:
    """The actions and steps (by id) where a promise is kept, and the steps where it is made."""
    return {*promise.made, *promise.kept, *(journey.action(id_).step for id_ in promise.kept)}


def _told(journey: JourneyGraph, promise: PromiseNode, practice: PracticeNode) -> Finding:
    return promise.finding(
        f"“{journey.called(practice.serves[0])}” asks for more than this, and nobody aims at it",
        at=promise.place.at("within"),
        related=(practice.mention(f"“{practice.name}” is practised here"),),
        help=f"write `aim:` and the time that you set yourselves, tighter than {promise.within}",
    )
