from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeys.checks.rule import Example, rule
from journeys.graph.answering import answering
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import StepNode
from journeys.language.finding import Finding

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import ExpectationNode


@rule(
    "E305",
    wrong=False,
    source="Parasuraman, Zeithaml and Berry 1985, the gaps model",
    bad=(
        Example("""
        steps:
          - step: Pay
            expects: [To pay with any card]
            #         ^^^^^^^^^^^^^^^^^^^^ no promise answers
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min}
            end: true
    """),
        Example("""
        steps:
          - step: Pay
            expects:
              - {id: no-wait, expects: To pay without waiting}
              - {id: any-card, expects: To pay with any card}
              #                         ^^^^^^^^^^^^^^^^^^^^ no promise answers “To pay with any card”
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
            answers: no-wait
    """),
    ),
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
    that it will not be so. A promise that says what it `answers` answers that, wherever it is made and kept, and
    nothing else. It is asked of steps that say what the customer `expects`; what is `indifferent` or `reverse` by Kano
    needs no promise.
    """
    answered = answering(journey)
    for step in journey.steps:
        unanswered = [one for one in step.expectations if one.wanted and not answered[one.id]]
        if unanswered:
            yield from _told(step, unanswered)


def _told(step: StepNode, unanswered: list[ExpectationNode]) -> Iterator[Finding]:
    """One finding where nothing that is expected at a step is answered, else one for each that is not."""
    if len(unanswered) == len(step.expectations):
        yield unanswered[0].finding(
            "no promise answers what the customer expects here",
            help="promise the customer something that is made or kept here, or say early that it will not be so",
        )
        return
    for one in unanswered:
        yield one.finding(
            f"no promise answers “{one.name}”",
            help=f"promise it, with `answers: {one.key}` on the promise, or say early that it will not be so",
        )
