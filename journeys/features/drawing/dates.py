"""When a journey's file was last changed, for the title of its drawing."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from journeys.errors import ToolError
from journeys.graph.journey import JourneyGraph
from journeys.language.git import Repository


def last_changes(journeys: Iterable[JourneyGraph]) -> Mapping[str, str]:
    """The day of each journey's last change (`2025-02-03`), by its file; without those of which nobody can tell.

    For a file as its last commit has it that is the day the commit was written: the same in every clone. For another
    one it is the day on which the file was written, in UTC, and not after SOURCE_DATE_EPOCH
    (https://reproducible-builds.org/specs/source-date-epoch/) where that is set.
    """
    files = sorted({journey.file for journey in journeys})
    committed = _committed(files)
    found = {file: committed[file] if file in committed else _written(file) for file in files}
    return {file: day for file, day in found.items() if day}


def _committed(files: Sequence[str]) -> dict[str, str]:
    """The days of those that are as their last commit has them."""
    within: defaultdict[Path, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for file in files:
        path = Path(file).resolve()
        root = next((folder for folder in path.parents if (folder / ".git").exists()), None)
        if root is not None:
            within[root][path.relative_to(root).as_posix()].append(file)
    found: dict[str, str] = {}
    for root, names in within.items():
        try:
            days = Repository(root).last_changes(list(names))
        except ToolError:
            continue  # No git, or one that refuses: a drawing is worth more than its date.
        found.update((file, day) for name, day in days.items() for file in names[name])
    return found


def _written(file: str) -> str:
    """The day a file was written; empty for one that is not there."""
    try:
        seconds = Path(file).stat().st_mtime
        latest = os.environ.get("SOURCE_DATE_EPOCH", "")
        seconds = min(seconds, int(latest)) if latest.isascii() and latest.isdigit() else seconds
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (OSError, ValueError, OverflowError):
        return ""
