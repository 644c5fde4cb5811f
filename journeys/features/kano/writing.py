"""Kinds that were found, written at the expectations in the files: what holds, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journeys.api import edited
from journeys.checks.fixes import Fixed, FixedFile, conflicts, edited_text, paths_of
from journeys.errors import UsageError
from journeys.graph.purpose_nodes import ExpectationNode
from journeys.graph.workspace import Workspace
from journeys.language.finding import Edit, Place
from journeys.language.loading.document import Document
from journeys.language.loading.tree import parse
from journeys.language.source import Source
from journeys.surveys.kano import Found, Kind


@dataclass(frozen=True, slots=True)
class Written:
    """The files as they are to be, what changes in them, and what is left as it is, with why: lines in words."""

    files: tuple[FixedFile, ...] = ()
    changed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


class _Entry(NamedTuple):
    """What is to be written at an expectation: its kind, and as of which day."""

    node: ExpectationNode
    kind: str
    day: str

    @property
    def edits(self) -> tuple[Edit, Edit]:
        """First the kind, by which a text alone becomes a mapping, then the day."""
        place = Place(self.node.place.file, self.node.place.path[:-1])
        return Edit(place.at("kano"), "put", self.kind, "expects"), Edit(place.at("as_of"), "put", self.day, "expects")

    @property
    def words(self) -> str:
        """The expectation, on one line."""
        return f"“{' '.join(self.node.name.split())}”"

    def line(self, workspace: Workspace) -> str:
        """What changes, in words."""
        file, line = workspace.files.position(self.node.place)
        before = self.node.kano or "no kind"
        kinds = f"{before} → {self.kind}" if before != self.kind else f"{self.kind} still"
        return f"{file}:{line}: {self.words}: {kinds}, as of {self.day}"


def written(workspace: Workspace, found: Iterable[Found]) -> Written:
    """The kinds that were found, in the files of a workspace; comments stay. Nothing is written to disk.

    A kind is left out where it leans on few answers, where its lead may be chance, where its day is not known or before
    what the file says, and where no expectation is meant. Raises UsageError for a file that cannot be read to its end,
    or would not be right with it.
    """
    entries: list[_Entry] = []
    left: list[str] = []
    for one in found:
        node = workspace.expectations.get(one.expectation)
        why = _why_not(one, node)
        if why or node is None:
            left.append(f"“{' '.join((node.name if node else one.name).split())}”: {why}")
        else:
            entries.append(_Entry(node, str(one.kind), str(one.day)))
    texts: dict[str, str] = {}
    changed: list[str] = []
    for file in dict.fromkeys(entry.node.place.file for entry in entries):
        mine = [entry for entry in entries if entry.node.place.file == file]
        texts[file], done = _put_in(workspace.files.documents[file], mine)
        changed += [entry.line(workspace) for entry in done]
        left += [
            f"{entry.words}: it cannot be written as {file} is laid out: run `journeys format` on it"
            for entry in mine
            if entry not in done
        ]
    wrong = next(conflicts(workspace, edited(workspace, texts)), "") if changed else ""
    if wrong:
        raise UsageError(f"nothing is written, since that would be wrong then: {wrong}")
    paths, documents = paths_of(workspace), workspace.files.documents
    files = (FixedFile(documents[name].source, Fixed(text), paths.get(name)) for name, text in texts.items())
    return Written(tuple(files), tuple(changed), tuple(left))


def _why_not(found: Found, node: ExpectationNode | None) -> str:
    """Why a kind is not written; empty for no reason."""
    if node is None:
        return (
            "no expectation in the files has this id or these words, or several have: name it under `features` of the "
            "survey"
        )
    tally = found.tally
    if tally.few:
        return f"{tally.answers} answers are few"
    if tally.kind is None:
        return f"{' and '.join(tally.most)} are equal, and no rule parts them"
    if tally.kind is Kind.QUESTIONABLE:
        return "most answers contradict themselves"
    if not tally.significant:
        return f"{tally.kind} is ahead by {tally.lead}, which may be chance"
    return _not_now(found, node)


def _not_now(found: Found, node: ExpectationNode) -> str:
    if found.day is None:
        return "nothing says on which day it was asked: say it with --on, or in the survey with `on`"
    if node.as_of and node.as_of > found.day:
        return f"the file says how it was on {node.as_of}, and the answers are of {found.day}"
    if node.as_of == found.day and node.kano == found.kind:
        return "the file says so already"
    return ""


def _put_in(document: Document, entries: Sequence[_Entry]) -> tuple[str, list[_Entry]]:
    """A file's text with the entries in it, and which these are: all where it can be, else each that can."""
    if not document.whole:
        name = document.source.name
        raise UsageError(f"{name} cannot be read to its end: mend it first (`journeys check` tells what is wrong)")
    together = _with(document, entries)
    if together is not None:
        return together.source.text, list(entries)
    done = []
    for entry in entries:
        after = _with(document, [entry])
        if after is not None:
            document = after
            done.append(entry)
    return document.source.text, done


def _with(document: Document, entries: Sequence[_Entry]) -> Document | None:
    """A file with some entries in it; None where one cannot be written without loss."""
    for edits in zip(*(entry.edits for entry in entries), strict=True):
        text = edited_text(document, edits)
        if text is None:
            return None
        document = Document(Source(document.source.name, text), parse(text))
    return document
