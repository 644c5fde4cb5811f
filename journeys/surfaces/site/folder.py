"""A site put in its place: page for page into a folder that is never missing, and never over anything else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journeys.errors import ToolError, UsageError
from journeys.surfaces.site.build import Page
from journeys.writing import check_output, write_output

MANIFEST = ".journeys-site"
"""The file that makes a folder known as a site, with the paths of all that was written."""

_OPENING = "A site written by `journeys site`, which replaces these files:"
_MAKING = ".journeys-site.new"
"""The folder within a site in which the next one is made; one that was left behind is taken away."""


def write_site(out: Path, pages: Iterable[Page]) -> int:
    """Write a site's pages into the folder `out`, in place of an earlier site there; give back how many files.

    All pages are made before the first is put in its place, so one that fails leaves all as it was. `pages` is read
    only after `out` has been looked at. Raises UsageError where something else stands there, ToolError when it cannot
    be written.
    """
    target = Path(os.path.abspath(out))  # noqa: PTH100 - resolving would follow links
    earlier = _earlier(target, out)
    try:
        with _made(target, pages) as (making, names):
            _put(making, target, names, earlier)
        return len(names)
    except OSError as error:
        raise ToolError(f"{out} cannot be written: {error.strerror or error}") from None


@contextmanager
def _made(target: Path, pages: Iterable[Page]) -> Iterator[tuple[Path, list[str]]]:
    """A folder with the new pages, and their paths in it; it is gone at the end, and a target that stays empty too."""
    check_output(target / MANIFEST, within=target)
    making, fresh = target / _MAKING, not target.exists()
    target.mkdir(parents=True, exist_ok=True)
    try:
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        yield making, [_page(making, page) for page in pages]
    finally:
        shutil.rmtree(making, ignore_errors=True)
        if fresh:
            with suppress(OSError):
                target.rmdir()


def _page(folder: Path, page: Page) -> str:
    path = folder / page.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page.content)
    return page.path


def _put(making: Path, target: Path, names: list[str], earlier: frozenset[str]) -> None:
    """Move the pages to their places, and take away those of the earlier site that are no more.

    Until that is done the list holds both, so that a site of which the making was ended is known as one.
    """
    for name in names:
        check_output(target / name, within=target, replaces=name in earlier)
    _list(target, {*names, *earlier})
    for name in names:
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        check_output(path, within=target, replaces=name in earlier)
        (making / name).replace(path)
    for name in sorted(earlier.difference(names), reverse=True):
        path = target / name
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == target or any(folder.iterdir()):
                break
            folder.rmdir()
    _list(target, names)


def _list(target: Path, names: Iterable[str]) -> None:
    content = "\n".join([_OPENING, *sorted(names), ""])
    write_output(target / MANIFEST, content.encode(), within=target)


def _earlier(target: Path, out: Path) -> frozenset[str]:
    """The files of the site that stands there. Raises UsageError where there is anything else."""
    if target.is_symlink():
        raise UsageError(f"{out} is a symbolic link: name the folder it leads to")
    if not target.exists():
        return frozenset()
    if not target.is_dir():
        raise UsageError(f"{out} is a file: name a folder for the site")
    try:
        there = sorted(path for path in _files(target) if path != MANIFEST and not path.startswith(f"{_MAKING}/"))
        ours = _manifest(target)
    except OSError as error:
        raise UsageError(f"{out} cannot be read: {error.strerror or error}") from None
    if ours is None and there:
        raise UsageError(f"{out} holds other things and no earlier site: name a new or an empty folder")
    foreign = [path for path in there if path not in (ours or ())]
    if foreign:
        raise UsageError(f"{out}/{foreign[0]} was not written by `journeys site`: move it away, or name another folder")
    return frozenset(there)


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
