"""One of the ways written into the files: the one that was shown, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journeys.checks.fixes import Fixed, FixedFile, paths_of, write_fixed
from journeys.errors import ToolError, UsageError
from journeys.features.mend.shown import Shown
from journeys.language.loading.reader import read
from journeys.mending import Mend

_WORD = re.compile(r"(\d+)(?:@([0-9a-f]+))?", re.ASCII)


def chosen(found: Shown, word: str) -> Mend:
    """The way of a number, `2`, or of a number and the mark of the files that it was shown for, `2@3fa9c2`.

    Raises UsageError where there is none, where it cannot be written, and where the files are others by now.
    """
    match = _WORD.fullmatch(word)
    if match is None:
        raise UsageError(f"“{word}” is no way: write its number, like `--write 1`, or as it was shown `1@{found.mark}`")
    if match[2] and match[2] != found.mark:
        raise UsageError(
            f"the files were changed since these ways were shown (their mark is {found.mark} now): nothing is written; "
            "look at the ways again"
        )
    number = int(match[1])
    if not 1 <= number <= len(found.ways):
        many = (
            f"there are {len(found.ways)}" if len(found.ways) > 1 else "there is one" if found.ways else "there is none"
        )
        raise UsageError(f"way {number} is not there: {many}")
    way = found.ways[number - 1]
    if not way.writable:
        said = next(remedy.text for remedy in way.remedies if not remedy.writable)
        raise UsageError(f"way {number} cannot be written by a tool, since people have to do this: {said}")
    return way


def files_of(found: Shown, way: Mend) -> list[FixedFile]:
    """The files that a way changes, in the order of their names."""
    documents, paths = found.workspace.files.documents, paths_of(found.workspace)
    return [FixedFile(documents[name].source, Fixed(text), paths.get(name)) for name, text in sorted(way.texts.items())]


def write(files: Sequence[FixedFile]) -> None:
    """Write all of some files, or none where one is no longer what was read.

    Raises UsageError for what stands in no file, ToolError where one was changed meanwhile or cannot be written.
    """
    for file in files:
        if file.path is None:
            raise UsageError(f"{file.source.name} is no file that can be written: save it, and name that")
        if read(file.path).text != file.source.text:
            raise ToolError(f"{file.source.name} was changed meanwhile: nothing is written; look at the ways again")
    for file in files:
        write_fixed(file)
