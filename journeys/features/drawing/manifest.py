"""A list in the folder of drawings: what each was made from and what came of it, so that only what differs is drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from journeys.writing import write_output

MANIFEST = ".drawings.json"
FORCE = "write over it with --force"
_MARKS = (
    b'aria-labelledby="drawing-title drawing-description"',
    b"// Everything has its place: draw it with neato -n2",
    b'"format": "blueprint-geometry"',
)
"""What stands in every SVG and page, every DOT and every JSON that is drawn here."""


class Entry(NamedTuple):
    """A drawing: the mark of what it was made from, and a digest of its file."""

    made_from: str
    content: str


def unchanged(marks: Mapping[Path, str]) -> frozenset[Path]:
    """Those files that were made from what `marks` says, and are still as they were written."""
    known = _recorded(marks)
    return frozenset(
        path
        for path, mark in marks.items()
        if path in known and known[path].made_from == mark and known[path].content == _content(path)
    )


def record(drawn: Mapping[Path, str], without: Iterable[Path] = ()) -> None:
    """Note what files were made from, beside what is known of others that are still there, `without` some of them."""
    dropped = set(without)
    folders = {path.parent for path in (*drawn, *dropped)}
    before = _recorded((*drawn, *dropped))
    for folder in folders:
        entries = {
            path.name: entry
            for path, entry in before.items()
            if path.parent == folder and path not in dropped and _content(path)
        }
        entries |= {path.name: Entry(mark, _content(path)) for path, mark in drawn.items() if path.parent == folder}
        if entries or (folder / MANIFEST).is_file():
            text = json.dumps({name: entry._asdict() for name, entry in entries.items()}, indent=1, sort_keys=True)
            write_output(folder / MANIFEST, f"{text}\n".encode())


def recorded(paths: Iterable[Path]) -> frozenset[Path]:
    """Those files that are noted in their folders: they were drawn here, whatever became of them."""
    wanted = list(paths)
    known = _recorded(wanted)
    return frozenset(path for path in wanted if path in known)


def _recorded(paths: Iterable[Path]) -> dict[Path, Entry]:
    """What is noted in the folders of some files; nothing where that cannot be read."""
    found: dict[Path, Entry] = {}
    for folder in {path.parent for path in paths}:
        try:
            noted = json.loads((folder / MANIFEST).read_text("utf-8")) if (folder / MANIFEST).is_file() else {}
            found |= {folder / name: Entry(str(one["made_from"]), str(one["content"])) for name, one in noted.items()}
        except (OSError, ValueError, AttributeError, KeyError, TypeError, RecursionError):
            continue
    return found


def _content(path: Path) -> str:
    """A digest of a file; empty for one that is not there."""
    try:
        return sha256(path.read_bytes()).hexdigest()[:32]
    except (OSError, ValueError):
        return ""


def is_drawing(path: Path) -> bool:
    """Whether a file says of itself that it was drawn here; formats that cannot say it are known by the list alone."""
    try:
        content = path.read_bytes()
    except (OSError, ValueError):
        return False
    return any(mark in content for mark in _MARKS)
