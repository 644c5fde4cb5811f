"""A list in the folder of drawings: what each was made from, so that only what has changed is drawn again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from journeys.writing import write_output

MANIFEST = ".drawings.json"
FORCE = "write over it with --force"
_MARKS = (
    b'aria-labelledby="drawing-title drawing-description"',
    b"// Everything has its place: draw it with neato -n2",
    b'"format": "blueprint-geometry"',
)
"""What stands in every SVG and page, every DOT and every JSON that is drawn here."""


def recorded(paths: Iterable[Path]) -> dict[Path, str]:
    """What the drawings in the folders of some files were made from; nothing where that cannot be read."""
    found: dict[Path, str] = {}
    for folder in {path.parent for path in paths}:
        try:
            entries = json.loads((folder / MANIFEST).read_text("utf-8")) if (folder / MANIFEST).is_file() else {}
            found.update((folder / name, mark) for name, mark in entries.items() if isinstance(mark, str))
        except (OSError, ValueError, AttributeError, RecursionError):
            continue
    return found


def record(drawn: Mapping[Path, str], without: Iterable[Path] = ()) -> None:
    """Note what files were made from, beside what is known of others that are still there, `without` some of them."""
    dropped = set(without)
    folders = {path.parent for path in (*drawn, *dropped)}
    before = recorded((*drawn, *dropped))
    for folder in folders:
        marks = {
            path.name: mark
            for path, mark in before.items()
            if path.parent == folder and path not in dropped and _is_file(path)
        }
        marks.update((path.name, mark) for path, mark in drawn.items() if path.parent == folder)
        if marks or (folder / MANIFEST).is_file():
            write_output(folder / MANIFEST, (json.dumps(marks, indent=1, sort_keys=True) + "\n").encode())


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_drawing(path: Path) -> bool:
    """Whether a file says of itself that it was drawn here; formats that cannot say it are known by the list alone."""
    try:
        content = path.read_bytes()
    except (OSError, ValueError):
        return False
    return any(mark in content for mark in _MARKS)
