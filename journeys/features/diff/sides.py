"""The two sides of a comparison, named by files, folders or revisions."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from journeys.api import workspace_of
from journeys.errors import UsageError
from journeys.features.diff.changes import WorkspaceDiff
from journeys.features.diff.compare import compare
from journeys.features.diff.snapshot import Snapshot, in_listing, on_disk
from journeys.graph.workspace import Workspace
from journeys.language.git import Repository, repository, unknown


def sides(old: str, new: str | None = None) -> list[tuple[Workspace, Workspace]]:
    """The workspaces to compare, old and new. Each side is a path, `revision` or `revision:path`.

    A revision alone means the same file or folder there as on the other side. Without `new`, the working tree is
    the new side. A workspace that is on one side only is compared with an empty one. Raises UsageError for what is
    neither a path nor a revision, ToolError where git fails.
    """
    if new is None and _is_bare(Path()):
        raise UsageError("this repository has no working tree to compare with: name two revisions")
    paths = [word is not None and _is_path(word) for word in (old, new)]
    path = Path(new) if new is not None and paths[1] else Path()
    before = _on_disk(Path(old), paths[1] or new is None) if paths[0] else _revision(old, path)
    beside = Path(old) if paths[0] else Path()
    after = _on_disk(path, paths[0]) if new is None or paths[1] else _revision(new, beside)
    return _paired(before, after)


def _on_disk(path: Path, alone: bool) -> Snapshot:
    """A file or folder on the disk; beside a revision (not `alone`) only what could be in one: nothing ignored."""
    home = None if alone else repository(path if path.is_dir() else path.parent)
    return on_disk(path) if home is None else on_disk(path, frozenset(home.root / name for name in home.present()))


def differences(pairs: Iterable[tuple[Workspace, Workspace]]) -> WorkspaceDiff:
    """All differences of some workspaces, as `sides` gives them."""
    found = [compare(before, after) for before, after in pairs]
    return WorkspaceDiff(
        tuple(one for diff in found for one in diff.journeys),
        tuple(one for diff in found for one in diff.people),
        tuple(one for diff in found for one in diff.shared),
        tuple(one for diff in found for one in diff.appeared),
        tuple(one for diff in found for one in diff.gone),
        tuple(one for diff in found for one in diff.agreements),
    )


def _is_path(word: str) -> bool:
    return "\0" not in word and os.path.lexists(word) and not _is_bare(Path(word).parent)


def _is_bare(folder: Path) -> bool:
    """Whether a folder is git's own: `HEAD` is a file there, and is meant as the revision."""
    return all((folder / name).exists() for name in ("HEAD", "objects", "refs"))


def _revision(word: str, beside: Path) -> Snapshot:
    """The snapshot of a revision: of the path it names, or of the one that is `beside` it."""
    folder = beside if beside.is_dir() else beside.parent
    home = repository(folder)
    if home is None:
        raise UsageError(f"“{word}” is no file or folder, and {folder.absolute()} is in no git repository")
    commit = home.commit(word)
    if commit is not None:
        return _in_commit(home, commit, _inside(beside, home.root))
    revision, colon, path = word.partition(":")
    commit = home.commit(revision) if colon else None
    if commit is None:
        raise unknown(word)
    focus = _normal(path, folder, home.root)
    return _in_commit(home, commit, focus, asked=word)


def _in_commit(home: Repository, commit: str, focus: str, *, asked: str = "") -> Snapshot:
    ids = home.files(commit)
    if asked and focus and focus not in ids and not any(name.startswith(f"{focus}/") for name in ids):
        raise UsageError(f"{asked}: there is no “{focus}” in that revision")
    return in_listing(ids, focus, lambda names: home.contents({name: ids[name] for name in names}))


def _inside(path: Path, root: Path) -> str:
    real = Path(os.path.realpath(path))
    try:
        inside = real.relative_to(os.path.realpath(root)).as_posix()
    except ValueError:
        raise UsageError(f"{path} is in another repository than the working folder") from None
    return "" if inside == "." else inside


def _normal(path: str, folder: Path, root: Path) -> str:
    """A path in a revision, from the root of the repository; `./` begins at the working folder."""
    if path.startswith(("./", "../")):
        return _inside(folder / path, root)
    normal = PurePosixPath(path).as_posix().strip("/")
    return "" if normal == "." else normal


def _paired(old: Snapshot, new: Snapshot) -> list[tuple[Workspace, Workspace]]:
    before, after = old.workspaces(), new.workspaces()
    if len(before) == len(after) == 1:
        return [(next(iter(before.values())), next(iter(after.values())))]
    nothing = workspace_of({})
    return [(before.get(home, nothing), after.get(home, nothing)) for home in sorted({*before, *after})]
