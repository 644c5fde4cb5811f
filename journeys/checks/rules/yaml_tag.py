from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F108",
    wrong=True,
    source="language.md",
    profile="draft",
    over="file",
    bad=Example("""
        steps:
          - step: Pay
            evidence: !photo Receipt
            #         ^^^^^^ is a YAML tag
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
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
def yaml_tag(file: Noted) -> Iterator[Finding]:
    """A YAML tag is used.

    A tag such as `!include` or `!!str` asks the reading program to do something special with what follows.
    Journeys give no meaning to any of them, and the rest of the world's tools would each read something
    else. Leave it out.
    """
    yield from noted(file, "yaml-tag")
