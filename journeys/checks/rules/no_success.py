from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E103",
    wrong=False,
    source="Ulwick 2005, desired outcomes",
    profile="strict",
    bad=Example(
        """
        journey: Dinner for two
        #        ^^^^^^^^^^^^^^ how one sees that the job is done
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """,
        without=("success",),
    ),
    good=Example("""
        journey: Dinner for two
        success: The guests come back within the year
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def no_success(journey: JourneyGraph) -> Iterator[Finding]:
    """Nobody says how one sees that the job is done.

    A journey ends when the customer's job is done, not when the company's last form is filed. Without a
    sign of success no one can tell a good run from a bad one, or choose what to measure. Write under
    `success:` what is then true for the customer.
    """
    if not journey.success:
        yield journey.finding(
            "the journey does not say how one sees that the job is done",
            help="write `success:` and what is then true for the customer",
        )
