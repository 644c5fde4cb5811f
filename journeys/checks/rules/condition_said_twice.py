from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import Flow
from journeys.language.finding import Edit, Finding, Place, Related


@rule(
    "B107",
    wrong=True,
    source="language.md, Flow",
    profile="draft",
    fixes=True,
    bad=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
            next:
              - {to: Eat, when: The dish is there}
              - {to: Pay, when: the dish is there}
              #      ^^^ leads to “Eat” and to “Pay” under one condition
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
    good=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
            next:
              - {to: Eat, when: The dish is there}
              - {to: Pay, when: The dish is sold out}
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
def condition_said_twice(journey: JourneyGraph) -> Iterator[Finding]:
    """Two ways out of a step stand under one condition.

    The same customers are sent to two places, or to one place twice. One of the two was copied and its
    condition not changed. Say for each way whom it is for; a way said twice can go.
    """
    for step in journey.steps:
        told: dict[tuple[str, str], Flow] = {}
        for way in journey.flows_from(step.id):
            if not way.written or way.anywhere:
                continue
            same = way.target or f"{way.to_journey}/"
            # Without a condition only the same way is a copy: another way is a branch that says too little.
            key = (way.when.casefold() or f"\0{same}", way.after.text if way.after else "")
            first = told.setdefault(key, way)
            if first is not way:
                yield _told(journey, first, way)


def _told(journey: JourneyGraph, first: Flow, way: Flow) -> Finding:
    one, other = (journey.called(flow.target) if flow.target else f"{flow.to_journey}/" for flow in (first, way))
    again = (first.target, first.to_journey) == (way.target, way.to_journey)
    return journey.finding(
        f"this leads to “{other}” a second time"
        if again
        else f"this leads to “{one}” and to “{other}” under one condition",
        at=way.place,
        related=(Related(first.place, "said here first"),),
        help="take one of the two away" if again else "say in `when:` whom each way is for",
        fix=(Edit(Place(way.place.file, way.place.path[:-1]), "remove"),)
        if again and first.at_most == way.at_most
        else (),
    )
