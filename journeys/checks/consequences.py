"""What follows from a fault: the promises to customers that it breaks, and what is no finding of its own."""

from __future__ import annotations

from journeys.graph.elsewhere import Elsewhere
from journeys.graph.journey import JourneyGraph
from journeys.graph.verdict import Root
from journeys.language.finding import Related

_MOST_NAMED = 6


def breaks(workspace: Elsewhere, root: Root) -> tuple[Related, ...]:
    """The promises to customers that a root cause breaks."""
    found = workspace.broken_by(root)
    named = [workspace.node(id_) for id_ in found[:_MOST_NAMED]]
    rest = len(found) - len(named)
    related = [node.mention(f"this breaks “{node.name}”") for node in named]
    if rest:
        related[-1] = named[-1].mention(f"this breaks “{named[-1].name}” and {rest} more")
    return tuple(related)


def misspelt(journey: JourneyGraph, *keys: str) -> bool:
    """Whether one of some keys of a journey is there with a slip in it, which is a finding with its own fix."""
    renamed = (edit for finding in journey.findings for edit in finding.fix if edit.action == "rename")
    return any(len(edit.place.path) == 1 and edit.text in keys for edit in renamed)
