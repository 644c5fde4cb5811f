"""In the folder of drawings: what each was made from, so that only what has changed is drawn again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from journeys.writing import write_whole

MEMORY = ".drawings.json"


def remembered(paths: Iterable[Path]) -> dict[Path, str]:
    """What the drawings in the folders of some files were made from; nothing where that cannot be read."""
    found: dict[Path, str] = {}
    for folder in {path.parent for path in paths}:
        try:
            entries = json.loads((folder / MEMORY).read_text("utf-8"))
            found.update((folder / name, mark) for name, mark in entries.items() if isinstance(mark, str))
        except (OSError, ValueError, AttributeError):
            continue
    return found


def remember(drawn: Mapping[Path, str]) -> None:
    """Note what files were made from, beside what is known of others that are still there."""
    before = remembered(drawn)
    for folder in {path.parent for path in drawn}:
        marks = {path.name: mark for path, mark in before.items() if path.parent == folder and path.is_file()}
        marks.update((path.name, mark) for path, mark in drawn.items() if path.parent == folder)
        write_whole(folder / MEMORY, (json.dumps(marks, indent=1, sort_keys=True) + "\n").encode())
