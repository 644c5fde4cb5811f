"""What was noted before any rule is asked: while files were loaded, settings read, comments heeded.

A rule about a file, its settings or its comments is handed these findings, and takes those under its own name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeys.language.finding import Finding

Noted = Iterable[Finding]


def noted(findings: Noted, name: str) -> Iterator[Finding]:
    """The findings under a rule's name."""
    return (finding for finding in findings if finding.name == name)
