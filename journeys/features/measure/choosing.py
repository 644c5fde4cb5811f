"""Which measures are asked about, and from which files they are reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from journeys.errors import UsageError
from journeys.graph.purpose_nodes import MeasureNode, SurveyNode
from journeys.graph.workspace import Workspace
from journeys.surveys.declared import measure_called, path_of, survey_called, surveyed, surveys_of
from journeys.surveys.legend import NO_LEGEND, Legend
from journeys.surveys.measured import sources_for
from journeys.surveys.responses import Source

Chosen = tuple[MeasureNode, list[Source]]
"""A measure, and the files of answers to it."""


def chosen(
    workspace: Workspace,
    files: Sequence[Path] = (),
    *,
    of: str = "",
    survey: str = "",
    legend: Legend = NO_LEGEND,
    follow_up: Path | None = None,
) -> list[Chosen]:
    """The measures that are named (`of`), or of the survey that is, or of those that name the files; with no file all
    that surveys are declared of.

    Raises UsageError for what is not there, and where nothing says which measure is meant.
    """
    named = survey_called(workspace, survey) if survey else None
    found: list[Chosen] = []
    for measure in _measures(workspace, files, of, named):
        surveys = (named,) if named else surveys_of(workspace, measure)
        found.append((measure, sources_for(workspace, measure, list(files), surveys, legend, follow_up)))
    return found


def _measures(workspace: Workspace, files: Sequence[Path], of: str, survey: SurveyNode | None) -> list[MeasureNode]:
    if of:
        measure = measure_called(workspace, of)
        if survey and survey.measure != measure.id:
            raise UsageError(f"“{survey.name}” is a survey of another measure than “{measure.name}”")
        return [measure]
    if survey:
        return [workspace.measures[survey.measure]]
    declared = list(surveyed(workspace))
    if not files:
        if not declared:
            raise UsageError(
                "no survey of a measure is declared: name a file of answers, `journeys measure answers.csv`"
            )
        return declared
    wanted = {path.resolve() for path in files}
    naming = [one for one in declared if wanted & _files(workspace, surveys_of(workspace, one))]
    if naming:
        return naming
    pairs = _of_pairs(workspace, wanted)
    if pairs:
        raise UsageError(
            f"“{pairs}” is a survey of pairs, and `journeys kano` reads it; if it answers a measure, too, say which, "
            "with --of"
        )
    return [_only(workspace)]


def _of_pairs(workspace: Workspace, wanted: set[Path]) -> str:
    """The name of a survey of pairs that some of the files are of; empty for none."""
    for survey in workspace.surveys.values():
        with suppress(UsageError):
            if survey.of_pairs and wanted & _files(workspace, (survey,)):
                return survey.name
    return ""


def _files(workspace: Workspace, surveys: Sequence[SurveyNode]) -> set[Path]:
    return {path_of(workspace, survey, file).resolve() for survey in surveys for file in survey.files}


def _only(workspace: Workspace) -> MeasureNode:
    indexes = [measure for measure in workspace.measures.values() if measure.reckoned]
    if not indexes:
        raise UsageError(
            "no measure asks a question: declare one, like `measures: {loyalty: {measure: Loyalty, all_of: {again: "
            "Would you buy again?}}}`"
        )
    if len(indexes) > 1:
        named = " or ".join(f"--of {measure.key}" for measure in indexes[:8])
        raise UsageError(f"nothing says which measure the answers are of: say {named}")
    return indexes[0]
