"""Files of a workspace, loaded: documents, models and what was wrong with each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journeys.file_names import SUFFIXES
from journeys.language.finding import Finding, Place
from journeys.language.loading.document import Document
from journeys.language.loading.reader import Read
from journeys.language.loading.text_finding import TextFinding
from journeys.language.loading.tree import Tree
from journeys.language.loading.validate import validate
from journeys.language.model.base import fields_of
from journeys.language.model.journey import Journey, WorkspaceFile
from journeys.language.model.names import UNSAID
from journeys.language.model.step import Step
from journeys.language.source import Source


@dataclass(frozen=True)
class LoadedFile:
    """One journey file: its document, its model (as much of it as could be had) and the findings."""

    document: Document
    model: Journey
    findings: tuple[Finding, ...] = ()
    selected: bool = True
    path: Path | None = None

    @property
    def source(self) -> Source:
        """The file's text and name."""
        return self.document.source

    @property
    def stem(self) -> str:
        """The file's name without its endings; of a folder that cannot be searched the whole way to it, in one word."""
        name = self.source.name
        if name.endswith("/"):
            # The last part alone would too easily be the id of a journey, and a finding would say there are two.
            return name.strip("./").replace("/", "-") or "folder"
        return name.rsplit("/", 1)[-1].removesuffix(SUFFIXES[0]).removesuffix(SUFFIXES[1])


@dataclass(frozen=True)
class LoadedWorkspace:
    """A workspace file, if there is one, and the journeys below it."""

    journeys: tuple[LoadedFile, ...] = ()
    shared: Document | None = None
    shared_model: WorkspaceFile | None = None
    shared_findings: tuple[Finding, ...] = ()
    root: Path | None = None
    documents: Mapping[str, Document] = field(default_factory=dict)

    def position(self, place: Place) -> tuple[str, int]:
        """The file and the line, from 1, of a place."""
        document = self.documents[place.file]
        return document.source.name, document.source.position(document.span(place).start).line


SharedFile = tuple[Document | None, WorkspaceFile | None, tuple[Finding, ...]]
NO_SHARED: SharedFile = (None, None, ())


def load_shared(got: Read, name: str) -> SharedFile:
    """A workspace file from what was read."""
    document, findings = _document(got, name)
    data = _mapping(document, findings, got, "a workspace file")
    model, more = validate(WorkspaceFile, document, data) if data else (WorkspaceFile(), [])
    return document, model, (*findings, *_fair(document, more))


def load_journey(got: Read, name: str, lanes: Iterable[str] = (), *, selected: bool = True) -> LoadedFile:
    """A journey from what was read. `lanes` are the workspace's own lanes, which steps may hold."""
    document, findings = _document(got, name)
    data = _mapping(document, findings, got, "a journey")
    if not data:
        return LoadedFile(document, Journey(journey=UNSAID), tuple(findings), selected, got.path)
    own = data.get("lanes")
    known = {*lanes, *(own if isinstance(own, dict) else ())} - _WORDS
    model, more = validate(Journey, document, _with_lanes(data, known) if known else data)
    return LoadedFile(document, model, (*findings, *_fair(document, more)), selected, got.path)


# What a step says itself; a lane that is called so is a finding, and its cells are not looked for.
_WORDS = frozenset(fields_of(Step))


def _fair(document: Document, findings: Iterable[Finding]) -> Iterable[Finding]:
    """Of a text that breaks off, nothing about its last section, which is not all there, nor about a missing one.

    And nothing about a value that is left out, of which it was told why.
    """
    if document.left_out:
        findings = [found for found in findings if document.span(found.place).start not in document.left_out]
    if document.whole:
        return findings
    last = next(reversed(document.data), None) if isinstance(document.data, dict) else None
    return (found for found in findings if found.place.path and found.place.path[0] != last)


def _document(got: Read, name: str) -> tuple[Document, list[Finding]]:
    document = Document(Source(name, got.text), None if got.text else Tree(whole=not got.findings))
    return document, [_finding(document, found) for found in (*got.findings, *document.findings)]


def _finding(document: Document, found: TextFinding) -> Finding:
    """The text itself is at fault, so its place is a span and not a key."""
    return Finding(
        found.message,
        document.raw_place(found.span),
        tuple((document.raw_related(span, message)) for span, message in found.related),
        found.help,
        name=found.name,
    )


def _mapping(document: Document, findings: list[Finding], got: Read, what: str) -> dict[str, Any]:
    data = document.data
    if isinstance(data, dict):
        return data
    if not findings:
        example = "`journey: Get broadband installed`" if what == "a journey" else "`owners:`"
        message = f"{what} is expected here, and the file is {'empty' if data is None else 'a ' + _kind(data)}"
        place = Place(document.source.name, ())
        help_ = f"begin it with {example}; `journeys new` writes one"
        findings.append(Finding(message, place, help=help_, name="empty-file"))
    return {}


def _kind(data: Any) -> str:
    return "list" if isinstance(data, list) else "text"


def _with_lanes(data: dict[str, Any], lanes: set[str]) -> dict[str, Any]:
    """The data with the cells of declared lanes gathered under `lanes` of their step, where the model has them."""
    result = dict(data)
    for holder in ("phases", "steps"):
        if isinstance(result.get(holder), list | dict):
            result[holder] = _each(result[holder], lanes, holder)
    return result


def _each(items: Any, lanes: set[str], holder: str) -> Any:
    if isinstance(items, list):
        return [_one(item, lanes, holder) for item in items]
    return _one(items, lanes, holder)


def _one(item: Any, lanes: set[str], holder: str) -> Any:
    if not isinstance(item, dict):
        return item
    if holder == "phases":
        return item | {"steps": _each(item["steps"], lanes, "steps")} if "steps" in item else item
    own = {key: value for key, value in item.items() if key in lanes}
    if not own:
        return item
    rest = {key: value for key, value in item.items() if key not in lanes}
    return rest | {"lanes": own}
