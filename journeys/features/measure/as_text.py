"""Measures as text that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from journeys.checks.report.cells import Row, hanging, table
from journeys.features.measure import words
from journeys.graph.index import Index
from journeys.graph.workspace import Workspace
from journeys.language.quantities import counted
from journeys.surveys import wording
from journeys.surveys.goals import GoalVerdict
from journeys.surveys.loop import Followed, Loop, State
from journeys.surveys.measurement import GroupFigure, Measurement
from journeys.surveys.tally import Figure

_LISTED = 20


def as_text(workspace: Workspace, found: Sequence[Measurement], *, who: bool, today: date, width: int) -> str:
    """Measures one after another; `who` lists those who said no, by their ids."""
    return "\n\n".join("\n".join(_Text(workspace, one, today, width).lines(who)) for one in found) + "\n"


class _Text:
    """One measure."""

    def __init__(self, workspace: Workspace, one: Measurement, today: date, width: int) -> None:
        self._workspace = workspace
        self._one = one
        self._index = one.index
        self._today = today
        self._width = width

    def lines(self, who: bool) -> Iterator[str]:
        yield from self._first()
        yield from self._questions()
        for title, heading, groups in (
            ("By month", "MONTH", self._one.months),
            ("By segment", "SEGMENT", self._one.segments),
            ("By step", "STEP", self._one.steps),
        ):
            yield from self._groups(title, heading, groups)
        yield from self._goals()
        if self._one.loop:
            yield from self._loop(self._one.loop, who)
        yield from self._notes()

    def _wrap(self, text: str, first: str = "  ", rest: str = "    ") -> list[str]:
        return hanging(text, self._width, first, rest)

    def _first(self) -> Iterator[str]:
        one, figure = self._one, self._one.figure
        yield from self._wrap(f"{one.measure.name}: {words.sentence(figure, self._index)}", "")
        if one.first:
            yield from self._wrap(f"answered from {one.first} to {one.last}")
        owner = self._workspace.find(one.measure.owner)
        said = [f"owner: {owner.name if owner else one.measure.owner_text or 'nobody'}"]
        at = [node.name for node in map(self._workspace.find, one.measure.at) if node]
        said = [f"asked at {', '.join(f'“{name}”' for name in at)}", *said] if at else said
        yield from self._wrap("; ".join(said))

    def _questions(self) -> Iterator[str]:
        one = self._one
        if len(one.questions) < 2:
            return
        single = self._index._replace(reckoned="share") if self._index.reckoned == "all" else self._index
        all_of = self._index.reckoned == "all"
        rows = []
        for question in one.questions:
            cells = (question.words, *self._cells(question.figure, single))
            rows.append(Row((*cells, f"{question.only_no}") if all_of else cells))
        headings = ("QUESTION", words.what(single), "INTERVAL", "ANSWERS", "")
        yield from ("", "By question", *self._table((*headings, "THE ONLY NO OF") if all_of else headings, rows))
        if costs := words.costliest(one):
            yield from self._wrap(costs)

    def _groups(self, title: str, heading: str, groups: Sequence[GroupFigure]) -> Iterator[str]:
        if groups:
            headings = (heading, words.what(self._index), "INTERVAL", "ANSWERS", "")
            rows = [Row((group.name, *self._cells(group.figure))) for group in groups]
            yield from ("", title, *self._table(headings, rows))

    def _cells(self, figure: Figure, index: Index | None = None) -> tuple[str, ...]:
        index = index or self._index
        said = "" if figure.value is None else wording.value(figure.value, index)
        return said, wording.interval(figure, index), f"{figure.answers}", "few" if figure.few else ""

    def _table(self, headings: Sequence[str], rows: Sequence[Row]) -> list[str]:
        return table(headings, rows, self._width)

    def _goals(self) -> Iterator[str]:
        if self._one.goals:
            yield from ("", "Goals")
        for verdict in self._one.goals:
            yield from self._wrap(self._goal(verdict))

    def _goal(self, verdict: GoalVerdict) -> str:
        said = [verdict.goal.aim, words.deadline(verdict, self._today), verdict.why]
        return f"{verdict.goal.name}: {verdict.reached.value.upper()} ({'; '.join(filter(None, said))})"

    def _loop(self, loop: Loop, who: bool) -> Iterator[str]:
        yield from ("", "Those who said no")
        owner = loop.owner_name or "nobody (`follow_up: {by: …}` says who)"
        within = f"within {loop.within}" if loop.within else "in no time that is written (`follow_up: {within: …}`)"
        yield from self._wrap(f"{owner} owes them a call {within}")
        yield from self._wrap(words.rates(loop))
        if who and loop.followed:
            shown = loop.followed[:_LISTED]
            headings = ("WHO", "SAID NO", "TO", "DUE", "CALLED", "")
            yield from self._table(headings, [self._followed(one) for one in shown])
            if left := len(loop.followed) - len(shown):
                yield from self._wrap(f"and {left} more (--format csv lists all)")
        for note in loop.notes:
            yield from self._wrap(note)

    def _followed(self, one: Followed) -> Row:
        state = one.state.value
        if one.state in (State.LATE, State.OVERDUE):
            state = f"{state} by {words.lateness(one.late)}"
        no = one.no
        cells = (words.moment(no.when), ", ".join(no.questions), words.moment(one.due), words.moment(one.called), state)
        return Row((no.respondent or "(no name)", *cells))

    def _notes(self) -> Iterator[str]:
        yield ""
        for read in self._one.files:
            columns = ", ".join(f"{role} from “{heading}”" for role, heading in read.columns)
            yield from self._wrap(f"Read: {read.name}, {counted(read.responses, 'row')}: {columns}", "", "  ")
        for note in self._one.notes:
            yield from self._wrap(note, "– ", "  ")
