"""Voices from elsewhere, written into a file of a workspace: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journeys.api import workspace_of
from journeys.checks.fixes import FixedFile, conflicts, findings_of, fix_files, with_help
from journeys.errors import UsageError
from journeys.features.voices.rows import Problem, Row
from journeys.graph.purpose_nodes import VoiceNode
from journeys.graph.workspace import Workspace
from journeys.language.finding import Edit, Entered, Finding, Located, Place
from journeys.language.loading.document import Document
from journeys.language.loading.reader import MAX_BYTES
from journeys.language.model.names import slug, unlike

_WORDS, _LONGEST = 6, 60
"""So many words, and signs, of what was said make an id."""
_Same = tuple[str, str, frozenset[str], date | None]


@dataclass(frozen=True, slots=True)
class Addition:
    """What is to be written: the file as it is to be (None where nothing is), how many voices that adds, how many were
    there already or stand twice in what is added; or what is wrong, by line, and `conflicts` elsewhere in the files."""

    file: FixedFile | None = None
    added: int = 0
    known: int = 0
    problems: tuple[Problem, ...] = ()
    conflicts: tuple[str, ...] = ()


def addition(workspace: Workspace, target: str, rows: Sequence[Row]) -> Addition:
    """The voices of some rows, in a file of a workspace (its own, or a journey's) by name. Nothing is written.

    The whole workspace has to be loaded. What a row refers to is looked up as in any file: the voices are written into
    its text, and what is found wrong with them there is told of their rows. Raises UsageError for a file that cannot
    be read to its end, into which they cannot be written as it is laid out, or that would be too large.
    """
    for name, document in workspace.files.documents.items():
        if not document.whole or not isinstance(document.data, dict):
            raise UsageError(f"{name} cannot be read to its end: mend it first (`journeys check` tells what is wrong)")
    if not rows:
        return Addition()
    tried = _Tried(workspace, target, rows)
    problems = tuple(tried.problems())
    if problems:
        return Addition(problems=problems)
    known = {_same(voice) for voice in workspace.voices.values()}
    new: dict[_Same, Row] = {}
    for row, voice in tried.voices():
        if _same(voice) not in known:
            new.setdefault(_same(voice), row)
    if not new:
        return Addition(known=len(rows))
    if len(new) < len(rows):
        tried = _Tried(workspace, target, tuple(new.values()))
    conflicts = tuple(tried.conflicts())
    return Addition(None if conflicts else tried.file, len(new), len(rows) - len(new), conflicts=conflicts)


def _same(voice: VoiceNode) -> _Same:
    """What two voices have in common that are one."""
    return " ".join(voice.name.split()), voice.by, frozenset(voice.at), voice.heard


class _Tried:
    """Rows written into the text of a file, and the workspace as it would be."""

    def __init__(self, workspace: Workspace, target: str, rows: Iterable[Row]) -> None:
        self._before = workspace
        self._target = target
        self._rows = _by_id(workspace, rows)
        self.file = _written(workspace, target, self._rows)
        documents = workspace.files.documents
        texts = {name: document.source.text for name, document in documents.items()}
        shared = workspace.files.shared.source.name if workspace.files.shared else ""
        self._after = workspace_of({**texts, target: self.file.fixed.text}, shared=shared)

    def voices(self) -> Iterator[tuple[Row, VoiceNode]]:
        """Each row with the voice that it became."""
        written = {voice.key: voice for voice in self._after.voices.values() if voice.place.file == self._target}
        return ((row, written[id_]) for id_, row in self._rows.items())

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the rows, in their order."""
        found = [
            Problem(self._rows[id_].line, with_help(finding))
            for finding in findings_of(self._after)
            if (id_ := self._row_of(finding))
        ]
        yield from sorted(found)

    def conflicts(self) -> Iterator[str]:
        """What would be wrong elsewhere, that is right without these voices."""
        return conflicts(self._before, self._after)

    def _row_of(self, finding: Finding) -> str:
        place = finding.place
        inside = place.file == self._target and place.path[:1] == ("voices",) and len(place.path) > 1
        id_ = str(place.path[1]) if inside else ""
        return id_ if id_ in self._rows else ""


def _by_id(workspace: Workspace, rows: Iterable[Row]) -> Mapping[str, Row]:
    """The rows by the ids that their voices get: the first words of each, unlike any that one can refer to already."""
    taken = {voice.key for voice in workspace.voices.values()}
    taken |= {expectation.key for expectation in workspace.expectations.values()}
    alike: dict[str, int] = {}
    found: dict[str, Row] = {}
    for row in rows:
        words = "-".join(slug(row.voice[:1000]).split("-")[:_WORDS])
        id_ = unlike(words[:_LONGEST].strip("-") or "voice", taken, alike)
        taken.add(id_)
        found[id_] = row
    return found


def _written(workspace: Workspace, target: str, rows: Mapping[str, Row]) -> FixedFile:
    document: Document = workspace.files.documents[target]
    place = Place(target, ())
    edit = Edit(place, "enter", key="voices", entries=tuple(_entry(id_, row) for id_, row in rows.items()))
    finding = Finding("voices are to be added", place, fix=(edit,))
    (file,) = fix_files(workspace, [Located(finding, document.source, document.span(place))])
    if file.fixed.skipped:
        raise UsageError(f"the voices cannot be written into {target} as it is laid out: run `journeys format` on it")
    if len(file.fixed.text.encode("utf-8")) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise UsageError(f"{target} would be larger than {limit} MB, and is read no more: add the voices in parts")
    return file


def _entry(id_: str, row: Row) -> Entered:
    at = row.at[0] if len(row.at) == 1 else row.at
    said = (("voice", row.voice), ("from", row.by), ("at", at), ("heard", row.heard))
    return Entered(id_, tuple((key, value) for key, value in said if value))
