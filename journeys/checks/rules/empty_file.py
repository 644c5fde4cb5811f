from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import ALL, Example, Expected, rule
from journeys.language.finding import Finding


@rule(
    "F103",
    wrong=True,
    source="language.md",
    profile="draft",
    over="file",
    bad=(
        Example("# To be written.", without=(ALL,), marks=(Expected(1, 1, 17, "the file is empty"),)),
        Example(
            """
            - Pay
            # ^^^ the file is a list
        """,
            without=(ALL,),
        ),
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
def empty_file(file: Noted) -> Iterator[Finding]:
    """A file holds no journey.

    It is empty, or holds a list or a bare text where a journey, or what journeys share, is expected. Begin
    it with the journey's name, or delete it: `journeys new` writes a journey to begin from.
    """
    yield from noted(file, "empty-file")
