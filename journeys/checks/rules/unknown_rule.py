from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F206",
    wrong=True,
    source="language.md",
    profile="draft",
    over="settings",
    fixes=True,
    bad=(
        Example(
            """
                settings:
                  ignore: touchpoint-without-oner
                  #       ^^^^^^^^^^^^^^^^^^^^^^^ no rule is called “touchpoint-without-oner”
                steps:
                  - step: Pay
                    evidence: Receipt
                    customer: Ask for the bill
                    frontstage: {do: Take the payment, owner: waiter}
                    end: true
            """,
        ),
        Example(
            """
                steps:
                  - step: Pay
                    evidence: Receipt
                    customer: Ask for the bill
                    frontstage: {do: Take the payment, owner: waiter}
                    end: true
            """,
            workspace="""
                settings:
                  rules:
                    Q999: off
                #   ^^^^ no rule is called “Q999”
            """,
        ),
    ),
    good=Example(
        """
            settings:
              ignore: touchpoint-without-owner
            steps:
              - step: Pay
                evidence: Receipt
                customer: Ask for the bill
                frontstage: {do: Take the payment, owner: waiter}
                end: true
        """,
    ),
)
def unknown_rule(settings: Noted) -> Iterator[Finding]:
    """The settings name a rule that is not there.

    A rule that is to be left out, or to weigh less, goes on as before when its name is misspelt, and one
    that is to be asked is not. Rules go by their code, their name, the beginning of a code, or their group;
    `journeys rules` lists them. Use one of those names.
    """
    yield from noted(settings, "unknown-rule")
