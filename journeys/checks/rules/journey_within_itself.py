from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding


@rule(
    "F208",
    wrong=True,
    source="language.md, Flow",
    profile="draft",
    over="file",
    bad=Example(
        """
        steps:
          - {step: Book a table, evidence: Message, customer: Call, frontstage: {do: Note it, owner: waiter}}
          - step: Go out
            journey: Evening out
            #        ^^^^^^^^^^^ “Evening out”, which comes back to this journey
            end: true
    """,
        other="""
        journey: Evening out
        steps:
          - {step: Dress up, evidence: Mirror, customer: Dress, frontstage: {do: Lend a tie, owner: waiter}}
          - step: Dine
            journey: Dinner for two
            #        ^^^^^^^^^^^^^^ “Dinner for two”, which comes back to this journey
            end: true
    """,
    ),
    good=Example(
        """
        steps:
          - {step: Book a table, evidence: Message, customer: Call, frontstage: {do: Note it, owner: waiter}}
          - step: Go out
            journey: Evening out
            end: true
    """,
        other="""
        journey: Evening out
        steps:
          - step: Dress up
            evidence: Mirror
            customer: Dress
            frontstage: {do: Lend a tie, owner: waiter}
            end: true
    """,
    ),
)
def journey_within_itself(file: Noted) -> Iterator[Finding]:
    """A step stands for a journey that comes back to this one.

    `journey` on a step puts a whole journey in its place; where that journey holds this one again, perhaps
    by way of others, neither ever ends, and no time can be said of either. Take one of the steps away, or
    let `next: other-journey/` lead there in place of `journey`.
    """
    yield from noted(file, "journey-within-itself")
