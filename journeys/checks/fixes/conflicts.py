"""What a change of texts would make wrong that is right without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding


def conflicts(before: Workspace, after: Workspace) -> Iterator[str]:
    """The lines, each with its place, that tell what is wrong in a workspace and was not before its texts changed."""
    known = Counter(map(_mark, findings_of(before)))
    for finding in findings_of(after):
        mark = _mark(finding)
        known[mark] -= 1
        if known[mark] < 0:
            file, line = after.files.position(finding.place)
            yield f"{file}:{line}: {with_help(finding)}"


def findings_of(workspace: Workspace) -> Iterator[Finding]:
    """What was found wrong while a workspace was read."""
    yield from workspace.findings
    for journey in workspace.journeys.values():
        yield from journey.findings


def with_help(finding: Finding) -> str:
    """A finding in one line, with what to do."""
    return f"{finding.message}: {finding.help}" if finding.help else finding.message


def _mark(finding: Finding) -> tuple[str, str, str]:
    return finding.place.file, finding.name, finding.message
