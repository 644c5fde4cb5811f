from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.algorithms import carried
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import Support
from journeys.language.finding import Finding


@rule(
    "B211",
    wrong=False,
    source="Allen 1983, intervals; calculus.md, conditions are promised",
    profile="strict",
    bad=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, uses: Pay.backstage}
            #                                                     ^^^^^^^^^^^^^ is done only at “Pay”, which comes later
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            backstage: {do: Buy the vegetables, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            backstage: {do: Buy the vegetables, owner: waiter}
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def uses_what_comes_later(journey: JourneyGraph) -> Iterator[Finding]:
    """An action uses what is done only later.

    The step that holds it comes after this one on every way, so it cannot have been done in time. Move it to
    this step or before it, or, if this one sets it off, say `triggers:` in place of `uses:`.
    """
    links = [
        link
        for link in journey.supports
        if link.explicit and _within(journey, link) and _steps(journey, link)[0] != _steps(journey, link)[1]
    ]
    if not links:
        return
    bits = {
        step: 1 << bit for bit, step in enumerate(dict.fromkeys(id_ for link in links for id_ in _steps(journey, link)))
    }
    before = carried(journey.step_graph, bits)
    for link in links:
        above, below = journey.action(link.above), journey.action(link.below)
        here, there = journey.step_of(above), journey.step_of(below)
        if before[there.id] & bits[here.id] and not before[here.id] & bits[there.id]:
            yield journey.finding(
                f"“{below.name}” is done only at “{there.name}”, which comes later",
                at=link.place,
                related=(below.mention("it is done here"),),
                help="move it to this step or before it, or say `triggers:` in place of `uses:`",
            )


def _within(journey: JourneyGraph, link: Support) -> bool:
    """Whether what is used stands in the same journey: of another nobody can say when it is done."""
    return link.below in journey.nodes


def _steps(journey: JourneyGraph, link: Support) -> tuple[str, str]:
    return journey.action(link.above).step, journey.action(link.below).step
