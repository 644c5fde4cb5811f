from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F203",
    wrong=True,
    source="language.md",
    profile="draft",
    over="file",
    bad=Example(
        """
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
        owners:
          waiter: {name: Waiters, reports_to: manager}
        # ^^^^^^ the owner “waiter” is declared in the workspace too
    """,
        workspace="""
        owners:
          manager: {name: Restaurant manager, holder: Noor Haddad}
          waiter: {name: Waiters, kind: team, reports_to: manager}
    """,
    ),
    good=Example(
        """
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """,
        workspace="""
        owners:
          manager: {name: Restaurant manager, holder: Noor Haddad}
          waiter: {name: Waiters, kind: team, reports_to: manager}
    """,
    ),
)
def name_said_twice(file: Noted) -> Iterator[Finding]:
    """A name is declared twice.

    What all journeys of a workspace share stands in its `journeys.yaml`. When a journey declares the same
    owner, customer or lane again, two things go by one name, and a reader of either file is misled. Leave
    it out of the journey, or give it an id of its own.
    """
    yield from noted(file, "name-said-twice")
