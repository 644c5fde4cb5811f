from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, Expected, rule
from journeys.language.finding import Finding


@rule(
    "F109",
    wrong=False,
    source="YAML 1.2.2, 6.6",
    profile="draft",
    over="file",
    bad=(
        Example("""
            steps:
              - step: Pay
                evidence: Receipt
                customer: Go to table #3
                #                     ^^ YAML takes “#3” for a comment
                frontstage: {do: Take the payment, owner: waiter}
                end: true
        """),
        Example(
            """
            steps:
              - step: Pay
                evidence: Receipt
                customer: Ask for the bill
                frontstage: {do: Take the payment, owner: waiter}
                thought:
                  -It takes long
                  -There is a queue
                end: true
        """,
            marks=(Expected(7, 7, 8, "these lines look like a list, and are read as one text"),),
        ),
    ),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: "Go to table #3"
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def text_misread(file: Noted) -> Iterator[Finding]:
    """A text is read otherwise than it looks.

    What stands behind a blank and `#` is a comment to YAML, and lines that begin with a dash and no blank, or
    with a bullet, are one long text. Nothing fails, and a part of what was written is lost, or runs together.
    Put the text in quotes, or begin each item of a list with a dash and a blank.
    """
    yield from noted(file, "text-misread")
