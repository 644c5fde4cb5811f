"""What the command line, editors, documentation tools and notebooks all call."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from journeys.errors import UsageError
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import Judgement, Workspace
from journeys.loading.discover import discover, load_found
from journeys.loading.files import LoadedWorkspace, load_journey
from journeys.loading.reader import decode

if TYPE_CHECKING:
    from journeys.checks.select import Choice
    from journeys.finding import Located

Subject = str | Path | JourneyGraph | Workspace | Iterable[Workspace]


def _judge(workspace: Workspace) -> Judgement:
    from journeys.promises import judge

    return judge(workspace)


def load_workspaces(paths: Iterable[str | Path]) -> tuple[Workspace, ...]:
    """The workspaces that some files and folders belong to. Raises UsageError for a path without journeys."""
    return tuple(Workspace(load_found(found), _judge) for found in discover(paths))


def load_workspace(path: str | Path) -> Workspace:
    """The workspace of a folder or file. Raises UsageError where there is none, or more than one."""
    found = load_workspaces([path])
    if len(found) != 1:
        raise UsageError(f"{path} holds {len(found)} workspaces: name the folder of one")
    return found[0]


def load(path: str | Path) -> JourneyGraph:
    """The journey of a file (or of a folder with just one), with whatever its workspace shares.

    What is wrong in the file does not raise: it is in `journeys.check`. Raises UsageError for a path
    without a journey or with several.
    """
    selected = load_workspace(path).selected
    if len(selected) != 1:
        raise UsageError(f"{path} holds {len(selected)} journeys: name one file, or use load_workspace")
    return selected[0]


def loads(text: str, *, name: str = "text.journey.yaml") -> JourneyGraph:
    """The journey of a text that stands alone."""
    file = load_journey(decode(text.encode("utf-8", "surrogatepass")), name)
    workspace = Workspace(LoadedWorkspace((file,), documents={name: file.document}), _judge)
    return next(iter(workspace.journeys.values()))


def check(subject: Subject, choice: Choice | None = None) -> list[Located]:
    """The findings of a journey, a workspace, several, or a path, in the order of files and places.

    `choice` goes before the settings in the files. Raises UsageError for a path or a rule that is not there,
    ToolError when a rule fails.
    """
    from journeys.checks.runner import run
    from journeys.checks.select import Choice
    from journeys.triage.locate import locate

    found: list[Located] = []
    for workspace in _workspaces(subject):
        found += locate(run(workspace, choice or Choice()), workspace.files.documents)
    return found


def _workspaces(subject: Subject) -> tuple[Workspace, ...]:
    if isinstance(subject, Workspace):
        return (subject,)
    if isinstance(subject, JourneyGraph):
        return (subject.workspace,)
    if isinstance(subject, str | Path):
        return load_workspaces([subject])
    return tuple(subject)
