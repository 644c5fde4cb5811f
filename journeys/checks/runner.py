"""Asks rules of journeys. A rule that crashes is the tool's failure, never a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journeys.checks.registry import catalogue
from journeys.checks.rule import Rule
from journeys.checks.select import Selection
from journeys.errors import JourneysError, ToolError
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


def run(workspace: Workspace, asked: Selection) -> list[Finding]:
    """The findings of a workspace under the rules that are asked."""
    shared = asked.shared
    found = [shared.weighed(finding) for finding in _workspace_findings(workspace, asked)]
    for journey in workspace.selected:
        own = asked.of(journey.file)
        found += (own.weighed(finding) for finding in _journey_findings(journey, own.rules))
    return found


def run_on_comments(workspace: Workspace, asked: Selection, noted: Sequence[Finding]) -> list[Finding]:
    """The findings about comments that suppress, from what was noted of them."""
    ids = {journey.file: journey.id for journey in workspace.selected}
    rules = (rule for rule in catalogue() if rule.over == "comments")
    found = (finding for rule in rules for finding in _asked(rule, noted, "the comments"))
    return [
        asked.of(finding.place.file).weighed(replace(finding, journey=ids.get(finding.place.file, "")))
        for finding in found
        if finding.code in asked.of(finding.place.file).codes
    ]


def _workspace_findings(workspace: Workspace, asked: Selection) -> Iterator[Finding]:
    name = workspace.name or "the workspace"
    for rule in asked.shared.rules:
        if rule.over == "workspace":
            yield from _asked(rule, workspace, name)
        elif rule.over == "file":
            yield from _asked(rule, workspace.findings, name)
        elif rule.over == "settings":
            yield from _asked(rule, asked.findings, name)


def _journey_findings(journey: JourneyGraph, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        # Half a file says nothing about what is missing from it: only what is wrong in it is told.
        if rule.over == "file":
            yield from _asked(rule, journey.findings, journey.file, journey.id)
        elif rule.over == "journey" and journey.whole:
            yield from _asked(rule, journey, journey.file, journey.id)


def _asked(
    rule: Rule, subject: Workspace | JourneyGraph | Sequence[Finding], name: str, home: str = ""
) -> Iterator[Finding]:
    try:
        found = list(rule.check(subject))
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
