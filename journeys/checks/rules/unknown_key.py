from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F301",
    wrong=True,
    source="language.md",
    profile="draft",
    over="file",
    fixes=True,
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, chanel: at the table, owner: waiter}
            #                                  ^^^^^^ “chanel” is not a word of the language here
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def unknown_key(file: Noted) -> Iterator[Finding]:
    """A key is not a word of the language.

    What stands under it is read by nobody. Mostly it is a slip of the pen, a word that belongs to another
    place, or a text with a comma in it that must stand in quotes. Use the word that was meant.
    """
    yield from noted(file, "unknown-key")
