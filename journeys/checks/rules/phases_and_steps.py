from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "B108",
    wrong=True,
    source="language.md, Steps and lanes",
    profile="draft",
    bad=Example("""
        phases:
          - phase: Dinner
            steps:
              - step: Eat
                evidence: The dish
                customer: Eat
                frontstage: {do: Serve the dish, owner: waiter}
        steps:
          - step: Pay
            #     ^^^ “Pay” stands in no phase
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
    good=Example("""
        phases:
          - phase: Dinner
            steps:
              - step: Eat
                evidence: The dish
                customer: Eat
                frontstage: {do: Serve the dish, owner: waiter}
          - phase: Farewell
            steps:
              - step: Pay
                evidence: Receipt
                customer: Ask for the bill
                frontstage: {do: Take the payment, owner: waiter}
                end: true
    """),
)
def phases_and_steps(journey: JourneyGraph) -> Iterator[Finding]:
    """A journey has phases, and steps beside them.

    Where steps stand outside the phases nobody can tell when they come: they are read after the last
    phase, wherever they are written. Put them into a phase, or do without phases.
    """
    if len(journey.phases) < 2 or journey.phases[-1]:
        return
    last = len(journey.phases) - 1
    beside = [step for step in journey.steps if step.phase_index == last]
    for step in beside[:1]:
        more = f", nor do {len(beside) - 1} more steps" if len(beside) > 1 else ""
        yield step.finding(
            f"“{step.name}” stands in no phase{more}",
            help="move the steps that stand beside the phases under the `steps:` of one of them",
        )
