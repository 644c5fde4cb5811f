"""Whether the goals of a measure are reached, as far as answers can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from journeys.graph.purpose_nodes import GoalNode, MeasureNode
from journeys.graph.workspace import Workspace
from journeys.language.model.quantity import Quantity, unit_of
from journeys.language.quantities import counted
from journeys.surveys.intervals import FEW, Interval
from journeys.surveys.tally import Figure


class Reached(StrEnum):
    """The verdict on a goal."""

    YES = "reached"
    NO = "not reached"
    UNKNOWN = "cannot be told"


@dataclass(frozen=True, slots=True)
class GoalVerdict:
    """A goal, whether it is reached, and why that cannot be told, in words (empty where it can). `comparable` says
    whether it names numbers in the unit of the figure."""

    goal: GoalNode
    reached: Reached
    why: str = ""
    comparable: bool = True


def goals_of(workspace: Workspace, measure: MeasureNode, figure: Figure) -> Iterator[GoalVerdict]:
    """The verdicts on the goals that name a measure, what weighs most first.

    A goal is reached where the whole interval lies on its right side, and not reached where it lies on the wrong side
    of a bound; else, or with fewer than 30 answers, it cannot be told.
    """
    for goal in workspace.goals.values():
        if goal.measure == measure.id:
            yield _verdict(goal, measure, figure)


def _verdict(goal: GoalNode, measure: MeasureNode, figure: Figure) -> GoalVerdict:
    bounds = [bound for bound in (goal.at_least, goal.at_most) if bound]
    strange = next((bound for bound in bounds if bound.unit != unit_of(measure.unit)), None)
    why = ""
    if not bounds:
        why = "it names no number (`at_least`, `at_most`)"
    elif strange is not None:
        why = (
            f"“{strange}” cannot be compared with a figure {f'in {measure.unit}' if measure.unit else 'without a unit'}"
        )
    elif figure.few:
        why = f"{counted(figure.answers, 'answer')}, and fewer than {FEW} are few"
    elif figure.interval is None:
        why = "all answers are alike, and say nothing of how far others would lie apart"
    if why or figure.interval is None:
        return GoalVerdict(goal, Reached.UNKNOWN, why, bool(bounds) and strange is None)
    sides = {
        *(_side(figure.interval, bound, 1) for bound in bounds if bound is goal.at_least),
        *(_side(figure.interval, bound, -1) for bound in bounds if bound is goal.at_most),
    }
    if Reached.NO in sides:
        return GoalVerdict(goal, Reached.NO)
    if sides == {Reached.YES}:
        return GoalVerdict(goal, Reached.YES)
    return GoalVerdict(goal, Reached.UNKNOWN, "the interval reaches to both sides of it")


def _side(interval: Interval, bound: Quantity, wanted: int) -> Reached:
    """On which side of a bound an interval lies, where more (`wanted` 1) or less (-1) is right."""
    at = float(bound.value)
    worst, best = (interval.low, interval.high) if wanted > 0 else (-interval.high, -interval.low)
    if worst >= at * wanted:
        return Reached.YES
    return Reached.NO if best < at * wanted else Reached.UNKNOWN
