from collections.abc import Iterator

from journeys.checks.noted import Noted, noted
from journeys.checks.rule import Example, Expected, rule
from journeys.language.finding import Finding


@rule(
    "F101",
    wrong=True,
    source="Unicode 15, chapter 23",
    profile="draft",
    over="file",
    bad=Example("journey: Dinner\0for two", marks=(Expected(1, 1, 1, "this is not a text file"),)),
    good=Example("""
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
    """),
)
def unreadable_file(file: Noted) -> Iterator[Finding]:
    """A file cannot be read as text.

    It is missing, may not be opened, holds something other than text, or its letters are not stored as
    UTF-8, so nothing in it could be checked. Save it as UTF-8 text (every editor offers it under “Save
    as”), or mend its name and permissions.
    """
    yield from noted(file, "unreadable-file")
