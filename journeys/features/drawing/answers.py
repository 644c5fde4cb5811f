"""What customers answered, as a drawing takes it: an index in words at the steps where it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from blueprints import Figure
from journeys.features.drawing.answered import Answered
from journeys.graph.workspace import Workspace
from journeys.language.quantities import counted
from journeys.surveys import Measurement, Unread, figures
from journeys.surveys.goals import Reached
from journeys.surveys.tally import Figure as Answers
from journeys.surveys.wording import interval, value


def answered(workspace: Workspace) -> Answered:
    """What the files of the declared surveys say. Nothing is raised: what cannot be read is told in a line."""
    # Today matters only to who was called back, which is not shown.
    return shown(workspace, figures(workspace, date.today()))


def shown(workspace: Workspace, found: Mapping[str, Measurement | Unread]) -> Answered:
    """The same of figures that were read before, by the node id of their measure."""
    if not found:
        return Answered(left_out=("figures: no survey of a measure is declared (`surveys`)",))
    at_steps: list[Figure] = []
    left_out: list[str] = []
    for id_, one in found.items():
        if isinstance(one, Unread):
            left_out.append(f"the figures of “{workspace.measures[id_].name}”: {one.why}")
            continue
        here = list(_shown(one))
        at_steps += here
        if not here:
            left_out.append(f"the figures of “{one.measure.name}”: {_why_not(one)}")
    return Answered(tuple(at_steps), tuple(left_out), any(isinstance(one, Unread) for one in found.values()))


def _shown(one: Measurement) -> Iterator[Figure]:
    """The figure of each step that the answers name; at the other places where it is asked, that of all answers."""
    steps = {group.id: group.figure for group in one.steps if group.id and group.figure.value is not None}
    for id_, figure in steps.items():
        yield Figure(id_, _said(one, figure))
    if one.figure.value is not None:
        yield from (Figure(id_, _said(one, one.figure), _tone(one)) for id_ in one.measure.at if id_ not in steps)


def _said(one: Measurement, figure: Answers) -> str:
    number = value(figure.value, one.index) if figure.value is not None else ""
    between = f" ({interval(figure, one.index)})" if figure.interval else ""
    few = ", few" if figure.few else ""
    return f"{one.measure.name} {number}{between}, {counted(figure.answers, 'answer')}{few}"


def _tone(one: Measurement) -> Literal["quiet", "good", "bad"]:
    """Of the goals of a measure: bad where one is not reached, good where all are."""
    verdicts = {verdict.reached for verdict in one.goals}
    if Reached.NO in verdicts:
        return "bad"
    return "good" if verdicts == {Reached.YES} else "quiet"


def _why_not(one: Measurement) -> str:
    if one.figure.value is None:
        return "nobody answered"
    return "nothing says at which step it is asked: write `at` in the measure, or name the column `step`"
