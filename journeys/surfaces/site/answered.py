"""What customers answered, as the site tells it: read once, by measure and by expectation. Nobody is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from journeys.errors import ToolError, UsageError
from journeys.file_names import safe_names
from journeys.graph.nodes import ActionNode
from journeys.graph.purpose_nodes import ExpectationNode, GoalNode, MeasureNode
from journeys.graph.workspace import Workspace
from journeys.surfaces.site.drawings import AUTO, PageDrawing, plotted
from journeys.surfaces.site.kinds import Kinds

if TYPE_CHECKING:
    from blueprints import Figure
    from journeys.features.measure.rows import FigureRow
    from journeys.surveys import Measurement, Unread
    from journeys.surveys.goals import GoalVerdict

_A_TREND = 2
"""So many months make one."""


class Short(NamedTuple):
    """The figure of a measure in words, where there is room for no more; `value` is empty where nobody answered."""

    value: str
    interval: str
    answers: int
    few: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered to the questions of a measure, as `tables` with what each is by, and in words: which question
    `costs` most, at which `rates` those who said no were called, what is to be said of how it was read (`notes`).

    Where it cannot be told, `why` says so in words, and nothing else is there. `unplotted` says why no `plot` is.
    """

    measure: MeasureNode
    why: str = ""
    found: Measurement | None = None
    costs: str = ""
    rates: str = ""
    notes: tuple[str, ...] = ()
    tables: tuple[tuple[str, tuple[FigureRow, ...]], ...] = ()
    plot: PageDrawing | None = None
    unplotted: str = ""


@dataclass(frozen=True, eq=False)
class Answered:
    """All of it, on a day: of `measures` and `expectations`, those that the site tells."""

    workspace: Workspace
    measures: tuple[MeasureNode, ...]
    expectations: tuple[ExpectationNode, ...]
    today: date

    @cached_property
    def _figures(self) -> Mapping[str, Measurement | Unread]:
        if not self.workspace.surveys:
            return {}
        from journeys.surveys import figures

        return figures(self.workspace, self.today)

    @cached_property
    def at_steps(self) -> tuple[Figure, ...]:
        """The figures that drawings show, at the steps where it was asked."""
        if not self._figures:
            return ()
        from journeys.features.drawing.answers import shown

        return shown(self.workspace, self._figures).figures

    @cached_property
    def by_measure(self) -> Mapping[str, Answers]:
        """What was answered, by the node id of each measure that a survey is declared of."""
        return {one.id: self._answers(one) for one in self.measures if one.id in self._figures}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Names for files and ids, by the node id of a measure."""
        ids = [one.id for one in self.measures]
        names = safe_names((id_.partition(":")[2].replace("/", ".") for id_ in ids), taken=("index",))
        return dict(zip(ids, names, strict=True))

    def _answers(self, measure: MeasureNode) -> Answers:
        from journeys.features.measure import words
        from journeys.features.measure.rows import rows_of
        from journeys.surveys import Unread

        found = self._figures[measure.id]
        if isinstance(found, Unread):
            return Answers(measure, found.why)
        tables: dict[str, list[FigureRow]] = {}
        for row in rows_of(found):
            tables.setdefault(row.kind, []).append(row)
        plot, unplotted = self._trend(found)
        return Answers(
            measure,
            found=found,
            costs=words.costliest(found),
            rates=words.rates(found.loop) if found.loop else "",
            notes=(*found.notes, *(found.loop.notes if found.loop else ())),
            tables=tuple((kind, tuple(rows)) for kind, rows in tables.items()),
            plot=plot,
            unplotted=unplotted,
        )

    def _trend(self, found: Measurement) -> tuple[PageDrawing | None, str]:
        """A measure by month as a drawing, or why there is none; neither where there are not months enough."""
        from journeys.features.measure.trend import trend_plot

        if sum(month.figure.value is not None for month in found.months) < _A_TREND:
            return None, ""
        try:
            drawn = trend_plot(found, AUTO, self.workspace.brand)
        except (ToolError, UsageError) as error:
            return None, str(error)
        return plotted(self._names[found.measure.id], drawn), ""

    def short(self, measure: str, step: str = "") -> Short | None:
        """The figure of a measure (by id), or what it is at a step (by id); None where it is not known."""
        from journeys.surveys import wording

        found = self.by_measure[measure].found if measure in self.by_measure else None
        if found is None:
            return None
        figure = next((one.figure for one in found.steps if one.id == step), None) if step else found.figure
        if figure is None:
            return None
        value = "" if figure.value is None else wording.value(figure.value, found.index)
        return Short(value, wording.interval(figure, found.index), figure.answers, figure.few)

    def verdict(self, goal: GoalNode) -> GoalVerdict | None:
        """Whether answers say that a goal is reached; None where there are none to its measure."""
        found = self.by_measure[goal.measure].found if goal.measure in self.by_measure else None
        return next((one for one in found.goals if one.goal.id == goal.id), None) if found else None

    def aimed(self, verdict: GoalVerdict) -> str:
        """What a goal asks, when its day is, and why its verdict cannot be told, in words."""
        from journeys.features.measure import words

        return "; ".join(filter(None, (verdict.goal.aim, words.deadline(verdict, self.today), verdict.why)))

    @cached_property
    def _asked_at(self) -> Mapping[str, tuple[str, ...]]:
        asked: dict[str, dict[str, None]] = {}
        for measure in self.measures:
            for id_ in measure.at:
                node = self.workspace.find(id_)
                asked.setdefault(node.step if isinstance(node, ActionNode) else id_, {})[measure.id] = None
        for id_, answers in self.by_measure.items():
            for step in answers.found.steps if answers.found else ():
                asked.setdefault(step.id, {})[id_] = None
        return {step: tuple(measures) for step, measures in asked.items()}

    def asked_at(self, step: str) -> tuple[str, ...]:
        """The measures (by id) that are taken at a step (by id), or answered there."""
        return self._asked_at.get(step, ())

    @cached_property
    def kinds(self) -> Kinds:
        """What customers said of expectations."""
        return Kinds(self.workspace, self.expectations, self.today)

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What pages lack, and why: a line each."""
        return tuple(dict.fromkeys(self._notes()))

    def _notes(self) -> Iterator[str]:
        for one in self.by_measure.values():
            if one.why:
                yield f"“{one.measure.name}” cannot be told: {one.why}"
        yield from self.kinds.unread
        for why in (*(one.unplotted for one in self.by_measure.values()), self.kinds.unplotted):
            if why:
                yield f"what customers answered is not drawn: {why}"
