from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F302",
    wrong=True,
    source="language.md",
    profile="draft",
    over="file",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {owner: waiter, channel: at the table}
            #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `do` is missing
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
def missing_key(file: Noted) -> Iterator[Finding]:
    """Something that has to be said is not said.

    A step needs a name, an action what is done, a promise its words and who makes it to whom. Without it
    the thing cannot be spoken of, by people or by the checks. Add the key.
    """
    yield from noted(file, "missing-key")
