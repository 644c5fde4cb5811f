"""Asks rules of journeys. A rule that crashes is the tool's failure, never a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeys.checks.problems import File
from journeys.checks.rule import Rule
from journeys.checks.select import Choice, Chosen, chosen
from journeys.errors import JourneysError, ToolError
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


def run(workspace: Workspace, choice: Choice) -> list[Finding]:
    """The findings of a workspace under the rules that its settings, those of its journeys and `choice` ask."""
    shared = chosen(choice, workspace.settings)
    found = [shared.weighed(finding) for finding in _workspace_findings(workspace, shared.rules)]
    for journey in workspace.selected:
        own = chosen_for(journey, choice, shared)
        found += (own.weighed(finding) for finding in _journey_findings(journey, own.rules))
    return found


def chosen_for(journey: JourneyGraph, choice: Choice, shared: Chosen) -> Chosen:
    """The rules asked of one journey: its own settings go before those of the workspace (`shared`)."""
    return chosen(choice, journey.workspace.settings, journey.settings) if journey.settings else shared


def ask_comments(rules: Iterable[Rule], comments: File) -> list[Finding]:
    """What the rules about suppressing comments say."""
    return [finding for rule in rules if rule.over == "comments" for finding in _asked(rule, comments, "the comments")]


def _workspace_findings(workspace: Workspace, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        if rule.over in ("workspace", "file"):
            yield from _asked(rule, workspace, workspace.name or "the workspace")


def _journey_findings(journey: JourneyGraph, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        # Half a file says nothing about what is missing from it: only its own faults are told.
        if rule.over == "file" or (rule.over == "journey" and journey.whole):
            yield from _asked(rule, journey, journey.file)


def _asked(rule: Rule, subject: Workspace | JourneyGraph | File, name: str) -> Iterator[Finding]:
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
    home = subject.id if isinstance(subject, JourneyGraph) else ""
    for finding in found:
        ruled = finding.ruled(rule.code, rule.name, rule.severity, rule.reason)
        yield ruled if ruled.journey else replace(ruled, journey=home)
