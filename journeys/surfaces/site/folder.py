"""A site put in its place: whole or not at all, and never over anything else."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from journeys.errors import ToolError, UsageError
from journeys.surfaces.site.build import Page

MANIFEST = ".journeys-site"
"""The file that makes a folder known as a site, with the paths of all that was written."""

_OPENING = "A site written by `journeys site`, which replaces these files:"


def write_site(out: Path, pages: Iterable[Page]) -> int:
    """Write a site's pages into the folder `out`, in place of an earlier site there; give back how many files.

    Raises UsageError where something else stands there, ToolError when it cannot be written. In both cases all is as
    it was. `pages` is read only after `out` has been looked at.
    """
    target = Path(os.path.abspath(out))  # noqa: PTH100 - resolving would follow links
    _refuse_others(target, out)
    place = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        place = tempfile.mkdtemp(prefix=f".{target.name[:60]}.", dir=target.parent)
        count = _write(Path(place, "new"), pages)
        _swap(Path(place), target)
        return count
    except OSError as error:
        raise ToolError(f"{out} cannot be written: {error.strerror or error}") from None
    finally:
        if place:
            shutil.rmtree(place, ignore_errors=True)


def _write(folder: Path, pages: Iterable[Page]) -> int:
    folder.mkdir()
    names: list[str] = []
    for page in pages:
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.content)
        names.append(page.path)
    (folder / MANIFEST).write_text("\n".join([_OPENING, *sorted(names), ""]), encoding="utf-8", newline="\n")
    return len(names)


def _swap(place: Path, target: Path) -> None:
    """Put `place/new` where the target stands; if that fails the earlier site goes back."""
    old = place / "old"
    if target.exists():
        target.rename(old)
    try:
        (place / "new").rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


def _refuse_others(target: Path, out: Path) -> None:
    """Raise UsageError unless the target is missing, empty, or a site with nothing else in it."""
    if target.is_symlink():
        raise UsageError(f"{out} is a symbolic link: name the folder it leads to")
    if not target.exists():
        return
    if not target.is_dir():
        raise UsageError(f"{out} is a file: name a folder for the site")
    try:
        there = sorted(path for path in _files(target) if path != MANIFEST)
        ours = _manifest(target)
    except OSError as error:
        raise UsageError(f"{out} cannot be read: {error.strerror or error}") from None
    if ours is None and there:
        raise UsageError(f"{out} holds other things and no earlier site: name a new or an empty folder")
    foreign = [path for path in there if path not in (ours or ())]
    if foreign:
        raise UsageError(f"{out}/{foreign[0]} was not written by `journeys site`: move it away, or name another folder")


def _files(folder: Path) -> Iterable[str]:
    """All files below a folder, and links, by their POSIX paths from it."""
    for base, folders, names in os.walk(folder, onerror=_raise):
        links = [name for name in folders if Path(base, name).is_symlink()]
        for name in (*names, *links):
            yield Path(base, name).relative_to(folder).as_posix()


def _raise(error: OSError) -> None:
    raise error


def _manifest(target: Path) -> frozenset[str] | None:
    """The files of the site that stands in a folder, or None if there is no site."""
    path = target / MANIFEST
    if path.is_symlink() or not path.is_file():
        return None
    opening, *names = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return frozenset(names) if opening == _OPENING else None
