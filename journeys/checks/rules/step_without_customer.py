from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "B210",
    wrong=False,
    source="Bitner, Ostrom and Morgan 2008",
    bad=Example("""
        steps:
          - step: Eat
            #     ^^^ what the customer does here
            evidence: The dish
            frontstage: {do: Serve the dish, owner: waiter}
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
def step_without_customer(journey: JourneyGraph) -> Iterator[Finding]:
    """The company acts, and nothing is said of the customer.

    A blueprint is read from the customer's lane downwards: what nobody does anything for is the company
    busy with itself. Write what the customer does meanwhile, be it waiting, or move the work beneath the
    step that it supports.
    """
    for step in journey.steps:
        actions = journey.actions_of(step.id)
        if actions and not step.nested and all(action.company for action in actions):
            yield step.finding(
                "nothing is said of what the customer does here",
                help="write `customer:` and what the customer does, be it waiting",
            )
