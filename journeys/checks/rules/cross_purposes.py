from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeys.checks.rule import Example, rule
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding

if TYPE_CHECKING:
    from journeys.graph.conflicts import Conflict
    from journeys.graph.purpose_nodes import GoalNode

_STEPS = """
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter, takes: 1 min}
            backstage: {do: Cook the dish, owner: kitchen, takes: 10 min, promised: {within: 20 min, agreed: waiter}}
            end: true
        promises:
          warm-dish:
            promise: Your dish is on the table in half an hour
            by: waiter
            to: guest
            made: Eat
            kept: Eat
            within: 30 min
            measure: minutes from order to plate
            if_broken: A dessert on the house
            agreed: manager
        measures:
          dishes: {measure: Dishes on the menu, owner: manager}
"""
_MOST_SHOWN = 3


@rule(
    "E406",
    wrong=False,
    source="Rummler and Brache 1990, Improving Performance; Deming 1986",
    over="workspace",
    bad=(
        Example(
            _STEPS
            + """\
        governance:
          authority: manager
          goals:
            - {goal: A menu with choice, owner: waiter, measure: dishes, at_least: 40, until: 2027-06-30}
            - {goal: A short menu, owner: kitchen, measure: dishes, at_most: 12, until: 2027-06-30}
            #        ^^^^^^^^^^^^ “Waiters” and “Kitchen” are behind one promise
    """
        ),
        Example(
            _STEPS
            + """\
          left: {measure: Food thrown away, unit: kg, owner: manager}
        governance:
          authority: manager
          goals:
            - {goal: A menu with choice, owner: waiter, measure: dishes, at_least: 40, until: 2027-06-30}
            - goal: Nothing is thrown away
            #       ^^^^^^^^^^^^^^^^^^^^^^ works against “A menu with choice”
              owner: kitchen
              measure: left
              at_most: 2 kg
              until: 2027-06-30
              against: a-menu-with-choice
    """
        ),
    ),
    good=Example(
        _STEPS
        + """\
        governance:
          authority: manager
          goals:
            - {goal: A menu with choice, owner: waiter, measure: dishes, at_least: 40, until: 2027-06-30}
            - {goal: Something for everybody, owner: kitchen, measure: dishes, at_least: 30, until: 2027-06-30}
    """
    ),
)
def cross_purposes(workspace: Workspace) -> Iterator[Finding]:
    """Two owners behind one promise are set goals that work against each other.

    Both can do well only if the other does not, and the promise that needs them both is where it shows. They will
    not settle it between them: each is judged by his own goal. Let the one with the authority decide which of the
    two gives way, and take the other away, share one goal, or measure what both want. Two owners are behind one
    promise where they promise it, or something that it relies on, or do work beneath it. Their goals work against
    each other where one bounds a measure with `at_least` and the other with `at_most` (or sets no bound, and the
    measure says which way is `better`), where one says that it is `against` the other, or where the goal of one is
    on a measure that a practice of the other sets aside.
    """
    if not workspace.goals:
        return
    from journeys.graph.conflicts import conflicts

    asked = {"", *(journey.id for journey in workspace.selected)}
    for conflict in conflicts(workspace):
        here = next((goal for goal in reversed(conflict.goals) if goal.journey in asked), None)
        if here is not None:
            yield _told(conflict, here, workspace)


def _told(conflict: Conflict, here: GoalNode, workspace: Workspace) -> Finding:
    shown = conflict.promises[:_MOST_SHOWN]
    more = len(conflict.promises) - len(shown)
    promises = [workspace.promises[id_].mention("both are behind this promise") for id_ in shown]
    if more:
        promises[-1] = promises[-1]._replace(message=f"both are behind this promise, and behind {more} more")
    goals = (goal.mention(f"the goal of “{_name(goal.owner, workspace)}”") for goal in conflict.goals if goal != here)
    practice = conflict.practice
    return here.finding(
        f"{_both(conflict, workspace)} are behind one promise, and {_apart(conflict, workspace)}",
        related=(*goals, *([practice.mention("set aside here")] if practice else ()), *promises),
        help=f"let {_authority(workspace)} decide which of the two gives way, or set a goal that both share",
    )


def _both(conflict: Conflict, workspace: Workspace) -> str:
    return " and ".join(f"“{_name(owner, workspace)}”" for owner in conflict.owners)


def _apart(conflict: Conflict, workspace: Workspace) -> str:
    """In what they work against each other."""
    measure = f"“{_name(conflict.measure, workspace)}”"
    if conflict.practice:
        return f"the goal of the one is measured by {measure}, which a practice of the other sets aside"
    if conflict.measure:
        one, other = (_bound(goal, workspace) for goal in conflict.goals)
        return f"their goals pull {measure} apart: {one}, and {other}"
    first, second = conflict.goals
    against = (first, second) if second.id in first.against else (second, first)
    return " works against ".join(f"“{goal.name}”" for goal in against)


def _bound(goal: GoalNode, workspace: Workspace) -> str:
    if goal.at_least is None and goal.at_most is None:
        measure = workspace.measures[goal.measure]
        return f"{measure.better}, as is better"
    return f"at least {goal.at_least}" if goal.at_least is not None else f"at most {goal.at_most}"


def _authority(workspace: Workspace) -> str:
    found = workspace.governance.authority
    return f"“{_name(found, workspace)}”" if found else "whoever decides on experience"


def _name(id_: str, workspace: Workspace) -> str:
    found = workspace.find(id_)
    return found.name if found else ""
