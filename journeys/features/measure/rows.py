"""A measure as rows of a table: by question, month, segment and step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journeys.graph.index import Index
from journeys.surveys import wording
from journeys.surveys.measurement import Measurement
from journeys.surveys.tally import Figure


class FigureRow(NamedTuple):
    """A figure in words, and what it is of: `kind` is Question, Month, Segment or Step, `id` the node of a step.

    `value` and `interval` are empty where there is none. `only_no` is said of a question of an index `all_of`.
    """

    kind: str
    name: str
    value: str
    interval: str
    answers: int
    few: bool
    id: str = ""
    only_no: int | None = None


def rows_of(one: Measurement) -> Iterator[FigureRow]:
    """The rows of a measure; of its questions only where there are several."""
    all_of = one.index.reckoned == "all"
    single = one.index._replace(reckoned="share") if all_of else one.index
    for asked in one.questions if len(one.questions) > 1 else ():
        row = _row("Question", asked.words, asked.figure, single)
        yield row._replace(only_no=asked.only_no) if all_of else row
    for kind, groups in (("Month", one.months), ("Segment", one.segments), ("Step", one.steps)):
        for group in groups:
            yield _row(kind, group.name, group.figure, one.index)._replace(id=group.id)


def _row(kind: str, name: str, figure: Figure, index: Index) -> FigureRow:
    value = "" if figure.value is None else wording.value(figure.value, index)
    return FigureRow(kind, name, value, wording.interval(figure, index), figure.answers, figure.few)
