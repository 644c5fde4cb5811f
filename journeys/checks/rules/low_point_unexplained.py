from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding

LOWEST = -2


@rule(
    "E207",
    wrong=False,
    source="Kalbach 2020",
    bad=Example("""
        steps:
          - step: Pay
            feeling: -2
            #        ^^ the low point does not say what hurts
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            feeling: -2
            thought: Why does nobody look this way?
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def low_point_unexplained(journey: JourneyGraph) -> Iterator[Finding]:
    """A low point does not say what hurts.

    The feeling is at its lowest, and neither a thought nor a pain says why, so nobody can do anything about
    it. Write what customers say there under `pains:` or `thought:`.
    """
    for step in journey.steps:
        if step.feeling == LOWEST and not step.pains and not step.thought:
            yield step.finding(
                "the low point does not say what hurts",
                at=step.entry("feeling"),
                help="write what customers say here under `pains:` or `thought:`",
            )
