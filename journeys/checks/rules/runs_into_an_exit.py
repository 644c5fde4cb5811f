from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding, Related


@rule(
    "B110",
    wrong=False,
    source="language.md, Flow",
    bad=Example("""
        anywhere: {to: Leave hungry, when: Nobody comes to the table}
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Eat
            #     ^^^ after “Eat” everybody comes to “Leave hungry”
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
          - step: Leave hungry
            evidence: Coat
            customer: Take the coat
            frontstage: {do: Apologise, owner: waiter}
            end: true
    """),
    good=Example("""
        anywhere: {to: Leave hungry, when: Nobody comes to the table}
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
          - step: Leave hungry
            evidence: Coat
            customer: Take the coat
            frontstage: {do: Apologise, owner: waiter}
            end: true
    """),
)
def runs_into_an_exit(journey: JourneyGraph) -> Iterator[Finding]:
    """The journey runs on into a step that is an exit.

    Steps follow one another as written, so whoever gets this far comes next to a step that `anywhere` names
    as the way out: mostly an `end: true` was forgotten above it. Write `end: true`, or `next:` where it goes
    on; if everybody does come to the exit, say so with `next:`.
    """
    exits = {flow.target: flow for flow in journey.flows if flow.anywhere and flow.target}
    for flow in journey.flows if exits else ():
        if not flow.written and flow.target in exits:
            source, target = journey.called(flow.source), journey.called(flow.target)
            yield journey.finding(
                f"after “{source}” everybody comes to “{target}”, which is an exit",
                at=flow.place,
                related=(Related(exits[flow.target].place, "the exit is named here"),),
                help=f"write `end: true` on “{source}”, or `next:` and where it goes on",
            )
