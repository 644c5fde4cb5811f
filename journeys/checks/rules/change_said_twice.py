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
    "E606",
    wrong=False,
    source="language.md, Designing on purpose",
    over="designed",
    bad=Example(
        EATING
        + COVER
        + """\
          lid:
        # ^^^ the change `cover` is called “Put a cover on each dish” too
            change: Put a cover on each dish
            at: Eat
            kind: add
            effort: 2 days
            owner: waiter
            answers: [cold]
            expects: The dish is hot
            told: {at: Eat, by: waiter}
            measure: sent-back
    """,
        workspace=HEARD,
    ),
    good=Example(
        EATING
        + COVER
        + """\
          lid:
            change: Put a lid on each bowl
            at: Eat
            kind: add
            effort: 2 days
            owner: waiter
            answers: [cold]
            expects: The dish is hot
            told: {at: Eat, by: waiter}
            measure: sent-back
    """,
        workspace=HEARD,
    ),
)
def change_said_twice(designed: Designed) -> Iterator[Finding]:
    """Two changes go by one name.

    A list of changes is read by their names: of two alike one is worked on and the other forgotten, or the work is done
    twice. Put together what is one change, and give what are two a name each that says what is different.
    """
    own = {change.id: change for change in designed.purpose.changes.values()}
    shared = {change.id: change for change in designed.workspace.purpose.changes.values()}
    named: dict[str, ChangeNode] = {}
    for change in (shared | own).values():
        first = named.setdefault(_folded(change.name), change)
        # Of two with one id another rule tells.
        if first.key != change.key and change.id in own:
            yield change.finding(
                f"the change `{first.key}` is called “{first.name}” too",
                related=(first.mention("it is called so here"),),
                help="put the two together, or say in the name of each what is different",
            )


def _folded(name: str) -> str:
    """A name as it is compared: case and blanks do not count."""
    return " ".join(name.split()).casefold()
