"""How a file of answers is read, written into a file of the workspace: the next time nobody is asked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from journeys.api import edited
from journeys.checks.fixes import FixedFile, conflicts, fix_files
from journeys.errors import UsageError
from journeys.graph.workspace import Workspace
from journeys.language.finding import Edit, Entered, Finding, Located, Paired, Place
from journeys.surveys.legend import CALLED, Legend

Said = tuple[tuple[str, str | tuple[str, ...] | Paired], ...]
"""What stands under a survey's name in the file, key by key."""


def saved(workspace: Workspace, target: str, name: str, says: Said) -> FixedFile:
    """A survey written into the text of a file of a workspace (its own, or a journey's, by name); comments stay.

    Nothing is written to disk (`journeys.checks.fixes.write_fixed` does). Raises UsageError where a survey has that
    name, where the file cannot be read to its end, cannot hold it as it is laid out, or would not be right with it.
    """
    document = workspace.files.documents[target]
    if not document.whole or not isinstance(document.data, dict):
        raise UsageError(f"{target} cannot be read to its end: mend it first (`journeys check` tells what is wrong)")
    there = document.data.get("surveys")
    if isinstance(there, dict) and name in there:
        raise UsageError(f"--save {name}: {target} has a survey of that name already; take another, or change that one")
    place = Place(target, ())
    finding = Finding("a survey is to be saved", place, fix=(_edit(place, name, says),))
    (file,) = fix_files(workspace, [Located(finding, document.source, document.span(place))])
    if file.fixed.skipped:
        raise UsageError(f"the survey cannot be written into {target} as it is laid out: run `journeys format` on it")
    wrong = next(conflicts(workspace, edited(workspace, {target: file.fixed.text})), "")
    if wrong:
        raise UsageError(f"--save {name}: {wrong}")
    return file


def _edit(place: Place, name: str, says: Said) -> Edit:
    return Edit(place, "enter", key="surveys", entries=(Entered(name, says),))


def said_of(
    title: str, files: Sequence[str], legend: Legend, more: Said = (), measure: str = "", last: Said = ()
) -> Said:
    """What a survey says in the file: its title, its files, its measure, and how they are read; `more` stands before
    what words mean, `last` at the end."""
    says: Said = (
        ("survey", title),
        ("file", files[0] if len(files) == 1 else tuple(files)),
        ("sheet", legend.sheet),
        ("measure", measure),
        ("on", str(legend.on or "")),
        ("columns", Paired(tuple((role, heading) for role, heading in legend.columns.items() if role not in CALLED))),
        ("questions", Paired(tuple(legend.questions.items()))),
        *more,
        ("answers", Paired(tuple(legend.answers.items()))),
        ("dates", legend.dates),
        *last,
    )
    return tuple((key, value) for key, value in says if value not in ("", Paired(())))


def called_back(file: str, legend: Legend) -> Said:
    """What a survey says of a file of those who were called back."""
    headings = zip(("respondent", "when"), (legend.columns.get(role, "") for role in CALLED), strict=True)
    return (("follow_up", Paired((("file", file), *((key, heading) for key, heading in headings if heading)))),)


def beside(target: Path, files: Iterable[Path]) -> Iterator[str]:
    """Files of answers as the file that is to name them says them: from its folder, below which they have to be.

    Raises UsageError for one that is elsewhere.
    """
    folder = Path(os.path.abspath(target)).parent  # noqa: PTH100 - a link is written as it is named
    for file in files:
        path = PurePath(os.path.abspath(file))  # noqa: PTH100
        if not path.is_relative_to(folder):
            raise UsageError(f"{file} is not beside or below {target}: move it there, then save how it is read")
        yield path.relative_to(folder).as_posix()
