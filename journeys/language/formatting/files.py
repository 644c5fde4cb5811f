"""Files and folders in the canonical layout, each written whole or not at all; one that fails stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from journeys.errors import JourneysError, UsageError
from journeys.language.formatting.text import Formatted, format_text
from journeys.language.loading.discover import journey_files, no_journeys, shown, workspace_file, workspace_root
from journeys.language.loading.reader import STDIN, Read, read
from journeys.language.source import Source
from journeys.writing import write_source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, and how it is shown (`name`); why it could not be read, or why it could not be written."""

    path: Path
    name: str
    formatted: Formatted | None = None
    unread: str = ""
    failure: str = ""
    bytes_differ: bool = False

    @property
    def changed(self) -> bool:
        """Whether the file's layout differs (a byte order mark counts)."""
        return self.bytes_differ or (self.formatted is not None and self.formatted.changed)

    @property
    def findings(self) -> tuple[str, ...]:
        """What is wrong with the text, each with its line and column."""
        if self.formatted is None:
            return ()
        source = Source(self.name, self.formatted.before)
        lines = []
        for found in self.formatted.findings:
            line, column = source.position(found.span.start)
            lines.append(f"{self.name}:{line}:{column}: {found.message}; {found.help}")
        return tuple(lines)


def format_files(paths: Iterable[str | Path], *, write: bool) -> Iterator[Outcome]:
    """The outcome for each journey and workspace file in some files and folders, written where `write` says so.

    Raises UsageError for a path that is not there, or that holds no journeys, before anything is written.
    """
    files = {shown(file): file for given in paths for file in _files(Path(given))}
    for _, path in sorted(files.items()):
        yield _format_file(path, write=write)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        journeys = list(journey_files(path))
        roots = {root for root in map(workspace_root, journeys) if root is not None}
        inside = path.resolve()
        inner = (root for root in sorted(roots) if root.resolve().is_relative_to(inside))
        seen = {file.resolve(): file for root in (*inner, path) if (file := workspace_file(root)) is not None}
        if not journeys and not seen:
            raise no_journeys(path)
        return [*seen.values(), *journeys]
    if path == STDIN or path.exists() or path.is_symlink():
        return [path]
    raise UsageError(f"{path}: there is no such file or folder")


def _format_file(path: Path, *, write: bool) -> Outcome:
    name = shown(path)
    got: Read = read(path)
    if got.findings:
        return Outcome(path, name, unread=f"{got.findings[0].message}; {got.findings[0].help}")
    try:
        formatted = format_text(got.text)
        outcome = Outcome(path, name, formatted, bytes_differ=got.marked and not formatted.findings)
        if write and outcome.changed and path != STDIN:
            write_source(path, formatted.after.encode("utf-8"), before=got.encoded(got.text))
    except JourneysError as error:
        return Outcome(path, name, failure=str(error))
    return outcome
