"""Options of the commands that read what customers answered, and how what they say is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from journeys.errors import UsageError
from journeys.surfaces.cli.options import say

if TYPE_CHECKING:
    from journeys.graph.workspace import Workspace
    from journeys.surveys.saving import Said

_YAML = (".yaml", ".yml")


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options `--column`, `--answer`, `--dates`, `--sheet` and `--save`, as `columns`, `answers`, and so on."""
    for option in reversed(
        (
            click.option(
                "--column", "columns", multiple=True, metavar="ROLE=HEADING",
                help="Which column says what: `respondent`, `when`, `segment`, `step`, or a question by its id. "
                "May be said again.",
            ),
            click.option(
                "--answer", "answers", multiple=True, metavar="WORD=MEANING",
                help="What a word in the cells means, like `ja=yes`, `very good=5` or `n/a=none` (no answer). "
                "May be said again.",
            ),
            click.option(
                "--dates", type=click.Choice(["day first", "month first"]), default=None,
                help="How days are read that can be read in two ways, like 3/4/2026.",
            ),
            click.option(
                "--sheet", metavar="NAME", default="", help="The sheet of a workbook that holds several."
            ),
            click.option(
                "--save", metavar="NAME", default="",
                help="Write how the files are read into the workspace, as a survey of this name.",
            ),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def parted(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """What was named, parted into the workspace (folders, YAML files) and the files of answers."""
    named = [path for path in paths if path.suffix.lower() in _YAML or path.is_dir()]
    return named, [path for path in paths if path not in named]


def workspace_about(named: Sequence[Path], files: Sequence[Path]) -> Workspace:
    """The whole workspace that is named, else that of the working folder; where that holds none, or several, that in
    which the first file stands.

    Raises UsageError where there is none, or where several are.
    """
    from journeys.api import load_workspaces, whole
    from journeys.language.loading.discover import workspace_root

    root = workspace_root(files[0]) if files and not named else None
    try:
        found = load_workspaces(named or [Path()])
    except UsageError:
        if root is None:
            raise
        found = load_workspaces([root])
    if len(found) > 1 and root is not None:
        found = load_workspaces([root])
    if len(found) != 1:
        raise UsageError(f"{len(found)} workspaces are here: name the folder of the one that was surveyed, too")
    return whole(found[0])


def save_survey(workspace: Workspace, name: str, files: Sequence[Path], says: Callable[[Sequence[str]], Said]) -> None:
    """Write a survey into the workspace's file, or that of its only journey; `says` makes it of its files' names."""
    from journeys.checks.fixes import write_fixed
    from journeys.surveys.saving import beside, saved

    target = _target(workspace)
    if not files:
        raise UsageError("--save writes how a file of answers is read: name the file")
    file = saved(workspace, target, name, says(list(beside(Path(target), files))))
    write_fixed(file)
    say(f"{target}: survey “{name}” saved", err=True)


def _target(workspace: Workspace) -> str:
    if workspace.files.shared is not None:
        return workspace.files.shared.source.name
    if len(workspace.journeys) != 1:
        raise UsageError(f"{len(workspace.journeys)} journeys and no `journeys.yaml` are here: write a `journeys.yaml`")
    return next(iter(workspace.journeys.values())).file
