"""Figures in words, the same in every format for people."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction

from journeys.graph.index import Index
from journeys.language.quantities import ago, counted
from journeys.surveys.calls import Moment
from journeys.surveys.goals import GoalVerdict
from journeys.surveys.measurement import Measurement
from journeys.surveys.wording import value


def what(index: Index) -> str:
    """What the figure is, as the heading of a column."""
    return {"all": "YES TO ALL", "nps": "NPS", "mean": "MEAN", "ces": "MEAN"}.get(index.reckoned, "YES")


def deadline(verdict: GoalVerdict, today: date) -> str:
    """How far the day of a goal is, `its day is in 251 days`; empty without one."""
    until = verdict.goal.until
    if until is None:
        return ""
    return f"its day is {ago(until, today)}" if until >= today else f"its day was {ago(until, today)}"


def costliest(one: Measurement) -> str:
    """Which question costs most, if one does: how many would say yes to all if it alone had got a yes.

    Empty where few answered: that, too, would be a verdict.
    """
    if one.index.reckoned != "all" or one.figure.value is None or one.figure.few or len(one.questions) < 2:
        return ""
    most = max(question.only_no for question in one.questions)
    if not most:
        return ""
    found = [f"“{question.words}”" for question in one.questions if question.only_no == most]
    names = " and ".join(found)
    would = one.figure.value + Fraction(100 * most, one.figure.answers)
    cost = "costs most: it is" if len(found) == 1 else "cost most: each is"
    many = counted(most, "response")
    return f"{names} {cost} the only no of {many}; a yes there would make it {value(would, one.index)}"


def moment(when: Moment | None) -> str:
    """A day, with the time if it is known."""
    if isinstance(when, datetime):
        return when.isoformat(" ", "minutes")
    return when.isoformat() if when else ""


def lateness(late: timedelta) -> str:
    """How late something came: `3 days`, `4 h`."""
    if late.days:
        return counted(late.days, "day")
    hours = late.seconds // 3600
    return f"{hours} h" if hours else f"{max(1, late.seconds // 60)} min"
