from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E204",
    wrong=False,
    source="Kahneman et al. 1993, peak-end rule; Heath and Heath 2017",
    profile="strict",
    limit=5,
    bad=Example("""
        journey: Dinner for two
        #        ^^^^^^^^^^^^^^ nothing in it feels good
        steps:
          - step: Arrive
            feeling: 0
            evidence: Sign at the door
            customer: Come in
            frontstage: {do: Welcome the guests, owner: waiter}
          - step: Order
            feeling: -1
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Eat
            feeling: 0
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            feeling: 0
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
          - step: Leave
            feeling: 0
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
            feeling: -1
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Eat
            feeling: 2
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            feeling: 0
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
          - step: Leave
            feeling: 0
            evidence: Coat
            customer: Take the coat
            frontstage: {do: Hand out the coat, owner: waiter}
            end: true
    """),
)
def no_high_point(journey: JourneyGraph, limit: int) -> Iterator[Finding]:
    """The journey has no high point.

    People remember the peak and the end. A journey in which nothing feels better than bearable is
    remembered for its worst moment, and told to nobody. Choose one step and make it good on purpose. It is
    asked of journeys that say of five steps or more (the `limit`) how they feel.
    """
    felt = [step.feeling for step in journey.steps if step.feeling is not None]
    if len(felt) >= limit and max(felt) <= 0:
        yield journey.finding(
            f"nothing in it feels good: the best of {len(felt)} feelings is {max(felt)}",
            help="choose one step and make it good on purpose",
        )
