from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "X102",
    wrong=False,
    source="ruff, RUF100; ESLint, no-unused-directives",
    profile="standard",
    over="comments",
    fixes=True,
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            # journeys: ignore[O101] the agency takes over in May
        #                      ^^^^ nothing is found here
            frontstage: {do: Take the payment, owner: waiter}
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
def unused_suppression(comments: Noted) -> Iterator[Finding]:
    """A comment puts aside a finding that is not there.

    The gap was closed, or the comment stands in the wrong place. Left there, it would hide the next finding
    of its kind without anybody having decided so. Delete it, or move it to the line of the finding or the
    line above.
    """
    yield from noted(comments, "unused-suppression")
