from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "B208",
    wrong=True,
    source="language.md, Support",
    profile="draft",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, triggers: Pay}
            #                                                           ^^^ “Take the payment” sets off itself
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, triggers: Pay.backstage}
            backstage: {do: Clear the table, owner: waiter}
            end: true
    """),
)
def triggers_itself(journey: JourneyGraph) -> Iterator[Finding]:
    """An action sets off itself.

    Nothing can be the reason that it begins, so this was meant for another action: a reference to a step
    means its touchpoint. Name the action that is set off, by `step.lane` or by its id.
    """
    for trigger in journey.triggers:
        if trigger.source == trigger.target:
            action = journey.action(trigger.source)
            yield action.finding(
                f"“{action.name}” sets off itself",
                at=trigger.place,
                help=f"name the action that is set off, like `{journey.step_of(action).key}.backstage`",
            )
