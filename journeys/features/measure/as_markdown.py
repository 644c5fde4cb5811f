"""Measures as Markdown, for a page or a merge request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from journeys.checks.report.markdown import escaped
from journeys.features.measure import words
from journeys.features.measure.rows import FigureRow, rows_of
from journeys.language.quantities import counted
from journeys.surveys import wording
from journeys.surveys.intervals import CONFIDENCE
from journeys.surveys.measurement import Measurement


def as_markdown(found: Sequence[Measurement], today: date) -> str:
    """A heading, the figure and a table of it for each measure, its goals, and what was left out. Nobody is named."""
    return "\n\n".join("\n".join(_lines(one, today)) for one in found) + "\n"


def _lines(one: Measurement, today: date) -> Iterator[str]:
    index, figure = one.index, one.figure
    yield f"### {escaped(one.measure.name)}"
    yield ""
    if figure.value is None:
        yield "Nobody answered."
    else:
        sure = wording.interval(figure, index)
        said = f"**{wording.value(figure.value, index)}**" + (f" ({sure}, {CONFIDENCE:.0%} sure)" if sure else "")
        few = ", which are few" if figure.few else ""
        days = f", from {one.first} to {one.last}" if one.first else ""
        yield f"{said}, of {counted(figure.answers, 'response')}{few}{days}."
    yield from _table(one)
    for verdict in one.goals:
        said = "; ".join(filter(None, (verdict.goal.aim, words.deadline(verdict, today), verdict.why)))
        yield f"- {escaped(verdict.goal.name)}: **{verdict.reached.value}** ({escaped(said)})"
    if one.goals:
        yield ""
    if one.loop:
        counts = ", ".join(f"{number} {state.value}" for state, number in one.loop.counts.items() if number)
        yield f"{counted(len(one.loop.followed), 'response')} with a no: {counts or 'none'}."
        yield ""
    yield from (f"- {escaped(note)}" for note in one.notes)


def _table(one: Measurement) -> Iterator[str]:
    rows = list(rows_of(one))
    yield ""
    if rows:
        yield "| | | Figure | Interval | Responses |"
        yield "| --- | --- | --- | --- | --- |"
        yield from map(_row, rows)
        yield ""


def _row(row: FigureRow) -> str:
    few = f"{row.answers} (few)" if row.few else f"{row.answers}"
    return f"| {' | '.join(map(escaped, (row.kind, row.name, row.value, row.interval, few)))} |"
