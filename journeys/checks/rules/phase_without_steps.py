from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding, Place


@rule(
    "B109",
    wrong=False,
    source="Kalbach 2020",
    bad=Example("""
        phases:
          - phase: Dinner
            steps:
              - step: Eat
                evidence: The dish
                customer: Eat
                frontstage: {do: Serve the dish, owner: waiter}
                end: true
          - phase: Farewell
            #      ^^^^^^^^ the phase “Farewell” has no steps
    """),
    good=Example("""
        phases:
          - phase: Dinner
            steps:
              - step: Eat
                evidence: The dish
                customer: Eat
                frontstage: {do: Serve the dish, owner: waiter}
                end: true
    """),
)
def phase_without_steps(journey: JourneyGraph) -> Iterator[Finding]:
    """A phase has no steps.

    The drawing leaves it out, and whoever reads the file wonders what was meant. Write what the customer
    does in it, or take it out until it is known.
    """
    filled = {step.phase_index for step in journey.steps}
    for index, phase in enumerate(journey.phases):
        if phase and index not in filled:
            yield journey.finding(
                f"the phase “{phase}” has no steps",
                at=Place(journey.file, ("phases", index, "phase")),
                help="write its `steps:`, or take the phase out",
            )
