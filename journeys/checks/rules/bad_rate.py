from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F305",
    wrong=True,
    source="language.md, Promises",
    profile="draft",
    over="file",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Be paid, owner: waiter, takes: 1 min, promised: {at_least: mostly}}
            #                                                                           ^^^^^^ “mostly” is not a rate
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min, promised: {within: 5 min, at_least: 95%}}
            end: true
    """),
)
def bad_rate(file: Noted) -> Iterator[Finding]:
    """A rate cannot be read.

    `at_least` says how often a promise is kept, of the times it is made, and is reckoned with along the
    whole chain. It is a share above nothing and up to all: `95%`, `99.5%` or `0.95`.
    """
    yield from noted(file, "bad-rate")
