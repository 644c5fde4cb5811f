"""What `journeys check` does besides reporting: mend files, and write baselines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from journeys.api import examine
from journeys.checks.fixes import FixedFile, diff, fix_files, write_fixed
from journeys.checks.report.visible import harmless, visible
from journeys.checks.select import Choice
from journeys.checks.triage.baseline import Baseline, baseline_of, baseline_path, write_baseline
from journeys.errors import JourneysError, UsageError
from journeys.graph.workspace import Workspace
from journeys.language.quantities import counted
from journeys.surfaces.cli.options import say


def show_fixes(workspaces: Iterable[Workspace], choice: Choice) -> int:
    """Print what would be changed, as a unified diff; 1 if anything would."""
    changes = diff([file for workspace in workspaces for file in _fixed(workspace, choice)])
    show(changes)
    return 1 if changes else 0


def show(changes: str) -> None:
    """Print a unified diff. A person sees what it means; `git apply` gets it as it is."""
    shown = sys.stdout is not None and (sys.stdout.isatty() or "GITHUB_ACTIONS" in os.environ)
    click.echo("".join(f"{harmless(visible(line))}\n" for line in changes.splitlines()) if shown else changes, nl=False)


def write_fixes(workspaces: Iterable[Workspace], choice: Choice) -> bool:
    """Mend the files, each whole or not at all; one that cannot be written is told and the others go on.

    Whether all could be written.
    """
    done = True
    for workspace in workspaces:
        for file in _fixed(workspace, choice):
            try:
                if write_fixed(file):
                    count = len(file.fixed.applied)
                    say(f"mended {file.source.name}: {count} fix{'' if count == 1 else 'es'}", err=True)
            except JourneysError as error:
                say(f"journeys: {error}", err=True)
                done = False
    return done


def _fixed(workspace: Workspace, choice: Choice) -> list[FixedFile]:
    return fix_files(workspace, examine(workspace, choice).located)


def write_baselines(workspaces: Iterable[Workspace], choice: Choice, named: Path | None) -> int:
    """Make what is found now known: in the file named, or the one that each workspace's settings name."""
    for workspace in workspaces:
        path = named or baseline_path(workspace)
        if path is None:
            raise UsageError(
                "name the file with --baseline FILE, or write `settings: {baseline: FILE}` in journeys.yaml"
            )
        found = examine(workspace, choice, known=Baseline()).located
        write_baseline(path, baseline_of(found))
        say(f"wrote {path}: {counted(len(found), 'finding')} known from now on")
    return 0
