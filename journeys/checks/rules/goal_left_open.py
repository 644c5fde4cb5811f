from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeys.checks.designed import Designed, unsaid
from journeys.checks.rule import Example, rule
from journeys.language.finding import Finding

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import GoalNode

_REST = """
        measures:
          loyalty: {measure: Guests who come again, unit: "%", better: higher, owner: manager}
        steps:
          - step: Pay
            evidence: Receipt
            customer: Ask for the bill
            frontstage: {do: Take the payment, owner: waiter}
            end: true
"""


@rule(
    "E404",
    wrong=False,
    source="Doran 1981, There is a S.M.A.R.T. way to write management's goals and objectives",
    over="designed",
    bad=Example(
        """
        governance:
          authority: manager
          goals:
            - {goal: Guests come again, measure: loyalty}
            #        ^^^^^^^^^^^^^^^^^ nobody is accountable for this goal"""
        + _REST
    ),
    good=Example(
        """
        governance:
          authority: manager
          goals:
            - {goal: Guests come again, owner: manager, measure: loyalty, at_least: 50%, until: 2027-06-30}"""
        + _REST
    ),
)
def goal_left_open(designed: Designed) -> Iterator[Finding]:
    """A goal does not say who reaches it, how far, or by when.

    A goal of everybody is the goal of nobody, and one without a number or a day is never missed. Say who is
    accountable (`owner:`), how far its measure has to go (`at_least:` or `at_most:`), and the day (`until:`). A
    number is asked for where there is a measure.
    """
    for goal in designed.purpose.governance.goals:
        missing = dict(_missing(goal, designed))
        if missing:
            yield goal.finding(_listed(list(missing)), help=f"write {_listed(list(missing.values()))}")


def _missing(goal: GoalNode, designed: Designed) -> Iterator[tuple[str, str]]:
    """What is left open, in words, and what to write."""
    owner = designed.owner(goal.owner)
    if unsaid(goal.owner_text):
        yield "nobody is accountable for this goal", "`owner:`"
    elif owner is not None and owner.vacant:
        yield f"nobody fills the post “{owner.name}”, which is accountable for this goal", "an `owner:` who is there"
    bounded = goal.at_least or goal.at_most or any(designed.unread(goal.entry(key)) for key in ("at_least", "at_most"))
    if goal.measure_text and not bounded:
        yield "it is not said how far its measure has to go", "`at_least:` or `at_most:`"
    if goal.until is None and not designed.unread(goal.entry("until")):
        yield "no day is set by which it is reached", "`until:` (a day like `2027-06-30`)"


def _listed(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)}, and {last}" if first else last
