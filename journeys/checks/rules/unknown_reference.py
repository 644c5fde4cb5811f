from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F201",
    wrong=True,
    source="language.md, References",
    profile="draft",
    over="file",
    fixes=True,
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waitr}
            #                                         ^^^^^ there is no owner “waitr”
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
def unknown_reference(file: Noted) -> Iterator[Finding]:
    """A name refers to something that is not there.

    Steps, actions, owners, customers, lanes, promises, expectations, values, measures and voices are referred
    to by id or by their exact name; the id that a step or an action leaves out is the slug of its name. A
    reference that leads nowhere is mostly a slip of the pen, and everything that depends on it cannot be
    judged. Write the name as it is declared, or declare what is missing.
    """
    yield from noted(file, "unknown-reference")
