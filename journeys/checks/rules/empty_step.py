from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "B209",
    wrong=False,
    source="Bitner, Ostrom and Morgan 2008",
    bad=Example("""
        steps:
          - step: Eat
            #     ^^^ nothing happens at this step
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def empty_step(journey: JourneyGraph) -> Iterator[Finding]:
    """Nothing happens at a step.

    It is a column with a heading and no cells: a placeholder that was never filled, or something that is
    no step of the customer's way. Write what the `customer:` does there, or take the step out.
    """
    wrong = {finding.place for finding in journey.findings}
    for step in journey.steps:
        # What a step stands for may be unknown; that is a finding of its own.
        stands = step.nested or step.entry("journey") in wrong
        if not stands and not journey.actions_of(step.id) and not journey.evidence_of(step.id):
            yield step.finding(
                "nothing happens at this step", help="write what the `customer:` does here, or take the step out"
            )
