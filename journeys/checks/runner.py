"""Asks rules of journeys. A rule that crashes is the tool's failure, never a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from journeys.checks.consequences import breaks
from journeys.checks.designed import designed_for_all, designed_in
from journeys.checks.registry import catalogue
from journeys.checks.rule import Rule
from journeys.checks.select import Selection
from journeys.checks.told import told
from journeys.errors import JourneysError, ToolError
from journeys.graph.due import Due, due
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import Cause, Root
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


def run(workspace: Workspace, asked: Selection) -> list[Finding]:
    """The findings of a workspace under the rules that are asked."""
    shared = asked.shared
    overdue = _Overdue(workspace, asked.today)
    found = [shared.weighed(finding) for finding in _workspace_findings(workspace, asked, overdue)]
    roots = _Roots(workspace)
    for journey in workspace.selected:
        own = asked.of(journey.file)
        found += (own.weighed(finding) for finding in _journey_findings(journey, own.rules, roots, overdue))
    return found


def run_on_comments(workspace: Workspace, asked: Selection, noted: Sequence[Finding]) -> list[Finding]:
    """The findings about comments that suppress, from what was noted of them."""
    ids = {journey.file: journey.id for journey in workspace.selected}
    rules = (rule for rule in catalogue() if rule.over == "comments")
    found = (finding for rule in rules for finding in _found(rule, partial(rule.check, noted), "the comments"))
    return [
        asked.of(finding.place.file).weighed(replace(finding, journey=ids.get(finding.place.file, "")))
        for finding in found
        if finding.code in asked.of(finding.place.file).codes
    ]


def _workspace_findings(workspace: Workspace, asked: Selection, overdue: _Overdue) -> Iterator[Finding]:
    name = workspace.name or "the workspace"
    shared = workspace.files.shared
    designed = designed_for_all(workspace)
    file = shared.source.name if shared else ""
    for rule in asked.shared.rules:
        if rule.over == "workspace":
            yield from _found(rule, partial(rule.check, workspace), name)
        elif rule.over == "file":
            yield from _found(rule, partial(rule.check, workspace.findings), name)
        elif rule.over == "designed" and shared is not None and shared.whole:
            yield from _found(rule, partial(rule.check, designed), name)
        elif rule.over == "settings":
            yield from _found(rule, partial(rule.check, asked.findings), name)
        elif rule.over == "due":
            yield from _found(rule, partial(overdue.under, rule, file), name)


class _Roots:
    """The root causes of a workspace as findings, by the rule that reports them and by file; each told once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._found: dict[str, dict[str, list[Finding]]] = {}
        self._told: dict[tuple[Root, str], Finding] = {}

    def told(self, cause: Cause) -> Finding:
        """A cause in words; many promises break by one, and its words may be long."""
        seen = (cause.root, cause.promise)
        if seen not in self._told:
            self._told[seen] = told(cause, self._workspace)
        return self._told[seen]

    def under(self, rule: Rule, file: str) -> Sequence[Finding]:
        """What a rule finds in a file, with the promises to customers that each cause breaks."""
        if rule.code not in self._found:
            by_file = self._found.setdefault(rule.code, {})
            for cause in self._workspace.causes.get(rule.fault, ()) if rule.fault else ():
                finding = self.told(cause)
                finding = replace(finding, related=(*finding.related, *breaks(self._workspace, cause.root)))
                by_file.setdefault(finding.place.file, []).append(finding)
        return self._found[rule.code].get(file, ())


class _Overdue:
    """What is overdue on a day, by file; nothing where no day was said."""

    def __init__(self, workspace: Workspace, today: date | None) -> None:
        self._by_file: dict[str, list[Due]] = {}
        for one in due(workspace) if today else ():
            if today and one.overdue(today) and one.place.file in workspace.whole_files:
                self._by_file.setdefault(one.place.file, []).append(one)

    def under(self, rule: Rule, file: str) -> Iterator[Finding]:
        """What a rule finds in a file."""
        return (rule.check(one) for one in self._by_file.get(file, ()) if one.kind is rule.due)


def _journey_findings(
    journey: JourneyGraph, rules: Iterable[Rule], roots: _Roots, overdue: _Overdue
) -> Iterator[Finding]:
    home = (journey.file, journey.id)
    designed = designed_in(journey)
    for rule in rules:
        # Half a file says nothing about what is missing from it: only what is wrong in it is told.
        if rule.over == "file":
            yield from _found(rule, partial(rule.check, journey.findings), *home)
        elif rule.over == "journey" and journey.whole:
            yield from _found(rule, partial(rule.check, journey), *home)
        elif rule.over == "designed" and journey.whole:
            yield from _found(rule, partial(rule.check, designed), *home)
        elif rule.over == "told" and journey.whole:
            yield from _found(rule, partial(rule.check, journey, roots.told), *home)
        elif rule.over == "cause" and journey.whole:
            yield from _found(rule, partial(roots.under, rule, journey.file), *home)
        elif rule.over == "due":
            yield from _found(rule, partial(overdue.under, rule, journey.file), *home)


def _found(rule: Rule, ask: Callable[[], Iterable[Finding]], name: str, home: str = "") -> Iterator[Finding]:
    try:
        found = list(ask())
    except JourneysError:
        raise
    except Exception as error:
        detail = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        raise ToolError(
            f"rule {rule.code} ({rule.name}) failed on {name} ({detail}): "
            f"please report it, and go on with --ignore {rule.code}"
        ) from error
    for finding in found:
        ruled = finding.ruled(rule.code, rule.name, rule.severity, rule.reason)
        yield ruled if ruled.journey else replace(ruled, journey=home)
