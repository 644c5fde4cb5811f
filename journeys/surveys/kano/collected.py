"""What all surveys of pairs found: those that a workspace declares, or some files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from journeys.errors import JourneysError, UsageError
from journeys.graph.purpose_nodes import ExpectationNode, SurveyNode
from journeys.graph.workspace import Workspace
from journeys.language.model.names import slug
from journeys.surveys.declared import path_of
from journeys.surveys.kano.answered import Reading
from journeys.surveys.kano.form import Unclear, form_of
from journeys.surveys.kano.found import Found, found_in
from journeys.surveys.kano.reading import read
from journeys.surveys.legend import NO_LEGEND, Legend, legend_of
from journeys.tables import open_table

MOST_FILES = 2


@dataclass(frozen=True, slots=True)
class Collected:
    """What was found of each feature, by expectation or else by name, and what has to be said of how it was read.

    `unread` are surveys that cannot be read, with why. `lines` are about single rows, for those who hold the answers.
    """

    found: Mapping[str, Found] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def collected(
    workspace: Workspace, legend: Legend = NO_LEGEND, *, since: date | None = None, strict: bool = True
) -> Collected:
    """What the declared surveys of pairs found; `legend` goes before what they say of columns and words.

    A survey without a day comes first, and is compared with none. Where it is `strict`, raises Unclear and UsageError
    for a survey that cannot be read; else it is among the unread.
    """
    readings: list[Reading] = []
    unread: list[str] = []
    meant = _Meanings(workspace)
    for survey in workspace.surveys.values():
        if survey.of_pairs:
            try:
                readings.append(_declared(workspace, survey, meant, legend, since))
            except JourneysError as error:
                if strict:
                    raise
                asked = ": `journeys kano` asks for it" if isinstance(error, Unclear) else ""
                unread.append(f"“{survey.name}” is not read: {error}{asked}")
    surveys = [survey for reading in readings for survey in reading.surveys]
    surveys.sort(key=lambda survey: survey.last or date.min)
    return _together(found_in(surveys), readings, (), unread)


def collected_from(
    files: Sequence[Path], workspace: Workspace | None, legend: Legend = NO_LEGEND, *, since: date | None = None
) -> Collected:
    """What some files found. A file that a survey of the workspace names is read as that says, where `legend` does not.

    Two files are two surveys; the day of answers of which no column says it (`legend.on`) is that of the last. Where
    not each has a day, the first named is taken for the earlier. Raises Unclear where something has to be explained,
    and UsageError for a file that cannot be read, or for more than two.
    """
    if len(files) > MOST_FILES:
        raise UsageError(f"{len(files)} files are named: name one, or two that are to be compared")
    meant = _Meanings(workspace)
    readings = []
    for number, file in enumerate(files):
        said = legend if number == len(files) - 1 else replace(legend, on=None)
        survey = _naming(file, workspace)
        form = form_of(said.on_top_of(legend_of(survey)), survey.features) if survey else form_of(said)
        name = survey.name if survey else file.name
        readings.append(read(name, [open_table(file, sheet=form.sheet)], form, meant.expectation, since=since))
    surveys = [survey for reading in readings for survey in reading.surveys]
    notes = []
    if all(survey.last for survey in surveys):
        surveys.sort(key=lambda survey: survey.last or date.min)
    elif len(surveys) > 1:
        notes.append("not each survey says its day: the first that is named is taken for the earlier")
    found = found_in(surveys, undated=True)
    if len(surveys) > 1 and not any(one.before for one in found.values()):
        notes.append("the two surveys have no feature of the same name, or are of the same day: nothing is compared")
    return _together(found, readings, notes, ())


def _together(
    found: Mapping[str, Found], readings: Sequence[Reading], notes: Sequence[str], unread: Sequence[str]
) -> Collected:
    told = (*(note for reading in readings for note in reading.notes), *notes)
    lines = tuple(line for reading in readings for line in reading.lines)
    return Collected(found, tuple(dict.fromkeys(told)), lines, tuple(unread))


def _declared(
    workspace: Workspace, survey: SurveyNode, meant: _Meanings, legend: Legend, since: date | None
) -> Reading:
    form = form_of(legend.on_top_of(legend_of(survey)), survey.features)
    tables = [open_table(path_of(workspace, survey, file), sheet=form.sheet) for file in survey.files]
    return read(survey.name, tables, form, meant.expectation, since=since)


def _naming(file: Path, workspace: Workspace | None) -> SurveyNode | None:
    """The survey of pairs that names a file."""
    for survey in workspace.surveys.values() if workspace else ():
        if workspace and survey.of_pairs and file.resolve() in _files(workspace, survey):
            return survey
    return None


def _files(workspace: Workspace, survey: SurveyNode) -> Iterator[Path]:
    """Where the files of a survey are that may be read."""
    for file in survey.files:
        with suppress(UsageError):
            yield path_of(workspace, survey, file).resolve()


class _Meanings:
    """Which expectation some words mean: by its id or its words; case and punctuation make no difference."""

    def __init__(self, workspace: Workspace | None) -> None:
        self._known: dict[str, list[ExpectationNode]] = {}
        for one in workspace.expectations.values() if workspace else ():
            for word in dict.fromkeys((slug(one.key), slug(one.name), slug(f"{one.journey}/{one.key}"))):
                self._known.setdefault(word, []).append(one)

    def expectation(self, words: str) -> str:
        """The id of the only one that is meant; empty for none, and for several."""
        found = self._known.get(slug(words), [])
        return found[0].id if len(found) == 1 else ""
