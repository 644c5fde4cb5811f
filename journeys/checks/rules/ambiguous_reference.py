from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F202",
    wrong=True,
    source="language.md, References",
    profile="draft",
    over="file",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            next: Leave
            #     ^^^^^ “Leave” names 2 steps
          - step: Leave
            evidence: Coat
            customer: Take the coat
            frontstage: {do: Hand out the coat, owner: waiter}
            end: true
          - step: Leave
            evidence: Umbrella
            customer: Take the umbrella
            frontstage: {do: Hand out the umbrella, owner: waiter}
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            next: [{to: with-coat, when: it is dry}, {to: with-umbrella, when: it rains}]
          - step: Leave
            id: with-coat
            evidence: Coat
            customer: Take the coat
            frontstage: {do: Hand out the coat, owner: waiter}
            end: true
          - step: Leave
            id: with-umbrella
            evidence: Umbrella
            customer: Take the umbrella
            frontstage: {do: Hand out the umbrella, owner: waiter}
            end: true
    """),
)
def ambiguous_reference(file: Noted) -> Iterator[Finding]:
    """A name could mean several things.

    Two steps or actions of one name are fine until somebody refers to that name: then it is not known which
    is meant, and everything that depends on it cannot be judged. Give the one that is meant an `id` and
    refer to that, or name the step and the lane, like `Pay.frontstage.2`.
    """
    yield from noted(file, "ambiguous-reference")
