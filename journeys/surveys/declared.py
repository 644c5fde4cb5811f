"""The surveys that a workspace declares: which measures they are of, and where their files are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journeys.checks.fixes import paths_of
from journeys.errors import JourneysError, UsageError
from journeys.graph.purpose_nodes import MeasureNode, SurveyNode
from journeys.graph.workspace import Workspace
from journeys.language.loading.discover import shown
from journeys.language.words import did_you_mean
from journeys.surveys.asking import Unexplained
from journeys.surveys.legend import legend_of
from journeys.surveys.measurement import Measurement
from journeys.surveys.measuring import reckoned
from journeys.surveys.responses import Source


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a measure cannot be reckoned from the files that are declared, in words."""

    why: str


def figures(workspace: Workspace, today: date) -> Mapping[str, Measurement | Unread]:
    """What customers answered, by the node id of each measure that a survey is declared of.

    Nothing is raised: where a file cannot be read, or does not explain itself, that is said in the measure's place.
    `today` is the day on which it is looked at who was called back.
    """
    found: dict[str, Measurement | Unread] = {}
    for measure in surveyed(workspace):
        try:
            sources = tuple(sources_of(workspace, surveys_of(workspace, measure)))
            found[measure.id] = reckoned(workspace, measure, sources, today=today)
        except JourneysError as error:
            asked = ": `journeys measure` asks for it" if isinstance(error, Unexplained) else ""
            found[measure.id] = Unread(f"{error}{asked}")
    return found


def surveyed(workspace: Workspace) -> Iterator[MeasureNode]:
    """The measures that surveys are declared of, in the order in which they are written."""
    asked = {survey.measure for survey in workspace.surveys.values()}
    return (measure for measure in workspace.measures.values() if measure.id in asked and measure.reckoned)


def surveys_of(workspace: Workspace, measure: MeasureNode) -> tuple[SurveyNode, ...]:
    """The surveys of a measure."""
    return tuple(survey for survey in workspace.surveys.values() if survey.measure == measure.id)


def sources_of(workspace: Workspace, surveys: tuple[SurveyNode, ...]) -> Iterator[Source]:
    """The files of surveys, and how they are read; each file once."""
    for survey in surveys:
        calls = path_of(workspace, survey, survey.follow_up_file) if survey.follow_up_file else None
        for file in survey.files:
            yield Source(path_of(workspace, survey, file), legend_of(survey), calls)


def path_of(workspace: Workspace, survey: SurveyNode, file: str) -> Path:
    """Where a file is that a survey names: from the folder of the file that says so, and never outside of it.

    Raises UsageError where a link leads outside, or where the workspace is in no folder.
    """
    home = paths_of(workspace).get(survey.place.file)
    if home is None:
        raise UsageError(f"“{survey.name}” names {file}, and the workspace is kept in no folder: name the file")
    path = home.parent / file
    if not path.resolve().is_relative_to(home.parent.resolve()):
        raise UsageError(f"{shown(path)} leads out of the folder of {shown(home)}, and is not read")
    return Path(shown(path))


def measure_called(workspace: Workspace, word: str) -> MeasureNode:
    """The index that a word names: by its id, with its journey's before it if need be, or its name.

    Raises UsageError for a word that names none, or several.
    """
    indexes = [measure for measure in workspace.measures.values() if measure.reckoned]
    found = [one for one in indexes if word in (one.key, one.name, _reference(one))]
    if len(found) > 1:
        raise UsageError(f"“{word}” is the name of {len(found)} measures: write {' or '.join(map(_reference, found))}")
    if found:
        return found[0]
    plain = next((one for one in workspace.measures.values() if word in (one.key, one.name, _reference(one))), None)
    if plain is not None:
        raise UsageError(f"“{plain.name}” is a plain number: say in the measure what it asks (`of: …`)")
    words = [word for one in indexes for word in (one.key, one.name)]
    raise UsageError(f"no measure is called “{word}”: {did_you_mean(word, words) or 'no measure asks a question'}")


def survey_called(workspace: Workspace, word: str) -> SurveyNode:
    """The survey of a measure that a word names: by its id, with its journey's before it if need be, or its name.

    Raises UsageError for a word that names none, or several, or a survey of pairs.
    """
    surveys = workspace.surveys.values()
    found = [one for one in surveys if word in (one.key, one.name, _reference(one))]
    if len(found) > 1:
        raise UsageError(f"“{word}” is the name of {len(found)} surveys: write {' or '.join(map(_reference, found))}")
    if not found:
        words = [word for one in surveys for word in (one.key, one.name)]
        raise UsageError(f"no survey is called “{word}”: {did_you_mean(word, words) or 'none is declared'}")
    if not found[0].measure:
        raise UsageError(f"“{found[0].name}” is a survey of pairs: `journeys kano` reads it")
    return found[0]


def _reference(node: MeasureNode | SurveyNode) -> str:
    """The word by which the workspace's file refers to it."""
    return node.id.partition(":")[2]
