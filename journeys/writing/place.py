"""Where something may be written: not through links, not over what people write, not outside the folder asked for."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from journeys.errors import UsageError
from journeys.file_names import is_source

_STREAMS = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/self/fd/")


def is_stream(target: Path) -> bool:
    """Whether something is no file, but a pipe or a device: it is written to, and never replaced by a file."""
    if os.path.abspath(target).startswith(_STREAMS):  # noqa: PTH100 - resolving would follow links
        return True
    try:
        mode = target.lstat().st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def output_place(target: Path, within: Path | None, *, sources: bool = False) -> Path:
    """The absolute path of what is to be written. Raises UsageError, in words, where nothing may be.

    `sources` allows the names of files that people write.
    """
    path = _absolute(target)
    if not sources and is_source(path.name):
        raise UsageError(f"{target} is the name of a file that people write, and is not written over: name another")
    if within is not None and not path.is_relative_to(_absolute(within)):
        raise UsageError(f"{target} lies outside {within}, where everything is to be written")
    for step in _way(path, within):
        _refuse_step(step, path, target)
    return path


def _refuse_step(step: Path, path: Path, target: Path) -> None:
    try:
        mode = step.lstat().st_mode
    except (OSError, ValueError):
        return  # What is not there is made; what is wrong with a name is told when it is.
    name = target if step == path else _shown(step)
    if stat.S_ISLNK(mode):
        raise UsageError(f"{name} is a link, and is not written through: name what it leads to, or move it away")
    if step != path and not stat.S_ISDIR(mode):
        raise UsageError(f"{target} cannot be written: {name} is a file, and a folder would have to stand there")
    if step == path and stat.S_ISDIR(mode):
        raise UsageError(f"{target} is a folder, and a file would have to stand there: name another")


def _shown(step: Path) -> Path:
    return step.relative_to(Path.cwd()) if step.is_relative_to(Path.cwd()) else step


def _way(path: Path, within: Path | None) -> Iterator[Path]:
    """What is looked at: each folder below the working folder or, elsewhere, from the folder asked for on; the file.

    How a person came to the folder that they work in, or name with its whole path, is their own matter.
    """
    start = Path.cwd()
    if not path.is_relative_to(start):
        start = (_absolute(within) if within is not None else path).parent
    below = path.relative_to(start)
    yield from (start.joinpath(*below.parts[:count]) for count in range(1, len(below.parts)))
    # A file where a folder should be may stand anywhere on the way.
    yield from (folder for folder in (start, *start.parents) if os.path.lexists(folder) and not folder.is_dir())
    yield path


def may_stand(path: Path) -> bool:
    """Whether anything has this name."""
    return os.path.lexists(path)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolving would follow links
