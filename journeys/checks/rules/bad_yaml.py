from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F104",
    wrong=True,
    source="YAML 1.2.2",
    profile="draft",
    over="file",
    bad=(
        Example("""
            journey: Dinner for two
            steps:
              - step: Pay: by card
                #        ^ a colon stands inside a text
        """),
        Example("""
            journey: Dinner for two
            steps:
              - step: Pay
                evidence: "Receipt
                #         ^ opened here is never closed
                customer: Ask for the bill
        """),
        Example("""
            journey: Dinner for two
            steps:
              - step: Pay
                evidence: [Receipt, Voucher
                customer: Ask for the bill
                #       ^ the bracket [ is not closed
        """),
    ),
    good=Example("""
        steps:
          - step: "Pay: by card"
            evidence: [Receipt, Voucher]
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def bad_yaml(file: Noted) -> Iterator[Finding]:
    """The text is not YAML.

    Journeys are written in YAML, and from this place on the text cannot be understood, so the rest of the
    file is not checked. Mostly a quote or a bracket is not closed, a text holds a colon, or a line is
    indented unlike the ones it belongs to. Mend this place and check again.
    """
    yield from noted(file, "bad-yaml")
