"""The fixes of findings in the files of a workspace."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from journeys.checks.fixes.fix import Fixed, fix_text
from journeys.errors import ToolError
from journeys.graph.workspace import Workspace
from journeys.language.finding import Located
from journeys.language.loading.discover import workspace_file
from journeys.language.loading.reader import read
from journeys.language.source import Source
from journeys.writing import write_source

# Lines as `git` counts them: other line breaks of Unicode end none.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True)
class FixedFile:
    """A file with its fixes: what it was, what it is to be, and where it is kept (None for text from elsewhere)."""

    source: Source
    fixed: Fixed
    path: Path | None = None

    @property
    def changed(self) -> bool:
        """Whether anything is to be written."""
        return self.fixed.text != self.source.text


def fix_files(workspace: Workspace, located: Iterable[Located]) -> list[FixedFile]:
    """The files with findings that carry a fix, in the order of their names. Nothing is written."""
    by_file: dict[str, list[Located]] = {}
    for item in located:
        for file in dict.fromkeys(edit.place.file for edit in item.finding.fix):
            by_file.setdefault(file, []).append(item)
    paths = paths_of(workspace)
    documents = workspace.files.documents
    return [
        FixedFile(documents[name].source, fix_text(documents[name], by_file[name]), paths.get(name))
        for name in sorted(by_file)
        if name in documents
    ]


def paths_of(workspace: Workspace) -> Mapping[str, Path | None]:
    """Where each file of a workspace is kept, by its name."""
    return dict(_paths(workspace))


def _paths(workspace: Workspace) -> Iterator[tuple[str, Path | None]]:
    files = workspace.files
    yield from ((file.source.name, file.path) for file in files.journeys)
    if files.shared is not None and files.root is not None:
        yield files.shared.source.name, workspace_file(files.root)


def diff(files: Sequence[FixedFile]) -> str:
    """The changes as a unified diff, as `git apply` reads it."""
    return "".join(_unified(file) for file in files if file.changed)


def _unified(file: FixedFile) -> str:
    name = file.source.name
    before, after = (_LINE.findall(text) for text in (file.source.text, file.fixed.text))
    lines = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def write_fixed(file: FixedFile) -> bool:
    """Write a file with its fixes, whole or not at all; a byte order mark stays. True if anything was written.

    Raises ToolError when the file cannot be written, or is no longer what was checked.
    """
    if not file.changed or file.path is None:
        return False
    there = read(file.path)
    if there.text != file.source.text:
        raise ToolError(f"{file.source.name} was changed meanwhile: check it again")
    write_source(file.path, there.encoded(file.fixed.text), before=there.encoded(there.text))
    return True
