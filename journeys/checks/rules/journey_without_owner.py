from collections.abc import Iterator

from journeys.checks.consequences import misspelt
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "O108",
    wrong=False,
    source="Bitner, Ostrom and Morgan 2008; calculus.md, Ownership",
    bad=Example(
        """
        journey: Dinner for two
        #        ^^^^^^^^^^^^^^ nobody is accountable for this journey
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """,
        without=("owner",),
    ),
    good=Example("""
        journey: Dinner for two
        owner: manager
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def journey_without_owner(journey: JourneyGraph) -> Iterator[Finding]:
    """Nobody is accountable for the journey as a whole.

    Each department can do well by its own measures while the customer falls between them, and there is
    nobody who would see it. Name under `owner:` the one person or role that answers for the whole way,
    from the first step to the last.
    """
    if journey.owner_text in ("", "none") and not misspelt(journey, "owner"):
        yield journey.finding(
            "nobody is accountable for this journey as a whole",
            help="write `owner:` beside `journey:`, and the id of the one who answers for all of it",
        )
