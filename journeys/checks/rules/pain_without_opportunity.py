from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E205",
    wrong=False,
    source="Stickdorn et al. 2018",
    profile="strict",
    bad=Example("""
        steps:
          - step: Pay
            pains: [The card reader only works at the bar]
            #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no opportunity is said
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            pains: [The card reader only works at the bar]
            opportunities: [Readers that the waiters carry]
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def pain_without_opportunity(journey: JourneyGraph) -> Iterator[Finding]:
    """A pain leads to no opportunity.

    A pain that is written down and left there tells the reader that it was seen and does not matter. Say
    under `opportunities:` what could be tried; it need not be decided.
    """
    for step in journey.steps:
        if step.pains and not step.opportunities:
            yield step.finding(
                "the customer hurts here, and no opportunity is said",
                at=step.entry("pains", 0),
                help="write `opportunities:` and what could be tried",
            )
