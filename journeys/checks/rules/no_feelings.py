from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E203",
    wrong=False,
    source="Kalbach 2020; Stickdorn et al. 2018",
    profile="strict",
    limit=5,
    bad=Example("""
        journey: Dinner for two
        #        ^^^^^^^^^^^^^^ none of its 5 steps says how it feels
        steps:
          - step: Arrive
            evidence: Sign at the door
            customer: Come in
            frontstage: {do: Welcome the guests, owner: waiter}
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
          - step: Leave
            evidence: Coat
            customer: Take the coat
            frontstage: {do: Hand out the coat, owner: waiter}
            end: true
    """),
    good=Example("""
        journey: Dinner for two
        steps:
          - step: Arrive
            feeling: 0
            evidence: Sign at the door
            customer: Come in
            frontstage: {do: Welcome the guests, owner: waiter}
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Eat
            feeling: 2
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
          - step: Leave
            evidence: Coat
            customer: Take the coat
            frontstage: {do: Hand out the coat, owner: waiter}
            end: true
    """),
)
def no_feelings(journey: JourneyGraph, limit: int) -> Iterator[Finding]:
    """No step says how it feels.

    Without feelings the drawing is a process, not a journey: it shows where work is done, and not where a
    customer is won or lost. Ask a few customers, and write `feeling:` from -2 to 2 on the steps they speak
    of. It is asked of journeys with five steps or more (the `limit`).
    """
    if len(journey.steps) >= limit and all(step.feeling is None for step in journey.steps):
        yield journey.finding(
            f"none of its {len(journey.steps)} steps says how it feels",
            help="write `feeling:` from -2 to 2 on the steps that customers speak of",
        )
