from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F207",
    wrong=False,
    source="language.md, Variants",
    over="file",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, for: groups}
            #                                                      ^^^^^^ “groups” is judged together with all else
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
def variant_not_told_apart(file: Noted) -> Iterator[Finding]:
    """What is for one variant only is judged as if it were for all.

    This version reads `for`, and then checks and draws the journey with everything in it: what is found may
    hold for no variant, and what one variant lacks is not seen. Keep variants that differ much in files of
    their own.
    """
    yield from noted(file, "variant-not-told-apart")
