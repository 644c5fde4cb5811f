"""Findings and verdicts as a drawing takes them: marks at nodes, and the state of each promise."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from blueprints import Mark, PromiseState
from journeys.graph.journey import JourneyGraph, JourneyPromise
from journeys.graph.verdict import State
from journeys.graph.workspace import workspace_around
from journeys.language.finding import KeyPath, Located
from journeys.language.quantities import slack, to_spare

_MOST_TOLD = 6
_TAGGED = frozenset(("touchpoint-without-owner", "backstage-action-without-owner", "support-process-without-owner"))
"""Rules whose finding an action's card shows by its tag, “no owner”."""


def marks(journey: JourneyGraph, located: Iterable[Located]) -> list[Mark]:
    """The findings of a journey at the nodes they belong to, in the order of the file."""
    nodes = _nodes_by_path(journey)
    actions = {action.id for action in journey.actions}
    found = []
    for item in located:
        if item.source.name == journey.file:
            finding = item.finding
            node = _nearest(nodes, finding.place.path)
            tagged = finding.name in _TAGGED and node in actions
            found.append(Mark(node, finding.code, finding.message, finding.severity.value, tagged))
    return found


def _nodes_by_path(journey: JourneyGraph) -> dict[KeyPath, str]:
    found: dict[KeyPath, str] = {}
    for node in (*journey.steps, *journey.actions, *journey.evidence):
        found[node.place.path[:-1]] = node.id
    found.update((promise.place.path, promise.id) for promise in journey.promise_nodes)
    return found


def _nearest(nodes: dict[KeyPath, str], path: KeyPath) -> str:
    for length in range(len(path), 0, -1):
        found = nodes.get(path[:length])
        if found:
            return found
    return ""


def _root_code(promise: JourneyPromise) -> tuple[str, ...]:
    """The code of the nearest root cause, for a broken promise without a finding of its own."""
    from journeys.checks.registry import by_name

    breakage = promise.journey.workspace.breakage(promise.node.id)
    rule = by_name().get(breakage.cause.rule) if breakage else None
    return (rule.code,) if rule else ()


def _assumed(promise: JourneyPromise) -> tuple[int, tuple[str, ...]]:
    """How much an assumed promise takes for nothing, with what it relies on, and the first of it in words."""
    if promise.verdict.state is not State.ASSUMED:
        return 0, ()
    workspace = workspace_around(promise.journey)
    told = islice(workspace.leanings.of(promise.node.id), _MOST_TOLD)
    return workspace.leanings.count(promise.node.id), tuple(one.assumption.message for one in told)


def states(journey: JourneyGraph, located: Iterable[Located]) -> list[PromiseState]:
    """What is known of each promise of a journey, for its bar."""
    codes: dict[str, list[str]] = {}
    for mark in marks(journey, located):
        codes.setdefault(mark.node_id, []).append(mark.code)
    found = []
    for promise in journey.promises.values():
        verdict, node = promise.verdict, promise.node
        left = ""
        if verdict.timing is not None and verdict.timing.slack is not None:
            elapsed = verdict.timing.calendar or not verdict.timing.working
            left = to_spare(slack(verdict.timing.slack, None if elapsed else journey.working_time))
        deadline = f"within {node.within}" if node.within else ""
        own = tuple(dict.fromkeys(code for code in codes.get(node.id, ()) if code[0] in "PO")) or _root_code(promise)
        assumed, assumptions = _assumed(promise)
        found.append(PromiseState(node.id, verdict.state.value, own, left, deadline, assumed, assumptions))
    return found
