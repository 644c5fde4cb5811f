from collections.abc import Iterator

from journeys.checks.flow import lost
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "B103",
    wrong=True,
    source="calculus.md, Flow",
    bad=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Pay
            #     ^^^ the journey stops here without an end
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
    """),
    good=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def dead_end(journey: JourneyGraph) -> Iterator[Finding]:
    """A step leads nowhere and is no end.

    The customer stands here and nobody has said how it goes on: a case that is never closed, a call that is
    never returned. If the journey is meant to end here, say so with `end: true`; if not, say with `next`
    where it goes.
    """
    stops = [step for step in journey.steps if not step.end and not journey.flows_from(step.id)]
    # Where a `next` names something unknown, that is the finding.
    unsure = lost(journey) if stops else set()
    for step in stops:
        if step.id not in unsure:
            yield step.finding(
                "the journey stops here without an end",
                help="write `end: true` if it ends here, or `next:` and where it goes on",
            )
