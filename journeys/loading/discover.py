"""Finding the journeys and the workspace file for the paths somebody named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from journeys.errors import UsageError
from journeys.loading.files import NO_SHARED, SUFFIX, WORKSPACE, LoadedFile, LoadedWorkspace, load_file, load_shared
from journeys.loading.reader import read

_SKIPPED = frozenset(("node_modules", "__pycache__"))


@dataclass(frozen=True)
class Found:
    """A workspace (`root` is None where no workspace file governs) and its journey files."""

    root: Path | None
    selected: tuple[Path, ...]


def discover(paths: Iterable[str | Path]) -> tuple[Found, ...]:
    """The workspaces that the named files and folders belong to, in order.

    Raises UsageError for a path that is not there and for a folder without journeys.
    """
    roots: dict[Path | None, dict[Path, None]] = {}
    for given in paths:
        path = Path(given)
        for file in _files(path):
            root = workspace_root(file)
            # Files without a workspace have nothing in common but the folder they stand in.
            roots.setdefault(root, {})[file] = None
    return tuple(Found(root, tuple(files)) for root, files in roots.items())


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = list(journey_files(path))
        if not found and not (path / WORKSPACE).is_file():
            raise UsageError(f"no journeys in {path}: their files end in {SUFFIX}; `journeys new` writes one")
        yield from found or [path / WORKSPACE]
    elif path.exists() or path.is_symlink():
        yield path
    else:
        raise UsageError(f"{path}: there is no such file or folder")


def journey_files(folder: Path) -> Iterator[Path]:
    """The journey files below a folder, sorted. Hidden folders, and links out of it, are passed over.

    A folder that cannot be searched comes last, in place of the files in it: whoever reads it learns why.
    """
    inside = folder.resolve()
    shut: list[OSError] = []
    for base, folders, names in os.walk(folder, onerror=shut.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(names):
            if name.endswith(SUFFIX) and not name.startswith("."):
                path = Path(base, name)
                # `os.path` answers where `Path` raises: in a folder that shows names and nothing else.
                if not os.path.islink(path) or _stays(path, inside):  # noqa: PTH114
                    yield path
    yield from (Path(error.filename) for error in shut)


def shut_folders(folder: Path) -> Iterator[Path]:
    """The folders below a folder, itself among them, that cannot be searched. None for what is no folder."""
    if folder.is_dir():
        yield from (path for path in journey_files(folder) if path.is_dir())


def _stays(link: Path, folder: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(folder)
    except (OSError, RuntimeError):
        return False


def workspace_root(file: Path) -> Path | None:
    """The nearest folder at or above a file that holds a workspace file; a repository's root is the last looked at."""
    for folder in file.absolute().parents:
        if os.path.isfile(folder / WORKSPACE):  # noqa: PTH113 - as above
            return folder
        if os.path.lexists(folder / ".git"):
            return None
    return None


def shown(path: Path) -> str:
    """A path as reports show it: relative to the working folder where it lies below it; a folder ends in a slash."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolving would follow links
    end = "/" if os.path.isdir(path) else ""  # noqa: PTH112 - a path that is too long is no folder, and no failure
    try:
        return absolute.relative_to(Path.cwd()).as_posix() + end
    except ValueError:
        return absolute.as_posix() + end


def load_found(found: Found) -> LoadedWorkspace:
    """Load a workspace: the named journeys, and the others of it where the named ones refer to them."""
    document, model, findings = NO_SHARED
    if found.root is not None:
        path = found.root / WORKSPACE
        document, model, findings = load_shared(read(path), shown(path))
    lanes = tuple(model.lanes) if model else ()
    journeys = [load_file(file, shown(file), lanes) for file in found.selected if file.name != WORKSPACE]
    if found.root is not None and any(_refers_elsewhere(journey) for journey in journeys):
        journeys += _others(found, lanes)
        journeys.sort(key=lambda journey: journey.source.name)
    documents = {journey.source.name: journey.document for journey in journeys}
    if document is not None:
        documents[document.source.name] = document
    return LoadedWorkspace(tuple(journeys), document, model, findings, found.root, documents)


def _refers_elsewhere(journey: LoadedFile) -> bool:
    """Whether a journey may speak of another: a slash in `to` or in `relies_on`."""
    model = journey.model
    if any("/" in condition for promise in model.promises.values() for condition in promise.relies_on):
        return True
    return "/" in journey.source.text and any(
        mark in journey.source.text for mark in ("to:", "next:", "relies_on:", "anywhere:")
    )


def _others(found: Found, lanes: tuple[str, ...]) -> list[LoadedFile]:
    assert found.root is not None
    known = {file.resolve() for file in found.selected}
    others = [file for file in journey_files(found.root) if file.resolve() not in known]
    inside = [file for file in others if workspace_root(file) == found.root]
    return [load_file(file, shown(file), lanes, selected=False) for file in inside]
