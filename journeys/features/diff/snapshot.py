"""Workspaces as they stand in a set of files: on the disk, or in a revision of a repository."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from journeys.api import workspace_of
from journeys.errors import UsageError
from journeys.file_names import SUFFIXES, WORKSPACES
from journeys.graph.workspace import Workspace
from journeys.language.loading.discover import journey_files, no_journeys, workspace_file, workspace_root
from journeys.language.loading.excluded import excluded_by
from journeys.language.loading.reader import Read, decode, read


@dataclass(frozen=True)
class Snapshot:
    """Files by their path below `base`, and which of them are asked for: `focus`, a file or folder (`""` for all)."""

    files: Mapping[str, Read]
    focus: str = ""

    def workspaces(self) -> dict[str, Workspace]:
        """The workspaces by their folder (`""` for the files that no workspace file governs).

        Names of files are relative to the base, so that two snapshots can be compared.
        """
        homes: dict[str, list[str]] = {}
        for name in sorted(self.files):
            if name.endswith(SUFFIXES) and not self._is_left_out(name):
                homes.setdefault(self._home(name), []).append(name)
        asked = {home: names for home, names in homes.items() if any(map(self._asked, names))}
        return {home: self._workspace(home, names) for home, names in asked.items()}

    def _home(self, name: str) -> str:
        parents = (parent.as_posix() for parent in PurePosixPath(name).parents)
        return next((home for home in parents if _shared(home, self.files)), "")

    def _is_left_out(self, name: str) -> bool:
        """Whether the workspace file above a file excludes it; not for the one file that is asked for."""
        home = self._home(name)
        shared = _shared(home, self.files)
        if not shared or name == self.focus:
            return False
        return excluded_by(self.files[shared].text).covers(name.removeprefix(f"{home}/"))

    def _asked(self, name: str) -> bool:
        return self.focus in ("", name) or name.startswith(f"{self.focus}/")

    def _workspace(self, home: str, names: Iterable[str]) -> Workspace:
        shared = _shared(home, self.files) if home else ""
        texts = {name: self.files[name] for name in (*((shared,) if shared else ()), *names)}
        return workspace_of(texts, shared=shared, selected=set(filter(self._asked, texts)))


def _joined(folder: str, name: str) -> str:
    return name if folder in ("", ".") else f"{folder}/{name}"


def _shared(folder: str, names: Collection[str]) -> str:
    """The path of a folder's workspace file among some, empty where there is none."""
    return next((path for name in WORKSPACES if (path := _joined(folder, name)) in names), "")


def on_disk(path: Path, among: Collection[Path] | None = None) -> Snapshot:
    """A file or folder as it stands on the disk, with all of its workspace; of other files those `among` some.

    Raises UsageError for nothing.
    """
    if not path.exists():
        raise UsageError(f"{path}: there is no such file or folder")
    folder = path if path.is_dir() else path.parent
    root = workspace_root(folder / WORKSPACES[0])
    base = root or folder.absolute()
    found = set(journey_files(base)) if path.is_dir() or root is not None else set()
    found |= set() if path.is_dir() or path.name in WORKSPACES else {base / path.absolute().relative_to(base)}
    if not found and root is None:
        raise no_journeys(path)
    if among is not None:
        # A link is no file of a revision either.
        found = {file for file in found if file.parent.resolve() / file.name in among and not file.is_symlink()}
    homes = {home for file in found if (home := workspace_root(file)) is not None} | ({root} if root else set())
    shared = {file for home in homes if (file := workspace_file(home)) is not None}
    files = {file.relative_to(base).as_posix(): read(file) for file in sorted(found | shared)}
    focus = "" if path.name in WORKSPACES else path.absolute().relative_to(base).as_posix()
    return Snapshot(files, "" if focus == "." else focus)


def in_listing(names: Iterable[str], focus: str, content: Callable[[list[str]], Mapping[str, bytes]]) -> Snapshot:
    """A file or folder (`focus`) among the files of a revision; `content` gives the bytes of those that are needed."""
    known = {name for name in names if name.endswith(SUFFIXES) or PurePosixPath(name).name in WORKSPACES}
    parents = [focus, *(parent.as_posix() for parent in PurePosixPath(focus).parents)] if focus else [""]
    homes = ["" if home == "." else home for home in parents]
    base = next((home for home in homes if _shared(home, known)), None)
    if base is None:
        base = focus if focus not in known else PurePosixPath(focus).parent.as_posix().removeprefix(".")
    wanted = sorted(name for name in known if not base or name.startswith(f"{base}/"))
    cut = len(base) + 1 if base else 0
    files = {name[cut:]: decode(data) for name, data in content(wanted).items()}
    inside = focus[cut:] if len(focus) > len(base) and focus.rsplit("/", 1)[-1] not in WORKSPACES else ""
    return Snapshot(files, inside)
