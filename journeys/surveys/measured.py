"""The way in for notebooks: a measure of a workspace, from the files that somebody names or that are declared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from journeys.errors import UsageError
from journeys.graph.purpose_nodes import MeasureNode, SurveyNode
from journeys.graph.workspace import Workspace
from journeys.surveys.declared import measure_called, sources_of, surveys_of
from journeys.surveys.legend import CALLED, NO_LEGEND, Legend
from journeys.surveys.measurement import Measurement
from journeys.surveys.measuring import reckoned
from journeys.surveys.responses import Source


def measured(
    workspace: Workspace,
    measure: str,
    files: Iterable[str | Path] = (),
    *,
    legend: Legend = NO_LEGEND,
    follow_up: str | Path | None = None,
    since: date | None = None,
    today: date | None = None,
) -> Measurement:
    """A measure (by id or name) as customers answered in some files; with none, in those of its declared surveys.

    `legend` says how the files are read, before what a declared survey says and what headings do. `follow_up` is a file
    of those who were called back, `since` the first day that counts, `today` (today if left out) that on which it is
    looked at who was called. Raises UsageError, in words, for whatever cannot be read or is explained by nothing.
    """
    node = measure_called(workspace, measure)
    calls = Path(follow_up) if follow_up else None
    sources = sources_for(workspace, node, list(map(Path, files)), surveys_of(workspace, node), legend, calls)
    return reckoned(workspace, node, sources, since=since, who=calls is not None, today=today or date.today())


def sources_for(
    workspace: Workspace,
    measure: MeasureNode,
    files: list[Path],
    surveys: tuple[SurveyNode, ...],
    legend: Legend,
    follow_up: Path | None = None,
) -> list[Source]:
    """The files of surveys of a measure, or others, which are read as the survey says that names them.

    A file that none names is read as the only survey says, but for its sheet. `follow_up` is another file of those who
    were called back. Raises UsageError where there is neither file nor survey.
    """
    if not files and not surveys:
        raise UsageError(f"no survey of “{measure.name}” is declared: name a file of answers")
    declared = {source.path.resolve(): source for source in sources_of(workspace, surveys)}
    only = next(iter(declared.values())) if len(surveys) == 1 and declared else Source(Path())
    others = only._replace(legend=replace(only.legend, sheet=""))
    wanted = {path.resolve(): path for path in files} or {path: source.path for path, source in declared.items()}
    asked = legend.asking(id_ for id_, _ in measure.questions)
    found = [declared.get(resolved, others)._replace(path=path) for resolved, path in wanted.items()]
    if follow_up:
        found = [source._replace(legend=source.legend.without(CALLED), follow_up=follow_up) for source in found]
    return [source._replace(legend=asked.on_top_of(source.legend)) for source in found]
