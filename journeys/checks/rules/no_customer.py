from collections.abc import Iterator

from journeys.checks.consequences import misspelt
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E102",
    wrong=False,
    source="Kalbach 2020",
    bad=Example(
        """
        journey: Dinner for two
        #        ^^^^^^^^^^^^^^ does not say which customer
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """,
        without=("customer", "customers"),
    ),
    good=Example("""
        journey: Dinner for two
        customer: regular
        customers:
          regular: {name: Regular guest, goals: [A quiet table]}
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def no_customer(journey: JourneyGraph) -> Iterator[Finding]:
    """Nobody says who travels.

    A journey is somebody's: a first-time buyer and a regular go through the same steps with other hopes and
    other fears. Without a customer nobody can say whether it goes well. Name one of the customers under
    `customer:`, and declare it under `customers:` with its goals and needs.
    """
    if not journey.customers and not misspelt(journey, "customer", "customers"):
        yield journey.finding(
            "the journey does not say which customer travels it",
            help="write `customer:` and the id of a customer under `customers:`",
        )
