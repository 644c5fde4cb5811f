from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.hardship import hard_steps
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E208",
    wrong=False,
    source="Challagalla, Venkatesh and Kohli 2009, Proactive Postsales Service",
    profile="strict",
    limit=3,
    bad=Example("""
        journey: Dinner for two
        #        ^^^^^^^^^^^^^^ acts first at 0 of the 3 steps
        steps:
          - step: Arrive
            feeling: -1
            evidence: Sign at the door
            customer: Stand at the door
            frontstage: {do: Welcome the guests, owner: waiter}
          - step: Eat
            feeling: -1
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            feeling: -1
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
    good=Example("""
        journey: Dinner for two
        steps:
          - step: Arrive
            feeling: -1
            proactive: true
            evidence: Sign at the door
            customer: Stand at the door
            frontstage: {do: Welcome the guests, owner: waiter}
          - step: Eat
            feeling: -1
            proactive: true
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            feeling: -1
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def more_reactive_than_proactive(journey: JourneyGraph, limit: int) -> Iterator[Finding]:
    """The company mostly waits to be asked.

    Of the steps where the customer waits, hurts or feels bad, the company acts first at fewer than half.
    Reacting costs more than acting first, and is remembered worse. At the steps shown, think of what could
    be said or done before the customer asks, and mark it `proactive: true`. It is asked where there are
    three such steps or more (the `limit`).
    """
    hard = hard_steps(journey)
    proactive = [step for step in hard if step.proactive]
    if len(hard) >= limit and 2 * len(proactive) < len(hard):
        asked = [step for step in hard if not step.proactive]
        yield journey.finding(
            f"the company acts first at {len(proactive)} of the {len(hard)} steps where the customer waits or hurts",
            help="say or do something there before the customer asks, and mark it `proactive: true`",
            related=tuple(step.mention("here it waits to be asked") for step in asked[:5]),
        )
