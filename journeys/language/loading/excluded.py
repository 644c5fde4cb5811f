"""What a search of folders leaves out: by the workspace file's `exclude`, and by git's `.gitignore`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from journeys.file_names import WORKSPACES
from journeys.language.loading.document import Document
from journeys.language.loading.reader import read
from journeys.language.source import Source

_WILD = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_PARTS = re.compile(r"\*\*/|\*\*|\*|\?")


@dataclass(frozen=True)
class Excluded:
    """Patterns of a workspace file: `*` and `?` stand for parts of a name, `**` for folders.

    One without a slash is of a name in any folder, one with a slash begins at the workspace's folder.
    """

    patterns: tuple[re.Pattern[str], ...] = ()

    def covers(self, path: str) -> bool:
        """Whether a path from the workspace's folder, with `/`, or a folder above it, is left out."""
        parts = path.strip("/").split("/")
        above = ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]
        return any(pattern.fullmatch(one) for pattern in self.patterns for one in above)


NOTHING = Excluded()


def excluded_by(text: str) -> Excluded:
    """What the text of a workspace file leaves out; what is wrong with it is told where the file is checked."""
    if "exclude" not in text:
        return NOTHING
    data = Document(Source("", text)).data
    said = data.get("exclude") if isinstance(data, dict) else None
    words = said if isinstance(said, list) else [said]
    return Excluded(tuple(_pattern(word) for word in words if isinstance(word, str) and word.strip("/ ")))


def _pattern(word: str) -> re.Pattern[str]:
    bare = word.strip().removeprefix("./").rstrip("/")
    anywhere = "" if "/" in bare else "(?:[^/]+/)*"
    parts, at = [anywhere], 0
    for match in _PARTS.finditer(bare.lstrip("/")):
        parts += [re.escape(bare.lstrip("/")[at : match.start()]), _WILD[match[0]]]
        at = match.end()
    return re.compile("".join([*parts, re.escape(bare.lstrip("/")[at:])]), re.DOTALL)


class Leaving:
    """What is left out on a walk through folders: each workspace says it of what is below it."""

    def __init__(self, root: Path | None) -> None:
        self._known: list[tuple[str, Excluded]] = []
        if root is not None:
            self._add(root, (name for name in WORKSPACES if os.path.lexists(root / name)))

    def enter(self, folder: str, names: Iterable[str]) -> None:
        """Heed a folder's workspace file, if it has one among its files."""
        self._add(Path(folder), names)

    def _add(self, folder: Path, names: Iterable[str]) -> None:
        there = set(names)
        name = next((one for one in WORKSPACES if one in there), None)
        if name is not None:
            excluded = excluded_by(read(folder / name).text)
            if excluded.patterns:
                self._known.append((os.path.abspath(folder), excluded))  # noqa: PTH100 - resolving would follow links

    def covers(self, folder: str, name: str) -> bool:
        """Whether a file or folder in a folder is left out."""
        if not self._known:
            return False
        path = os.path.abspath(os.path.join(folder, name))  # noqa: PTH100, PTH118 - resolving would follow links
        return any(
            excluded.covers(os.path.relpath(path, root).replace(os.sep, "/"))
            for root, excluded in self._known
            if path.startswith(root.rstrip(os.sep) + os.sep)
        )


def without_ignored(folder: Path, files: Sequence[Path]) -> list[Path]:
    """The files below a folder without those that git ignores; all where there is no git, or it ignores the folder."""
    homes: dict[Path, list[Path]] = {}
    for file in files:
        home = _repository_of(file)
        if home is not None:
            homes.setdefault(home, []).append(file)
    ignored: set[Path] = set()
    for home, own in homes.items():
        ignored |= _ignored(home, own, folder)
    return [file for file in files if file not in ignored]


def _repository_of(file: Path) -> Path | None:
    return next((one for one in file.absolute().parents if (one / ".git").exists()), None)


def _ignored(home: Path, files: Sequence[Path], folder: Path) -> set[Path]:
    from journeys.errors import ToolError
    from journeys.language.git import Repository

    inside = folder.resolve()
    names = {file: (file.parent.resolve() / file.name).as_posix() for file in files}
    asked = [*names.values(), *([inside.as_posix()] if inside != home.resolve() else [])]
    try:
        found = Repository(home).ignored(asked)
    except ToolError:
        return set()  # No git, or one that refuses: everything is read.
    if inside.as_posix() in found:
        return set()  # Somebody who names a folder that is ignored wants what is in it.
    return {file for file, name in names.items() if name in found}
