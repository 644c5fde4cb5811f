"""The way in for notebooks: a measure of a workspace, from the files that somebody names or that are declared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from journeys.errors import UsageError
from journeys.graph.purpose_nodes import MeasureNode, SurveyNode
from journeys.graph.workspace import Workspace
from journeys.surveys.declared import measure_called, path_of, sources_of, surveys_of
from journeys.surveys.legend import NO_LEGEND, Legend, legend_of
from journeys.surveys.measurement import Measurement, index_of
from journeys.surveys.measuring import reckoned, tells_no
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
    sources = sources_for(workspace, node, list(map(Path, files)), surveys_of(workspace, node), legend)
    if follow_up:
        sources = following(node, sources, Path(follow_up))
    return reckoned(workspace, node, sources, since=since, today=today or date.today())


def sources_for(
    workspace: Workspace, measure: MeasureNode, files: list[Path], surveys: tuple[SurveyNode, ...], legend: Legend
) -> list[Source]:
    """The files of surveys of a measure, or others, which are read as the survey says that names them.

    A file that none names is read as the only survey says. Raises UsageError where there is neither file nor survey.
    """
    asked = legend.asking(id_ for id_, _ in measure.questions)
    if not files:
        if not surveys:
            raise UsageError(f"no survey of “{measure.name}” is declared: name a file of answers")
        return [one._replace(legend=asked.on_top_of(one.legend)) for one in sources_of(workspace, surveys)]
    known = {path_of(workspace, one, file).resolve(): one for one in surveys for file in one.files}
    only = surveys[0] if len(surveys) == 1 else None
    each = {path.resolve(): path for path in files}
    return [_source(workspace, file, known.get(resolved, only), asked) for resolved, file in each.items()]


def following(measure: MeasureNode, sources: Iterable[Source], file: Path) -> list[Source]:
    """The same sources with another file of those who were called back.

    Raises UsageError for a measure that lets nobody say no.
    """
    if not tells_no(index_of(measure)):
        raise UsageError(f"nothing says who is not content by “{measure.name}”: write which marks are a `yes` in it")
    return [source._replace(follow_up=file) for source in sources]


def _source(workspace: Workspace, file: Path, survey: SurveyNode | None, legend: Legend) -> Source:
    if survey is None:
        return Source(file, legend)
    calls = path_of(workspace, survey, survey.follow_up_file) if survey.follow_up_file else None
    return Source(file, legend.on_top_of(legend_of(survey)), calls)
