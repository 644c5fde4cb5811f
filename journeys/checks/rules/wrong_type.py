from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F303",
    wrong=True,
    source="language.md",
    profile="draft",
    over="file",
    bad=(
        Example("""
            steps:
              - step: Pay
                feeling: 5
                #        ^ `feeling` cannot be “5”
                evidence: Receipt
                customer: Ask for the bill
                frontstage: {do: Take the payment, owner: waiter}
                end: true
        """),
        Example("""
            steps:
              - step: Pay
                evidence: Receipt
                customer: Ask for the bill
                frontstage: {do: Take the payment, owner: waiter}
                end: yes
                #    ^^^ `end` cannot be “yes”
        """),
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
def wrong_type(file: Noted) -> Iterator[Finding]:
    """A value is of a kind that does not fit its key.

    What cannot be read counts as not said, and everything that would rest on it is judged without it. A feeling is a
    number from -2 to 2, in halves, a switch is true or false, a name is a text, a date has a year, a month and a day,
    and numbers that are compared have one unit. The help says what can stand here.
    """
    yield from noted(file, "wrong-type")
