from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F304",
    wrong=True,
    source="language.md, Durations; ISO 8601",
    profile="draft",
    over="file",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: a while}
            #                                                        ^^^^^^^ “a while” is not a duration
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, takes: 2 to 5 min}
            end: true
    """),
)
def bad_duration(file: Noted) -> Iterator[Finding]:
    """A duration cannot be read.

    Deadlines and waits are reckoned with: whether a promise can be kept in time is proven from them. A
    duration is a number and a unit, elapsed (`30 min`, `2 h`, `3 days`) or working (`5 working days`); of
    `2 to 4 days` the longer counts.
    """
    yield from noted(file, "bad-duration")
