from collections.abc import Iterator

from journeys.checks.consequences import misspelt
from journeys.checks.rule import Example, rule
from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding


@rule(
    "E101",
    wrong=False,
    source="Ulwick 2005; Christensen et al. 2016",
    bad=Example(
        """
        journey: Dinner for two
        #        ^^^^^^^^^^^^^^ says nothing of the job
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """,
        without=("job",),
    ),
    good=Example("""
        journey: Dinner for two
        job: An evening with a friend without thinking of anything else
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def no_job(journey: JourneyGraph) -> Iterator[Finding]:
    """Nobody says which job the customer wants done.

    A customer does not want your process, but something in life that it gets done. Without that sentence
    the journey is measured against itself, and every step looks needed. Write under `job:` what the
    customer wants to have done, in the customer's words.
    """
    if not journey.job and not misspelt(journey, "job"):
        yield journey.finding(
            "the journey says nothing of the job the customer wants done",
            help="write `job:` and what the customer wants done, in the customer's words",
        )
