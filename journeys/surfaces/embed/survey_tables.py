"""What customers answered, as tables: measures, one measure by month and the like, kinds of expectations by Kano."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeys.errors import UsageError
from journeys.features.kano import Sheet, Told
from journeys.features.kano.formats import summary
from journeys.features.kano.sentences import coefficient, kind_said, sentences
from journeys.features.measure import words
from journeys.features.measure.rows import rows_of
from journeys.graph.purpose_nodes import MeasureNode
from journeys.language.quantities import counted
from journeys.surfaces.embed.library import Library
from journeys.surfaces.embed.purpose_tables import Scope
from journeys.surfaces.embed.table import Cell, Table
from journeys.surveys import Measurement, Unread, wording
from journeys.surveys.declared import measure_called, surveyed


def measures_table(scopes: Sequence[Scope], library: Library) -> Table:
    """Each measure with its owner, its figure and its goals.

    Raises UsageError where answers cannot be read: a page does not go on as if there were none.
    """
    rows = [_measure(scope, one, library) for scope in scopes for one in _measures(scope)]
    heads = ("Measure", "Owner", "What customers answered", "95% interval", "Responses", "Goals")
    return Table(heads, tuple(rows), counted(len(rows), "measure") if rows else "No measures here")


def _measures(scope: Scope) -> Iterator[MeasureNode]:
    return (one for one in scope.workspace.measures.values() if scope.has(one, one.at))


def _measure(scope: Scope, one: MeasureNode, library: Library) -> tuple[Cell, ...]:
    owner = scope.one(one.owner, one.owner_text)
    if one.id not in library.figures(scope.workspace):
        return one.name, owner, "no survey" if one.reckoned else "", "", "", ""
    found = read(library.figures(scope.workspace)[one.id], one)
    figure, index = found.figure, found.index
    value = "nobody answered" if figure.value is None else wording.value(figure.value, index)
    goals = tuple(f"{verdict.goal.name} ({verdict.goal.aim}): {verdict.reached.value}" for verdict in found.goals)
    return one.name, owner, value, wording.interval(figure, index), _answers(figure.answers, figure.few), goals or ("",)


def read(found: Measurement | Unread, measure: MeasureNode) -> Measurement:
    """What was answered. Raises UsageError, with the reason, where that cannot be told."""
    if isinstance(found, Unread):
        raise UsageError(f"“{measure.name}” cannot be told: {found.why}")
    return found


def one_measure(scopes: Sequence[Scope], word: str, library: Library) -> tuple[Scope, Measurement]:
    """The measure that a word names, as it was answered; without a word the only one that was asked about.

    Raises UsageError for none, for several, and for answers that cannot be read.
    """
    found = list(_called(scopes, word) if word else ((scope, one) for scope in scopes for one in _surveyed(scope)))
    if len(found) != 1:
        names = " or ".join(f"--of {one.key}" for _, one in found[:8])
        raise UsageError(f"say which measure: {names}" if found else "no survey of a measure is declared here")
    scope, measure = found[0]
    figures = library.figures(scope.workspace)
    if measure.id not in figures:
        raise UsageError(f"no survey of “{measure.name}” is declared")
    return scope, read(figures[measure.id], measure)


def _surveyed(scope: Scope) -> Iterator[MeasureNode]:
    known = {one.id for one in _measures(scope)}
    return (one for one in surveyed(scope.workspace) if one.id in known)


def _called(scopes: Sequence[Scope], word: str) -> Iterator[tuple[Scope, MeasureNode]]:
    """The measures of a name, one of a workspace at most; the first reason where no workspace has one."""
    reasons: list[UsageError] = []
    for scope in scopes:
        try:
            yield scope, measure_called(scope.workspace, word)
        except UsageError as error:
            reasons.append(error)
    if len(reasons) == len(scopes):
        raise reasons[0]


def measure_table(found: Measurement) -> Table:
    """A measure by question, month, segment and step, and how it stands as a whole."""
    rows = (
        (row.kind.lower(), row.name, row.value or "—", row.interval, _answers(row.answers, row.few))
        for row in rows_of(found)
    )
    closing = f"{found.measure.name}: {words.sentence(found.figure, found.index)}"
    days = f", answered from {found.first} to {found.last}" if found.first else ""
    return Table(("By", "Which", "Figure", "95% interval", "Responses"), tuple(rows), closing + days)


def _answers(answers: int, few: bool) -> str:
    return f"{answers} (few)" if few else f"{answers}"


def kinds_of(scope: Scope, library: Library) -> Sheet:
    """What customers said of the expectations in some journeys.

    Raises UsageError for a survey that cannot be read.
    """
    sheet = library.kinds(scope.workspace)
    if sheet.unread:
        raise UsageError(sheet.unread[0])
    here = {id_ for journey in scope.journeys for id_ in journey.expectations}
    return replace(sheet, features=tuple(one for one in sheet.features if one.found.expectation in here))


def kano_table(scopes: Sequence[Scope], library: Library) -> Table:
    """The kind of each expectation that customers were asked about, and how sure it is."""
    features = tuple(one for scope in scopes for one in kinds_of(scope, library).features)
    heads = ("What is expected", "Kind", "Better with it", "Worse without it", "Answers", "How sure that is")
    return Table(heads, tuple(map(_kind, features)), summary(Sheet(features, (), (), (), ())))


def _kind(one: Told) -> tuple[Cell, ...]:
    tally = one.found.tally
    return (
        one.name,
        "few answers" if tally.few else kind_said(tally),
        coefficient(tally.better, tally.better_interval),
        coefficient(tally.worse, tally.worse_interval),
        str(tally.answers),
        tuple(sentences(replace(one, known=None))),
    )
