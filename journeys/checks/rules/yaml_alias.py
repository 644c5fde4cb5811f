from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F107",
    wrong=True,
    source="language.md, References",
    profile="draft",
    over="file",
    bad=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter, channel: &how card}
            backstage: {do: Book the payment, owner: waiter, system: *how}
            #                                                        ^^^^ “*how” refers to another place
            end: true
    """),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            backstage: {do: Book the payment, owner: waiter}
            end: true
    """),
)
def yaml_alias(file: Noted) -> Iterator[Finding]:
    """A YAML anchor or alias is used.

    An alias repeats another part of the file without saying what it is, so a journey with aliases cannot be
    read aloud, and a finding in it has two places. Journeys refer to each other's steps, owners and
    promises by name or id. Write the value out, or give the thing an `id`.
    """
    yield from noted(file, "yaml-alias")
