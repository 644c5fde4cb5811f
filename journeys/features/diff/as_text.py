"""A comparison for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeys.checks.report.visible import visible
from journeys.features.diff.changes import FindingChange, NodeChange, PromiseChange, WorkspaceDiff
from journeys.features.diff.words import (
    SIGNS,
    journey_title,
    node_lines,
    node_title,
    nodes_of,
    outcome,
    people_of,
    promise_lines,
    summary,
)


def render(diff: WorkspaceDiff) -> str:
    """The changes, journey by journey, then people, findings, and who has to agree; a summary at the end."""
    return "\n".join([*map(_shown, _lines(diff)), visible(summary(diff)), ""])


def _shown(line: str) -> str:
    text = line.lstrip(" ")
    return " " * (len(line) - len(text)) + visible(text)


def _lines(diff: WorkspaceDiff) -> Iterator[str]:
    for journey in diff.journeys:
        yield f"{journey_title(journey)} ({journey.file})"
        yield from _promises(journey.promises)
        yield from _nodes(nodes_of(journey))
        yield ""
    for title, nodes in (("Owners and customers", diff.people), ("What journeys share", diff.shared)):
        if nodes:
            yield from (title, *_nodes(nodes), "")
    for title, findings in (("Findings that appeared", diff.appeared), ("Findings that went", diff.gone)):
        if findings:
            yield from (title, *map(_finding, findings), "")
    if diff.agreements:
        yield "Has to agree"
        for agreement in diff.agreements:
            yield f"  {agreement.owner}" + (f" ({agreement.holder})" if agreement.holder else "")
            yield from (f"    {reason}" for reason in agreement.reasons)
        yield ""


def _promises(promises: Iterable[PromiseChange]) -> Iterator[str]:
    for promise in promises:
        yield f"  {SIGNS[promise.how]} promise “{promise.name}” ({people_of(promise)}): {outcome(promise)}"
        yield from (f"      {line}" for line in promise_lines(promise))


def _nodes(nodes: Iterable[NodeChange]) -> Iterator[str]:
    for node in nodes:
        yield f"  {SIGNS[node.how]} {node_title(node)}"
        yield from (f"      {line}" for line in node_lines(node))


def _finding(finding: FindingChange) -> str:
    return f"  {finding.file}:{finding.line}:{finding.column}: {finding.severity} {finding.code} {finding.message}"
