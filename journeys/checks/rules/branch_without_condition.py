from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding, Related


@rule(
    "B106",
    wrong=False,
    source="language.md, Flow",
    bad=Example("""
        steps:
          - step: Order
            evidence: Menu
            customer: Choose a dish
            frontstage: {do: Take the order, owner: waiter}
            next: [Eat, Pay]
            #           ^^^ nothing says who goes to “Eat” and who to “Pay”
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
            next: [Eat, {to: Pay, when: It is to take away}]
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
def branch_without_condition(journey: JourneyGraph) -> Iterator[Finding]:
    """The way parts, and nothing says who goes where.

    One way may go without a condition: it is for everybody else. With two of them nobody can tell which
    customer takes which, and a promise cannot be made to those alone whom it is for. Write `when:` on all
    of them but one.
    """
    for step in journey.steps:
        ways = [way for way in journey.flows_from(step.id) if way.written and not way.anywhere]
        # Ways that are taken at once are one.
        open_ways = {
            "" if way.together else way.target or way.to_journey: way
            for way in ways
            if not way.when and way.after is None
        }
        if len(open_ways) > 1:
            first, second, *_ = open_ways.values()
            one, other = (journey.called(way.target) if way.target else f"{way.to_journey}/" for way in (first, second))
            yield step.finding(
                f"nothing says who goes to “{one}” and who to “{other}”",
                at=second.place,
                related=(Related(first.place, "the other way"),),
                help=f"write `{{to: {other}, when: …}}`",
            )
