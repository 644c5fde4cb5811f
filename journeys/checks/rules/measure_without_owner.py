from collections.abc import Iterator

from journeys.checks.designed import Designed, unsaid
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding

_REST = """
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
"""


@rule(
    "E412",
    wrong=False,
    source="Kaplan and Norton 1996, The Balanced Scorecard",
    over="designed",
    bad=Example(
        """
        measures:
          again: {measure: Guests who come again, unit: "%", better: higher}
        # ^^^^^ nobody owns this measure"""
        + _REST
    ),
    good=Example(
        """
        measures:
          again: {measure: Guests who come again, unit: "%", better: higher, owner: manager}"""
        + _REST
    ),
)
def measure_without_owner(designed: Designed) -> Iterator[Finding]:
    """Nobody owns a measure.

    A number that nobody owns is reported and not read: when it falls, everybody has seen it and nobody acts. Name
    under `owner:` who is accountable for it, who is there, and who looks at it first.
    """
    for measure in designed.purpose.measures.values():
        owner = designed.owner(measure.owner)
        if unsaid(measure.owner_text):
            message = "nobody owns this measure"
        elif owner is not None and owner.vacant:
            message = f"nobody fills the post “{owner.name}”, which owns this measure"
        else:
            continue
        yield measure.finding(message, help="write `owner:` and the id of who looks at it and acts when it falls")
