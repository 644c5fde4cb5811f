"""What the command line, editors, documentation tools and notebooks all call."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from journeys.errors import UsageError
from journeys.file_names import WORKSPACE
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import Judgement
from journeys.graph.workspace import Workspace, workspace_around
from journeys.language.loading.discover import discover, load_found
from journeys.language.loading.reader import Read, decode
from journeys.language.loading.workspace import load_texts, with_texts

if TYPE_CHECKING:
    from journeys.checks.report import Report
    from journeys.checks.select import Choice
    from journeys.checks.triage.baseline import Baseline
    from journeys.graph.verdict import Assumption, Cause
    from journeys.language.finding import Finding, Located

Subject = str | Path | JourneyGraph | Workspace | Iterable[Workspace]


def _judge(workspace: Workspace) -> Judgement:
    from journeys.promises import judge

    return judge(workspace)


def load_workspaces(paths: Iterable[str | Path]) -> tuple[Workspace, ...]:
    """The workspaces that some files and folders belong to. Raises UsageError for a path without journeys."""
    return tuple(Workspace(load_found(found), _judge) for found in discover(paths))


def load_workspace(path: str | Path) -> Workspace:
    """The workspace of a folder or file. Raises UsageError where there is none, or more than one."""
    found = load_workspaces([path])
    if len(found) != 1:
        raise UsageError(f"{path} holds {len(found)} workspaces: name the folder of one")
    return found[0]


def whole(workspace: Workspace) -> Workspace:
    """A workspace with all its journeys where only some were loaded: who relies on one may stand in another."""
    root = workspace.files.root
    found = load_workspaces([root]) if root is not None else ()
    known = workspace.files.documents.keys()
    return next((one for one in found if one.files.root == root and known <= one.files.documents.keys()), workspace)


def load(path: str | Path) -> JourneyGraph:
    """The journey of a file (or of a folder with just one), with whatever its workspace shares.

    What is wrong in the file does not raise: it is in `journeys.check`. Raises UsageError for a path
    without a journey or with several.
    """
    selected = load_workspace(path).selected
    if len(selected) != 1:
        raise UsageError(f"{path} holds {len(selected)} journeys: name one file, or use load_workspace")
    return selected[0]


def loads(text: str, *, name: str = "text.journey.yaml") -> JourneyGraph:
    """The journey of a text that stands alone."""
    return next(iter(workspace_of({name: text}).journeys.values()))


def loads_workspace(texts: Mapping[str, str], shared: str = "") -> Workspace:
    """The workspace of some texts by the names of their files, and of what they share, if anything."""
    return workspace_of({**texts, WORKSPACE: shared}, shared=WORKSPACE) if shared else workspace_of(texts)


def workspace_of(
    texts: Mapping[str, str | bytes | Read], *, shared: str = "", selected: Collection[str] | None = None
) -> Workspace:
    """The workspace of some texts by the names of their files: the way in for whatever has texts and no folder.

    `shared` names the one that is the workspace file (empty: there is none), `selected` the journeys that were asked
    for (None: all). What is wrong in a text, or why it could not be had (`Read`), is among the findings.
    """
    got = {name: _read(text) for name, text in texts.items()}
    return Workspace(load_texts(got, shared=shared, selected=selected), _judge)


def edited(workspace: Workspace, texts: Mapping[str, str], *, only: Collection[str] | None = None) -> Workspace:
    """A workspace as it would be with other texts for some of its files, by name: judged anew, nothing written.

    `only` names the journey files that are left in it (None: all).
    """
    return Workspace(with_texts(workspace.files, texts, only), _judge)


def _read(text: str | bytes | Read) -> Read:
    if isinstance(text, Read):
        return text
    return decode(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)


def check(subject: Subject, choice: Choice | None = None) -> list[Located]:
    """The findings of a journey, a workspace, several, or a path, in the order of files and places.

    Those that a comment or the workspace's baseline puts aside are left out.

    `choice` goes before the settings in the files. Raises UsageError for a path or a rule that is not there,
    ToolError when a rule fails.
    """
    return list(examine(subject, choice).located)


def examine(
    subject: Subject, choice: Choice | None = None, *, baseline: Path | None = None, known: Baseline | None = None
) -> Report:
    """As `check`, with the numbers that a report tells.

    `baseline` is a file of known findings; without it, the one that the workspace's settings name is used, if any.
    `known` stands for either. Raises UsageError also for a baseline that cannot be read.
    """
    from journeys.checks.report import Report
    from journeys.checks.triage.baseline import baseline_path, read_baseline
    from journeys.checks.triage.examine import examine as examined

    report = Report(())
    for workspace in _workspaces(subject):
        path = None if known else baseline or baseline_path(workspace)
        report = report.joined(examined(workspace, choice, known or (read_baseline(path) if path else None)))
    return report


def told(one: Cause | Assumption, subject: JourneyGraph | Workspace) -> Finding:
    """A cause or an assumption of a verdict in words: message, place, help, and the rule's code and name.

    `subject` is the journey of the promise, or its workspace.
    """
    from journeys.checks.told import told as in_words

    return in_words(one, subject if isinstance(subject, Workspace) else workspace_around(subject))


def _workspaces(subject: Subject) -> tuple[Workspace, ...]:
    if isinstance(subject, Workspace):
        return (subject,)
    if isinstance(subject, JourneyGraph):
        return (workspace_around(subject),)
    if isinstance(subject, str | Path):
        return load_workspaces([subject])
    return tuple(subject)


def render(examination: Report, format_: str = "text", *, colour: bool = False, every: bool = False) -> str:
    """What `examine` gave in one of `journeys.checks.report.FORMATS`. Raises UsageError for another.

    Text tells many findings of one rule as one, unless it is to tell `every` one.
    """
    from journeys._version import __version__
    from journeys.checks.catalogue import rule_texts
    from journeys.checks.report import render as rendered

    rules = rule_texts() if format_ in ("sarif", "json", "junit", "markdown", "gitlab") else {}
    return rendered(format_, replace(examination, version=__version__, rules=rules, colour=colour, every=every))
