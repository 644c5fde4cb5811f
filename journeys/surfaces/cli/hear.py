"""What `journeys voices --add` does: voices from a table into a file of the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from journeys.api import load_workspaces
from journeys.checks.fixes import write_fixed
from journeys.errors import UsageError
from journeys.features.voices.adding import addition
from journeys.features.voices.rows import read_rows
from journeys.graph.workspace import Workspace
from journeys.language.loading.reader import STDIN
from journeys.language.quantities import counted
from journeys.surfaces.cli.options import say

_MOST = 20
"""So many rows that are wrong are told."""


def add_voices(paths: Sequence[Path], file: Path, sheet: str = "") -> int:
    """Write the voices of a table into the workspace of some paths; 1, and nothing is written, if a row is wrong."""
    if STDIN in paths:
        raise UsageError("voices cannot be written into the standard input: name the file or its folder")
    workspace, target = _target(paths)
    read = read_rows(file, sheet)
    for note in read.notes:
        say(f"{file}: {note}", err=True)
    result = addition(workspace, target, read.rows)
    problems = sorted((*read.problems, *result.problems))
    if problems or result.conflicts:
        return _refuse([*(f"{file}:{one.line}: {one.message}" for one in problems), *result.conflicts])
    if result.file is not None:
        write_fixed(result.file)
    there = f"; {result.known} {'was' if result.known == 1 else 'were'} there already" if result.known else ""
    say(f"{target}: {counted(result.added, 'voice')} added{there}" if read.rows else f"{file}: no voice in it")
    if read.unread:
        say(f"not read: {', '.join(f'“{name[:40]}”' for name in read.unread[:12])}", err=True)
    return 0


def _target(paths: Sequence[Path]) -> tuple[Workspace, str]:
    """The whole workspace that some paths belong to, and the name of its file into which voices are written."""
    named = load_workspaces(paths)
    if len(named) != 1:
        raise UsageError(f"{len(named)} workspaces are named: name the folder of the one that the voices are about")
    asked, root = named[0], named[0].files.root
    workspace = load_workspaces([root, *paths])[0] if root else asked
    shared = workspace.files.shared
    single = len(asked.selected) == 1 and all(path.is_file() for path in paths)
    if shared is not None and not single:
        return workspace, shared.source.name
    if len(asked.selected) != 1:
        raise UsageError(
            f"{len(asked.selected)} journeys and no `journeys.yaml` are here: name the journey that the voices are "
            "about, or write a `journeys.yaml`"
        )
    return workspace, asked.selected[0].file


def _refuse(lines: Sequence[str]) -> int:
    for line in islice(lines, _MOST):
        say(line, err=True)
    more = f"{len(lines) - _MOST} more like these; " if len(lines) > _MOST else ""
    say(f"{more}nothing was written", err=True)
    return 1
