from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E206",
    wrong=False,
    source="Maister 1985; Carlzon 1987",
    profile="strict",
    bad=Example(
        """
        steps:
          - step: Arrive
            feeling: 1
            evidence: Sign at the door
            customer: Come in
            frontstage: {do: Welcome the guests, owner: waiter}
          - step: Eat
            feeling: 2
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            #     ^^^ does not say how it feels
            moment_of_truth: true
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min}
            end: true
    """,
        also=("E301",),
    ),
    good=Example("""
        steps:
          - step: Arrive
            feeling: 1
            evidence: Sign at the door
            customer: Come in
            frontstage: {do: Welcome the guests, owner: waiter}
          - step: Eat
            feeling: 2
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            feeling: 1
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
def key_step_without_feeling(journey: JourneyGraph) -> Iterator[Finding]:
    """A wait or a moment of truth does not say how it feels.

    The journey says how other steps feel, and leaves out one of those where it matters most. The curve is
    then drawn straight through the place where it bends. Write `feeling:` from -2 to 2 there. It is asked
    as soon as one step says how it feels.
    """
    if any(step.feeling is not None for step in journey.steps):
        for step in journey.steps:
            if step.feeling is None and (step.wait is not None or step.moment_of_truth):
                what = "moment of truth" if step.moment_of_truth else "wait"
                yield step.finding(f"this {what} does not say how it feels", help="write `feeling:` from -2 to 2")
