from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E202",
    wrong=False,
    source="Kahneman et al. 1993, peak-end rule; Chase and Dasu 2001",
    bad=Example("""
        steps:
          - step: Arrive
            feeling: 1
            evidence: Sign at the door
            customer: Come in
            frontstage: {do: Welcome the guests, owner: waiter}
          - step: Eat
            feeling: 2
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            feeling: -1
            #        ^^ the journey ends here on its low point
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Arrive
            feeling: 1
            evidence: Sign at the door
            customer: Come in
            frontstage: {do: Welcome the guests, owner: waiter}
          - step: Eat
            feeling: 2
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Pay
            feeling: 1
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def ends_on_low_point(journey: JourneyGraph) -> Iterator[Finding]:
    """The journey ends on its low point.

    People remember a journey by its peak and by its end. One that ends at its worst moment is remembered as
    bad, whatever went before. Move what hurts to an earlier step, or add something good at the end. An end
    that nobody wished for, marked `end: dropped out`, is none of these. It is asked where the end says how
    it feels, and some other step feels better.
    """
    felt = [step.feeling for step in journey.steps if step.feeling is not None]
    for step in journey.steps:
        wished = step.end and not step.dropped_out
        if wished and step.feeling is not None and step.feeling < 0 and step.feeling == min(felt) < max(felt):
            yield step.finding(
                f"the journey ends here on its low point ({step.feeling})",
                at=step.entry("feeling"),
                help="move what hurts to an earlier step, or end with something good",
            )
