from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, Expected, rule
from journeys.language.finding import Finding


@rule(
    "F106",
    wrong=True,
    source="language.md",
    profile="draft",
    over="file",
    bad=Example(
        "journey: Dinner for two\nsteps: " + "[" * 120,
        marks=(Expected(2, 107, 108, "more than 100 levels"),),
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
def too_deep(file: Noted) -> Iterator[Finding]:
    """The text is nested deeper than any journey.

    A journey needs some ten levels, one inside the other. A hundred are a slip, such as a bracket typed
    again and again, or an attempt to bring a program down. Look for a bracket that was never closed.
    """
    yield from noted(file, "too-deep")
