from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, Expected, rule
from journeys.language.finding import Finding


@rule(
    "F102",
    wrong=True,
    source="language.md",
    profile="draft",
    over="file",
    bad=Example(
        "# One of very many lines.\n", times=400_000, marks=(Expected(1, 1, 1, "the file is larger than 8 MB"),)
    ),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def too_big(file: Noted) -> Iterator[Finding]:
    """A file is larger than any journey.

    A journey of a hundred steps has some fifty kilobytes. A file of megabytes is something else by the name
    of a journey, or many journeys in one, and reading it would hold up everybody. Keep one journey in a
    file.
    """
    yield from noted(file, "too-big")
