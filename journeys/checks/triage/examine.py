"""From a workspace to the findings that are shown: rules asked, places found, comments and baseline heeded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from journeys.checks.report.report import Report
from journeys.checks.runner import run, run_on_comments
from journeys.checks.select import Choice, Selection, selection
from journeys.checks.triage.baseline import Baseline, apart_from
from journeys.checks.triage.locate import locate, order
from journeys.checks.triage.suppress import suppress
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace
from journeys.language.loading.discover import journey_files, workspace_root


def examine(workspace: Workspace, choice: Choice | None = None, baseline: Baseline | None = None) -> Report:
    """The findings of a workspace. Raises UsageError for a word in `choice` that names no rule."""
    asked = selection(workspace, choice)
    documents = workspace.files.documents
    found = locate(run(workspace, asked), documents)
    kept, noted = suppress(found, documents, _codes(workspace, asked))
    located = kept
    if noted:
        about = locate(run_on_comments(workspace, asked, noted), documents)
        located = tuple(sorted((*kept, *about), key=order))
    settings = workspace.settings
    report = Report(
        located,
        files=len(workspace.selected) + (workspace.files.shared is not None),
        journeys=len(workspace.selected),
        suppressed=len(found) - len(kept),
        max_warnings=settings.max_warnings if settings else None,
        promises={} if located else _verdicts(workspace),
    )
    if baseline is None:
        return report
    codes = {journey.id: asked.of(journey.file).codes for journey in workspace.selected}
    return apart_from(baseline, report, lambda known: known.code in codes.get(known.journey, ()))


def _verdicts(workspace: Workspace) -> Counter[State]:
    nodes = (node for journey in workspace.selected for node in journey.promise_nodes)
    return Counter(workspace.verdicts[node.id].state for node in nodes)


def _codes(workspace: Workspace, asked: Selection) -> Callable[[str], frozenset[str]]:
    """The codes asked of a file. None, where not all was asked that could have found something in it."""
    whole = {journey.file for journey in workspace.selected if journey.whole}

    def codes(file: str) -> frozenset[str]:
        if file in asked.own:
            return asked.own[file].codes if file in whole else frozenset()
        return asked.shared.codes if _is_shared(workspace, file) and _complete(workspace) else frozenset()

    return codes


def _is_shared(workspace: Workspace, file: str) -> bool:
    return workspace.files.shared is not None and workspace.files.shared.source.name == file


def _complete(workspace: Workspace) -> bool:
    """Whether every journey of the workspace was asked for."""
    files = workspace.files
    if files.root is None:
        return True
    selected = {file.path.resolve() for file in files.journeys if file.selected and file.path is not None}
    return all(path.resolve() in selected for path in journey_files(files.root) if workspace_root(path) == files.root)
