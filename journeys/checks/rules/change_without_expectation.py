from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeys.checks.designed import Designed
from journeys.checks.examples import COVER, EATING, HEARD
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import ChangeNode


@rule(
    "E602",
    wrong=False,
    source="Parasuraman, Zeithaml and Berry 1985, the gaps model",
    over="designed",
    bad=Example(
        EATING
        + """\
          cover:
        # ^^^^^ customers can expect nothing new from this change
            change: Put a cover on each dish
            at: Eat
            kind: add
            effort: 2 days
            owner: waiter
            answers: [cold]
            measure: sent-back
    """,
        workspace=HEARD,
    ),
    good=Example(
        EATING + COVER,
        workspace=HEARD,
    ),
)
def change_without_expectation(designed: Designed) -> Iterator[Finding]:
    """A change says nothing that customers can expect from then on.

    An experience gets better when customers can count on something new; what they cannot tell from before was changed
    for the company. Write under `expects:` what they can expect then, in their words or by the `id` of what a step
    expects, or name under `answers:` what they expect already and it brings about.
    """
    for change in designed.purpose.changes.values():
        if not _expected(change) and not designed.unread(change.place.at("answers")):
            yield change.finding(
                "customers can expect nothing new from this change",
                help="write `expects:` and what customers can count on from then on, in their words",
            )


def _expected(change: ChangeNode) -> bool:
    """Whether it makes an expectation, or answers one that is there."""
    return bool(change.makes or change.makes_new) or any(id_.startswith("expectation:") for id_ in change.answers)
