from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.hardship import silent_waits
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding
from journeys.language.model.duration import MINUTE


@rule(
    "E201",
    wrong=False,
    source="Maister 1985, The Psychology of Waiting Lines",
    limit=10,
    bad=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Wait for the food
            wait: 20 min
            #     ^^^^^^ the customer waits 20 min and hears nothing
            customer: Wait
            backstage: {do: Cook the dish, owner: kitchen}
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Order
            feeling: 1
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Wait for the food
            feeling: -1
            wait: 20 min
            evidence: Bread and olives
            customer: Wait
            backstage: {do: Cook the dish, owner: kitchen}
          - step: Eat
            feeling: 2
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
    """),
)
def silent_wait(journey: JourneyGraph, limit: int) -> Iterator[Finding]:
    """The customer waits and hears nothing.

    An uncertain wait feels longer than a known one, and an unexplained one longer still; this is where
    customers call, or leave. The wait is covered by no promise, no evidence and no touchpoint. Promise when
    it ends, show how far it is, or send a message; a wait of up to ten minutes (the `limit`, in minutes)
    may be silent. It is asked of steps that say how long the `wait` is.
    """
    for step in silent_waits(journey, limit * MINUTE):
        yield step.finding(
            f"the customer waits {step.wait} and hears nothing",
            at=step.entry("wait"),
            help="promise when it ends, or give the step `evidence:` or a message under `frontstage:`",
        )
