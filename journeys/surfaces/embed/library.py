"""Journeys by the names pages use, looked for from the page's folder upwards; each workspace is read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeys import api
from journeys.errors import UsageError
from journeys.file_names import SUFFIX, SUFFIXES
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import Workspace, workspace_around
from journeys.language.finding import Located
from journeys.language.loading.discover import workspace_file
from journeys.language.words import did_you_mean

if TYPE_CHECKING:
    from journeys.features.kano import Sheet
    from journeys.surveys import Measurement, Unread


def top_of(folder: Path) -> Path:
    """The last folder that is looked in: the repository's root, else the working folder, else the folder itself."""
    for place in (folder, *folder.parents):
        if (place / ".git").exists():
            return place
    here = Path.cwd()
    return here if folder.is_relative_to(here) else folder


def upwards(folder: Path) -> Iterator[Path]:
    """A folder and those above it, to the last that is looked in."""
    top = top_of(folder)
    for place in (folder, *folder.parents):
        yield place
        if place == top:
            return


@dataclass(frozen=True, eq=False)
class Library:
    """The journeys around some pages. Folders are absolute paths. It remembers what it read: make one for each run."""

    _loaded: dict[Path, tuple[Workspace, ...]] = field(default_factory=dict, repr=False)
    _found: dict[Workspace, tuple[Located, ...]] = field(default_factory=dict, repr=False)
    _figures: dict[Workspace, Mapping[str, Measurement | Unread]] = field(default_factory=dict, repr=False)
    _kinds: dict[Workspace, Sheet] = field(default_factory=dict, repr=False)

    def journey(self, word: str, folder: Path) -> JourneyGraph:
        """The journey that a page in `folder` names: by id, name, file's name, or path. No word: the only one there is.

        Raises UsageError for a name that no journey or more than one has, and for a file that breaks off.
        """
        if word.endswith(SUFFIXES) or "/" in word:
            return self._readable(self._of_path(folder / word, word))
        known: list[str] = []
        for place in upwards(folder):
            spaces = self._below(place)
            found = [one for space in spaces for one in space.selected if not word or _is_called(space, one, word)]
            if found:
                return self._readable(_only(found, word))
            known += (id_ for space in spaces for id_ in space.journeys)
        help_ = did_you_mean(word, dict.fromkeys(known)) or f"no file here ends in {SUFFIX}"
        raise UsageError(f"no journey is called “{word}”: {help_}" if word else f"there is no journey: {help_}")

    def workspaces(self, folder: Path) -> tuple[Workspace, ...]:
        """The workspaces nearest to a page. Raises UsageError where there are none."""
        for place in upwards(folder):
            if spaces := self._below(place):
                return spaces
        raise UsageError(f"there is no journey: no file here ends in {SUFFIX}")

    def located(self, workspace: Workspace) -> tuple[Located, ...]:
        """What a check of a workspace finds."""
        if workspace not in self._found:
            self._found[workspace] = tuple(api.check(workspace))
        return self._found[workspace]

    def figures(self, workspace: Workspace) -> Mapping[str, Measurement | Unread]:
        """What customers answered, by the node id of each measure that a survey is declared of."""
        if workspace not in self._figures:
            from journeys.surveys import figures

            self._figures[workspace] = figures(workspace, date.today())
        return self._figures[workspace]

    def kinds(self, workspace: Workspace) -> Sheet:
        """What customers said of expectations in surveys of pairs."""
        if workspace not in self._kinds:
            from journeys.features.kano import told
            from journeys.surveys.kano import collected

            self._kinds[workspace] = told(collected(workspace, strict=False), workspace, date.today())
        return self._kinds[workspace]

    def _readable(self, journey: JourneyGraph) -> JourneyGraph:
        if journey.whole:
            return journey
        for one in self.located(workspace_around(journey)):
            if one.source.name == journey.file:
                line = one.source.position(one.span.start).line
                raise UsageError(f"{journey.file}:{line}: {one.finding.message}")
        raise UsageError(f"{journey.file} cannot be read to its end: see `journeys check`")

    def _of_path(self, path: Path, word: str) -> JourneyGraph:
        if not path.is_file():
            raise UsageError(f"{word}: there is no such file, seen from the page's folder")
        for space in self._below(path):
            for journey, file in zip(space.journeys.values(), space.files.journeys, strict=True):
                if file.path is not None and file.path.resolve() == path.resolve():
                    return journey
        raise UsageError(f"{word} is no journey: their files end in {SUFFIX}")

    def _below(self, place: Path) -> tuple[Workspace, ...]:
        """The workspaces of a folder or file, each whole, for its findings not to change with where a page stands."""
        found: list[Workspace] = []
        for space in self._load(place):
            root = space.files.root
            if root is None or place in (root, *root.parents):
                found.append(space)
            else:
                found += (one for one in self._load(root) if one.files.root == root)
        return tuple(found)

    def _load(self, place: Path) -> tuple[Workspace, ...]:
        if place not in self._loaded:
            try:
                self._loaded[place] = api.load_workspaces([place])
            except UsageError:  # It holds no journeys.
                self._loaded[place] = ()
        return self._loaded[place]


def files_of(workspace: Workspace) -> tuple[Path, ...]:
    """Every file that a workspace was read from."""
    files = [file.path for file in workspace.files.journeys if file.path is not None]
    root = workspace.files.root
    shared = workspace_file(root) if root is not None else None
    return (*files, *((shared,) if shared is not None else ()))


def answers_of(workspace: Workspace) -> tuple[Path, ...]:
    """Every file of answers that a workspace names. Raises UsageError for one that must not be read."""
    from journeys.surveys.declared import path_of

    named = (
        (survey, file)
        for survey in workspace.surveys.values()
        for file in (*survey.files, *([survey.follow_up_file] if survey.follow_up_file else []))
    )
    return tuple(dict.fromkeys(path_of(workspace, survey, file).absolute() for survey, file in named))


def _is_called(space: Workspace, journey: JourneyGraph, word: str) -> bool:
    return space.journey_named(word) == journey.id


def _only(found: list[JourneyGraph], word: str) -> JourneyGraph:
    if len(found) == 1:
        return found[0]
    if word:
        files = ", ".join(journey.file for journey in found)
        raise UsageError(f"several journeys are called “{word}”: name the path of one, seen from the page ({files})")
    raise UsageError(f"there are several journeys: {did_you_mean('', (one.id for one in found))}")
