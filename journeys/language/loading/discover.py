"""Finding the journeys and the workspace file for the paths somebody named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from journeys.errors import UsageError
from journeys.file_names import SUFFIX, SUFFIXES, WORKSPACES
from journeys.language.loading.excluded import Leaving, without_ignored
from journeys.language.loading.files import LoadedWorkspace
from journeys.language.loading.reader import STDIN, Read, read
from journeys.language.loading.text_finding import TextFinding
from journeys.language.loading.workspace import Texts, load_texts
from journeys.language.source import Span

_SKIPPED = frozenset(("node_modules", "__pycache__"))


@dataclass(frozen=True)
class Found:
    """A workspace (`root` is None where no workspace file governs) and its journey files."""

    root: Path | None
    selected: tuple[Path, ...]


def discover(paths: Iterable[str | Path]) -> tuple[Found, ...]:
    """The workspaces that the named files and folders belong to; `-` is the standard input, read as a file of the
    working folder. Their order, and that of their files, is that of the names, however they were asked for.

    Raises UsageError for a path that is not there and for a folder without journeys.
    """
    roots: dict[Path | None, dict[str, Path]] = {}
    for given in paths:
        path = Path(given)
        for file in _files(path):
            root = workspace_root(file)
            # Files without a workspace have nothing in common but the folder they stand in.
            roots.setdefault(root, {}).setdefault(shown(file), file)
    ordered = sorted(roots, key=lambda root: "" if root is None else root.as_posix())
    return tuple(Found(root, tuple(files for _, files in sorted(roots[root].items()))) for root in ordered)


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = list(journey_files(path))
        shared = path if path.name in WORKSPACES else workspace_file(path)
        if not found and shared is None:
            raise no_journeys(path)
        yield from found or [path if shared is None else shared]
    elif path == STDIN or path.exists() or path.is_symlink():
        yield path
    else:
        raise UsageError(f"{path}: there is no such file or folder")


def no_journeys(folder: Path) -> UsageError:
    """What to say of a folder without journeys: of a link that was not followed, that it was not, and why."""
    links = list(_not_followed(folder))
    if not links:
        return UsageError(f"no journeys in {folder}: their files end in {SUFFIX}; `journeys new` writes one")
    link, reason = links[0]
    others = f"; {len(links) - 1} more are not followed" if len(links) > 1 else ""
    return UsageError(f"no journeys in {folder}: the link {link} {reason}{others}")


def journey_files(folder: Path) -> Iterator[Path]:
    """The journey files below a folder, sorted. Hidden folders, links out of it, and what the workspace file excludes
    or git ignores are passed over.

    A folder that cannot be searched comes last, in place of the files in it: whoever reads it learns why.
    """
    inside = folder.resolve()
    shut: list[OSError] = []
    found = (_journeys_among(names, base, inside) for base, _, names in _searched(folder, shut.append))
    yield from without_ignored(folder, [path for paths in found for path in paths])
    yield from (Path(error.filename) for error in shut)


def _journeys_among(names: Iterable[str], base: str | Path, inside: Path) -> Iterator[Path]:
    for name in names:
        path = Path(base, name)
        if name.endswith(SUFFIXES) and not (_is_link(path) and _leads_astray(path, inside)):
            yield path


def _searched(
    folder: Path, failed: Callable[[OSError], object] | None = None
) -> Iterator[tuple[str, list[str], list[str]]]:
    """As `os.walk`, in the order of the alphabet, without what is hidden, excluded or not written by people."""
    leaving = Leaving(workspace_root(folder / WORKSPACES[0]))
    for base, folders, names in os.walk(folder, onerror=failed):
        leaving.enter(base, names)
        folders[:] = sorted(name for name in _kept(leaving, base, folders) if name not in _SKIPPED)
        yield base, folders, sorted(_kept(leaving, base, names))


def _kept(leaving: Leaving, base: str, names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if not name.startswith(".") and not leaving.covers(base, name))


def _not_followed(folder: Path) -> Iterator[tuple[Path, str]]:
    """The links below a folder that may lead to journeys and are not followed, each with the reason."""
    inside = folder.resolve()
    for base, folders, names in _searched(folder):
        for name in (*folders, *(name for name in names if name.endswith(SUFFIXES))):
            link = Path(base, name)
            if _is_link(link) and (reason := _leads_astray(link, inside)):
                yield link, reason


def shut_folders(folder: Path) -> Iterator[Path]:
    """The folders below a folder, itself among them, that cannot be searched. None for what is no folder."""
    if folder.is_dir():
        yield from (path for path in journey_files(folder) if path.is_dir())


def _leads_astray(link: Path, folder: Path) -> str:
    """Why a link is not followed and what to do, in words; empty for one that stays in its folder."""
    try:
        inside = link.resolve(strict=True).is_relative_to(folder)
    except (OSError, RuntimeError):
        return "leads nowhere, or in a circle: mend it"
    return "" if inside else "leads out of the folder, and is not followed: name what it leads to"


# `os.path` answers where `Path` raises: in a folder that shows names and nothing else, and for a path that is too long.
def _is_link(path: Path) -> bool:
    return os.path.islink(path)  # noqa: PTH114


def _is_there(path: Path) -> bool:
    """Whether anything has that name, be it a folder or a link that leads nowhere."""
    return os.path.lexists(path)


def workspace_root(file: Path) -> Path | None:
    """The nearest folder at or above a file that holds a workspace file; a repository's root is the last looked at.

    Whatever has the name of a workspace file counts as one: what is wrong with it is found when it is read.
    """
    for folder in file.absolute().parents:
        if workspace_file(folder) is not None:
            return folder
        if _is_there(folder / ".git"):
            return None
    return None


def workspace_file(folder: Path) -> Path | None:
    """The workspace file in a folder, None where there is none; of two the first counts."""
    return next((folder / name for name in WORKSPACES if _is_there(folder / name)), None)


def shown(path: Path) -> str:
    """A path as reports show it: relative to the working folder where it lies below it; a folder ends in a slash."""
    if path == STDIN:
        return "stdin"
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolving would follow links
    end = "/" if os.path.isdir(path) else ""  # noqa: PTH112 - a path that is too long is no folder, and no failure
    try:
        return absolute.relative_to(Path.cwd()).as_posix() + end
    except ValueError:
        return absolute.as_posix() + end


def load_found(found: Found) -> LoadedWorkspace:
    """Load a workspace: the named journeys, and the others of it where the named ones refer to them.

    Where no workspace file governs, the others are those that stand beside the named ones, in the same folders.
    """
    texts = _texts(file for file in found.selected if file.name not in WORKSPACES)
    path = workspace_file(found.root) if found.root is not None else None
    if path is None:
        return load_texts(texts, others=lambda: _others(found))
    shared = shown(path)
    return load_texts({shared: _shared(path), **texts}, shared=shared, others=lambda: _others(found), root=found.root)


def _shared(path: Path) -> Read:
    """A workspace file; that another one stands beside it, and counts for nothing, is a finding."""
    got = read(path)
    for name in WORKSPACES:
        if name != path.name and _is_there(path.with_name(name)):
            message = f"a workspace has one file, and {name} stands beside this one: it is not read"
            unread = TextFinding("unreadable-file", message, Span(0, 0), f"put what it says here, and take {name} away")
            return got._replace(findings=(*got.findings, unread))
    return got


def _texts(files: Iterable[Path]) -> Texts:
    return {shown(file): read(file) for file in files}


def _others(found: Found) -> Texts:
    known = {file.resolve() for file in found.selected}
    return _texts(file for file in _of_the_workspace(found) if file.resolve() not in known)


def _of_the_workspace(found: Found) -> Iterator[Path]:
    if found.root is not None:
        yield from (file for file in journey_files(found.root) if workspace_root(file) == found.root)
        return
    for folder in dict.fromkeys(file.parent for file in found.selected):
        # Not what lies below: that may be a whole disk.
        for base, _, names in islice(_searched(folder), 1):
            yield from _journeys_among(names, base, folder.resolve())
