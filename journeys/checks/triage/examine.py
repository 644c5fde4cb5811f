"""From a workspace to the findings that are shown: rules asked, places found, comments and baseline heeded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from journeys.checks.registry import catalogue
from journeys.checks.runner import ask_comments, chosen_for, run
from journeys.checks.select import Choice, Chosen, chosen
from journeys.checks.triage.baseline import Baseline, apply
from journeys.checks.triage.locate import locate, order
from journeys.checks.triage.suppress import Outcome, suppress
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Located
from journeys.language.loading.discover import journey_files, workspace_root


@dataclass(frozen=True)
class Examined:
    """The findings to show, in the order of files and places, and how many are not shown.

    `suppressed` were put aside by comments, `known` stand in the baseline, `stale` stand there and are gone.
    """

    findings: tuple[Located, ...]
    suppressed: int = 0
    known: int = 0
    stale: int = 0


def examine(workspace: Workspace, choice: Choice | None = None, baseline: Baseline | None = None) -> Examined:
    """The findings of a workspace. Raises UsageError for a word in `choice` that names no rule."""
    choice = choice or Choice()
    shared = chosen(choice, workspace.settings)
    own = {journey.file: chosen_for(journey, choice, shared) for journey in workspace.selected}
    documents = workspace.files.documents
    outcome = suppress(locate(run(workspace, choice), documents), documents, _asked(workspace, own, shared))
    located = outcome.kept
    if outcome.problems:
        about = locate(_about_comments(workspace, outcome, own, shared), documents)
        located = tuple(sorted((*located, *about), key=order))
    if baseline is None:
        return Examined(located, outcome.suppressed)
    codes = {journey.id: own[journey.file].codes for journey in workspace.selected}
    compared = apply(located, baseline, lambda known: known.code in codes.get(known.journey, ()))
    return Examined(compared.kept, outcome.suppressed, compared.known, compared.stale)


def _asked(workspace: Workspace, own: Mapping[str, Chosen], shared: Chosen) -> Callable[[str], frozenset[str]]:
    """The codes asked of a file. None, where not all was asked that could have found something in it."""
    whole = {journey.file for journey in workspace.selected if journey.whole}

    def asked(file: str) -> frozenset[str]:
        if file in own:
            return own[file].codes if file in whole else frozenset()
        return shared.codes if _is_shared(workspace, file) and _complete(workspace) else frozenset()

    return asked


def _is_shared(workspace: Workspace, file: str) -> bool:
    return workspace.files.shared is not None and workspace.files.shared.source.name == file


def _complete(workspace: Workspace) -> bool:
    """Whether every journey of the workspace was asked for."""
    files = workspace.files
    if files.root is None:
        return True
    selected = {file.path.resolve() for file in files.journeys if file.selected and file.path is not None}
    return all(path.resolve() in selected for path in journey_files(files.root) if workspace_root(path) == files.root)


def _about_comments(
    workspace: Workspace, outcome: Outcome, own: Mapping[str, Chosen], shared: Chosen
) -> Iterator[Finding]:
    ids = {journey.file: journey.id for journey in workspace.selected}
    for finding in ask_comments(catalogue(), outcome):
        file = finding.place.file
        asked = own.get(file, shared)
        if finding.code in asked.codes:
            yield asked.weighed(replace(finding, journey=ids.get(file, "")))
