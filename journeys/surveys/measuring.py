"""A measure, reckoned from files of answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from journeys.errors import UsageError
from journeys.graph.index import Index
from journeys.graph.purpose_nodes import MeasureNode
from journeys.graph.workspace import Workspace
from journeys.surveys.calls import NO_CALLS, Calls, read_calls
from journeys.surveys.counting import Counts
from journeys.surveys.goals import goals_of
from journeys.surveys.going_through import Reader
from journeys.surveys.loop import Loop, No, closed
from journeys.surveys.measurement import GroupFigure, Measurement, QuestionFigure, Read, index_of
from journeys.surveys.noting import notes_of
from journeys.surveys.responses import Sheet, Source, looked_through
from journeys.surveys.tally import Tally, figure


def reckoned(
    workspace: Workspace,
    measure: MeasureNode,
    sources: Sequence[Source],
    *,
    since: date | None = None,
    who: bool = False,
    today: date,
) -> Measurement:
    """A measure from files of answers. With `since`, from what was answered on that day or later.

    `today` is the day on which it is looked at who was called back, if the measure tells who said no; where no file
    says that anybody was, only if asked `who` said no. Raises UsageError for a file that cannot be read, a measure that
    is no index, and one that tells nothing of whom is asked for; `Unexplained` for what has to be asked for; ToolError
    where the disk is full.
    """
    index = index_of(measure)
    if not index.reckoned:
        raise UsageError(f"“{measure.name}” asks no question: say which, under `of:` or `all_of:` in the measure")
    if who and not tells_no(index):
        raise UsageError(f"nothing says who is not content by “{measure.name}”: write which marks are a `yes` in it")
    following = tells_no(index) and (who or any(source.follow_up for source in sources))
    calls = [_calls(source) for source in sources] if following else []
    needed = [tuple(_needed(source, since, following)) for source in sources]
    sheets = [looked_through(source, measure.name, index, roles) for source, roles in zip(sources, needed, strict=True)]
    reader = Reader(sheets, index, since, following)
    counts, twice = reader.counted()
    whole = figure(counts.whole, index)
    return Measurement(
        measure=measure,
        figure=whole,
        questions=tuple(_questions(counts, index)),
        months=_groups(counts.months.tallies, index),
        segments=_groups(counts.segments.tallies, index),
        steps=tuple(_steps(workspace, counts, index)),
        goals=tuple(goals_of(workspace, measure, whole)),
        first=counts.first,
        last=counts.last,
        left_out=counts.left_out,
        files=tuple(map(_read, sheets, reader.rows)),
        notes=notes_of(sheets, counts, twice),
        loop=_loop(workspace, measure, calls, reader.noes, today) if following else None,
    )


def tells_no(index: Index) -> bool:
    """Whether an index tells who is not content: a mean does where it says which marks are a yes."""
    return index.reckoned not in ("mean", "ces") or bool(index.yes)


def _needed(source: Source, since: date | None, following: bool) -> Iterator[str]:
    """The roles without which nothing can be told."""
    if following:
        yield "respondent"
    if ((following and source.follow_up) or since) and not source.legend.on:
        yield "when"


def _calls(source: Source) -> Calls:
    return read_calls(source.follow_up, source.legend) if source.follow_up else NO_CALLS


def _loop(
    workspace: Workspace, measure: MeasureNode, calls: Sequence[Calls], noes: Sequence[Sequence[No]], today: date
) -> Loop:
    pairs = ((no, one) for one, found in zip(calls, noes, strict=True) for no in found)
    notes = dict.fromkeys(note for one in calls for note in one.notes)
    return closed(workspace, measure, pairs, today, notes)


def _questions(counts: Counts, index: Index) -> Iterator[QuestionFigure]:
    single = index._replace(reckoned="share") if index.reckoned == "all" else index
    for (id_, words), asked in zip(index.questions, counts.questions, strict=True):
        yield QuestionFigure(id_, words, figure(asked.tally, single), asked.only_no, asked.nothing)


def _groups(tallies: Mapping[str, Tally], index: Index) -> tuple[GroupFigure, ...]:
    return tuple(GroupFigure(name, figure(tallies[name], index)) for name in sorted(tallies))


def _steps(workspace: Workspace, counts: Counts, index: Index) -> Iterator[GroupFigure]:
    """The steps in the order of their journeys, then what names none."""
    steps = [step for journey in workspace.journeys.values() for step in journey.steps]
    known: dict[str, str] = {}
    for step in steps:
        for word in (step.name, step.id.partition(":")[2], step.id.rpartition("/")[2]):
            # A word that two steps have names neither.
            known[word] = step.id if known.get(word, step.id) == step.id else ""
    found = counts.steps.renamed(lambda word: known.get(word, "") or word)
    names = {step.id: step.name for step in steps}
    for id_ in (*(id_ for id_ in names if id_ in found), *sorted(found.keys() - names.keys())):
        yield GroupFigure(names.get(id_, id_), figure(found[id_], index), id_ if id_ in names else "")


def _read(sheet: Sheet, rows: int) -> Read:
    return Read(sheet.table.name, rows, tuple((role, sheet.table.headings[at]) for role, at in sheet.places.items()))
