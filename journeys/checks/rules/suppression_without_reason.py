from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "X101",
    wrong=True,
    source="journeys.yaml, settings",
    profile="draft",
    over="comments",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            # journeys: ignore[O101]
        #   ^^^^^^^^^^^^^^^^^^^^^^^^ does not say why
            frontstage: Take the payment
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            # journeys: ignore[O101] the agency takes over in May
            frontstage: Take the payment
            end: true
    """),
)
def suppression_without_reason(comments: Noted) -> Iterator[Finding]:
    """A finding is put aside, and nobody says why.

    A year later nobody knows whether the reason still holds, so the comment stays and the gap with it.
    Write the reason after the bracket, and a date or a name if there is one.
    """
    yield from noted(comments, "suppression-without-reason")
