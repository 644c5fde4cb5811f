"""A measure as customers answered, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeys.graph.index import Index
from journeys.graph.purpose_nodes import MeasureNode
from journeys.surveys.goals import GoalVerdict
from journeys.surveys.loop import Loop
from journeys.surveys.tally import Figure


@dataclass(frozen=True, slots=True)
class QuestionFigure:
    """What was answered to one question (its id and words). `only_no` are responses in which it alone got a no and all
    others a yes: so many more would say yes to all, had it been one. `nothing` counts those who did not answer it."""

    id: str
    words: str
    figure: Figure
    only_no: int
    nothing: int


@dataclass(frozen=True, slots=True)
class GroupFigure:
    """The figure of a month (`2026-03`), a segment or a step; `id` is the step's node, empty where it is none."""

    name: str
    figure: Figure
    id: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read: what it is called, how many responses it holds, and the heading of what each role says."""

    name: str
    responses: int
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Measurement:
    """A measure as customers answered, from `first` to `last`. `left_out` responses lack an answer that the index
    needs, and have no no. `notes` tell, in words, what was left out and why."""

    measure: MeasureNode
    figure: Figure
    questions: tuple[QuestionFigure, ...]
    months: tuple[GroupFigure, ...]
    segments: tuple[GroupFigure, ...]
    steps: tuple[GroupFigure, ...]
    goals: tuple[GoalVerdict, ...]
    first: date | None
    last: date | None
    left_out: int
    files: tuple[Read, ...]
    notes: tuple[str, ...]
    loop: Loop | None = None

    @property
    def index(self) -> Index:
        """What the measure asks, and how the answers make its number."""
        return index_of(self.measure)


def index_of(measure: MeasureNode) -> Index:
    """What a measure asks."""
    return Index(measure.reckoned, measure.questions, measure.scale, measure.yes)
