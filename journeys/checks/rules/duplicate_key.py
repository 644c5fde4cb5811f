from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F105",
    wrong=True,
    source="YAML 1.2.2, 3.2.1.1",
    profile="draft",
    over="file",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            evidence: Voucher
        #   ^^^^^^^^ “evidence” is said twice here
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: [Receipt, Voucher]
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def duplicate_key(file: Noted) -> Iterator[Finding]:
    """A key is said twice.

    Of two equal keys only one can count, and readers will disagree about which. What the other one says
    would be lost without a word. Keep one of them, or put both values into one list.
    """
    yield from noted(file, "duplicate-key")
