from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "X103",
    wrong=True,
    source="journeys.yaml, settings",
    profile="draft",
    over="comments",
    fixes=True,
    bad=(
        Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            # journeys: ignore[backstage-without-ownr] the agency takes over in May
        #                      ^^^^^^^^^^^^^^^^^^^^^^ no rule is called
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
        Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            # journeys: ignore the agency takes over in May
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ does not say which findings
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
    ),
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
def suppression_of_unknown_rule(comments: Noted) -> Iterator[Finding]:
    """A comment puts aside findings of a rule that is not there.

    The name is misspelt, or the comment names no rule at all, so nothing is put aside. A comment for
    everything at once does not exist: it would hide what nobody has looked at. Name the rules by code or
    name, in square brackets.
    """
    yield from noted(comments, "suppression-of-unknown-rule")
