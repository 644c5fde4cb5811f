"""Root causes as findings: each once, at its place, with the promises to customers that it breaks.

And what is no finding of its own, because it follows from one that is told already.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeys.graph.journey import JourneyGraph
from journeys.language.finding import Finding, Related

_MOST_NAMED = 6


def causes(journey: JourneyGraph, rule: str) -> Iterator[Finding]:
    """The root causes in a journey that a rule reports."""
    for cause in journey.workspace.causes.get(rule, ()):
        if cause.place.file == journey.file:
            yield Finding(
                cause.message,
                cause.place,
                (*cause.related, *breaks(journey, cause.key)),
                cause.help,
                cause.fix,
                journey=journey.id,
            )


def breaks(journey: JourneyGraph, key: str) -> tuple[Related, ...]:
    """The promises to customers that a root cause breaks, by the cause's key."""
    found = journey.workspace.broken_by(key)
    named = [journey.workspace.node(id_) for id_ in found[:_MOST_NAMED]]
    rest = len(found) - len(named)
    related = [node.mention(f"this breaks “{node.name}”") for node in named]
    if rest:
        related[-1] = named[-1].mention(f"this breaks “{named[-1].name}” and {rest} more")
    return tuple(related)


def misspelt(journey: JourneyGraph, *keys: str) -> bool:
    """Whether one of some keys of a journey is there with a slip in it, which is a finding with its own fix."""
    renamed = (edit for finding in journey.findings for edit in finding.fix if edit.action == "rename")
    return any(len(edit.place.path) == 1 and edit.text in keys for edit in renamed)
