from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F306",
    wrong=False,
    source="language.md, Steps and lanes",
    profile="draft",
    over="file",
    bad=(
        Example("""
            steps:
              - step: Eat
                evidence: {do: Plate, owner: waiter}
                #                     ^^^^^ `owner` says nothing here
                customer: Eat
                frontstage: {do: Serve the dish, owner: waiter}
                end: true
        """),
        Example("""
            steps:
              - step: Eat
                evidence: Plate
                customer: Eat
                frontstage: {do: Serve the dish, owner: waiter}
                backstage: {do: Cook the dish, owner: kitchen}
                end: true
            promises:
              warned: {promise: We say what is sold out, by: kitchen, to: waiter, made: Eat, kept: wherever}
              #                                                                   ^^^^ is made nowhere in particular
        """),
    ),
    good=Example("""
        steps:
          - step: Eat
            evidence: Plate
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            backstage: {do: Cook the dish, owner: kitchen}
            end: true
        promises:
          warned: {promise: We say what is sold out, by: kitchen, to: waiter, kept: wherever}
    """),
)
def key_without_effect(file: Noted) -> Iterator[Finding]:
    """A key says nothing where it stands.

    Evidence and the texts of an info lane do nothing, so nobody owns them and nothing takes time there; a
    promise that is kept wherever two meet is made nowhere in particular. Who wrote the key meant something
    that the tool cannot follow. Write it where it counts, or leave it out.
    """
    yield from noted(file, "key-without-effect")
