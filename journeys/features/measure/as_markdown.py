"""Measures as Markdown, for a page or a merge request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from journeys.checks.report.markdown import escaped
from journeys.features.measure import words
from journeys.graph.index import Index
from journeys.language.quantities import counted
from journeys.surveys import wording
from journeys.surveys.intervals import CONFIDENCE
from journeys.surveys.measurement import Measurement
from journeys.surveys.tally import Figure


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
    single = one.index._replace(reckoned="share") if one.index.reckoned == "all" else one.index
    rows = [("Question", asked.words, asked.figure, single) for asked in one.questions if len(one.questions) > 1]
    for kind, groups in (("Month", one.months), ("Segment", one.segments), ("Step", one.steps)):
        rows += [(kind, group.name, group.figure, one.index) for group in groups]
    yield ""
    if rows:
        yield "| | | Figure | Interval | Responses |"
        yield "| --- | --- | --- | --- | --- |"
        yield from (_row(*row) for row in rows)
        yield ""


def _row(kind: str, name: str, figure: Figure, index: Index) -> str:
    value = "" if figure.value is None else wording.value(figure.value, index)
    few = f"{figure.answers} (few)" if figure.few else f"{figure.answers}"
    return f"| {' | '.join(map(escaped, (kind, name, value, wording.interval(figure, index), few)))} |"
