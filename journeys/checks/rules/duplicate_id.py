from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F204",
    wrong=True,
    source="language.md, References",
    profile="draft",
    over="file",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min, promised: {id: paid, within: 5 min}}
            #                                                               ^^^^^^^^ the promise “paid” is there twice
            end: true
        promises:
          paid:
            promise: The bill within ten minutes
            by: waiter
            to: guest
            made: Pay
            kept: Pay
            within: 10 min
            measure: minutes from asking to the receipt
            if_broken: The coffee is on the house
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 1 min}
            end: true
        promises:
          paid:
            promise: The bill within ten minutes
            by: waiter
            to: guest
            made: Pay
            kept: Pay
            within: 10 min
            measure: minutes from asking to the receipt
            if_broken: The coffee is on the house
    """),
)
def duplicate_id(file: Noted) -> Iterator[Finding]:
    """Two promises have one id.

    A promise is known by its id: in `relies_on`, in the ledger, in findings. Where two share one, nobody
    can say which is relied on. Give one of them another id.
    """
    yield from noted(file, "duplicate-id")
