"""Findings and verdicts as a drawing takes them: marks at nodes, and the state of each promise."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from blueprints import Mark, PromiseState, RootCause
from journeys.checks.registry import by_fault
from journeys.checks.told import told
from journeys.graph.algorithms import reached
from journeys.graph.journey import JourneyGraph, JourneyPromise
from journeys.graph.purpose import Purpose
from journeys.graph.verdict import Breakage, Fault, State
from journeys.graph.workspace import workspace_around
from journeys.language.finding import KeyPath, Located
from journeys.language.quantities import NO_BOUND, slack, to_spare

_MOST_TOLD = 6


def marks(journey: JourneyGraph, located: Iterable[Located]) -> list[Mark]:
    """The findings of a journey at the nodes they belong to, in the order of the file.

    Those in the workspace's file are among them where they are about an entry of designing on purpose.
    """
    nodes = _nodes_by_path(journey)
    shared = _by_path(journey.workspace.purpose)
    files = {node.place.file for node in journey.workspace.purpose.nodes}
    actions = {action.id for action in journey.actions}
    # An action's card shows it by its tag, “no owner”.
    unowned = {rule.name for rule in by_fault()[Fault.UNOWNED]}
    found = []
    for item in located:
        if item.source.name == journey.file:
            finding = item.finding
            node = _nearest(nodes, finding.place.path)
            tagged = finding.name in unowned and node in actions
            found.append(Mark(node, finding.code, finding.message, finding.severity.value, tagged))
        elif item.source.name in files and (node := _nearest(shared, item.finding.place.path)):
            found.append(Mark(node, item.finding.code, item.finding.message, item.finding.severity.value))
    return found


def _nodes_by_path(journey: JourneyGraph) -> dict[KeyPath, str]:
    found: dict[KeyPath, str] = {}
    for node in (*journey.steps, *journey.actions, *journey.evidence):
        found[node.place.path[:-1]] = node.id
    found.update((promise.place.path, promise.id) for promise in journey.promise_nodes)
    return found | _by_path(journey.purpose)


def _by_path(purpose: Purpose) -> dict[KeyPath, str]:
    """The entries by the paths of their mappings; the place of a goal or a decision is its name."""
    listed = (*purpose.governance.goals, *purpose.governance.decisions)
    return {node.place.path[:-1] if node in listed else node.place.path: node.id for node in purpose.nodes}


def _nearest(nodes: dict[KeyPath, str], path: KeyPath) -> str:
    for length in range(len(path), 0, -1):
        found = nodes.get(path[:length])
        if found:
            return found
    return ""


def _root_code(promise: JourneyPromise, breakage: Breakage | None) -> tuple[str, ...]:
    """The code of the nearest root cause, for a broken promise without a finding of its own."""
    return (told(breakage.cause, workspace_around(promise.journey)).code,) if breakage else ()


def _assumed(promise: JourneyPromise) -> tuple[int, tuple[str, ...]]:
    """How much an assumed promise takes for nothing, with what it relies on, and the first of it in words."""
    if promise.verdict.state is not State.ASSUMED:
        return 0, ()
    workspace = workspace_around(promise.journey)
    leanings = islice(workspace.leanings.of(promise.node.id), _MOST_TOLD)
    return workspace.leanings.count(promise.node.id), tuple(told(one.assumption, workspace).message for one in leanings)


def states(journey: JourneyGraph, located: Iterable[Located]) -> list[PromiseState]:
    """What is known of each promise of a journey and of those elsewhere that these rely on, for its bar or card."""
    codes: dict[str, list[str]] = {}
    for mark in marks(journey, located):
        codes.setdefault(mark.node_id, []).append(mark.code)
    found = []
    for promise in _reached(journey):
        verdict, node = promise.verdict, promise.node
        left = ""
        if promise.boundless:
            left = NO_BOUND
        elif verdict.timing is not None and verdict.timing.slack is not None:
            elapsed = verdict.timing.calendar or not verdict.timing.working
            left = to_spare(slack(verdict.timing.slack, None if elapsed else journey.working_time))
        deadline = f"within {node.within}" if node.within else ""
        breakage = workspace_around(journey).breakage(node.id)
        own = tuple(dict.fromkeys(code for code in codes.get(node.id, ()) if code[0] in "PO"))
        assumed, assumptions = _assumed(promise)
        found.append(
            PromiseState(
                promise_id=node.id,
                state=verdict.state.value,
                codes=own or _root_code(promise, breakage),
                slack_text=left,
                deadline_text=deadline,
                assumed=assumed,
                assumptions=assumptions,
                own=_own(promise),
                causes=_causes(promise),
                broken_at=breakage.cause.at if breakage else "",
            )
        )
    return found


def _reached(journey: JourneyGraph) -> list[JourneyPromise]:
    """The promises of a journey, then those of others that they rely on, in the order of the files."""
    workspace = workspace_around(journey)
    reliance = workspace.reliance
    below = reached(reliance.graph, [reliance.number[node.id] for node in journey.promise_nodes])
    others = (workspace.promise(reliance.ids[number]) for number in sorted(below))
    return [*journey.promises.values(), *(one for one in others if one.node.journey != journey.id)]


def _own(promise: JourneyPromise) -> tuple[str, ...]:
    """What it takes for nothing itself."""
    workspace = workspace_around(promise.journey)
    return tuple(told(one, workspace).message for one in promise.verdict.assumptions)


def _causes(promise: JourneyPromise) -> tuple[RootCause, ...]:
    workspace = workspace_around(promise.journey)
    return tuple(
        RootCause(cause.root, told(cause, workspace).message, cause.unproven) for cause in promise.verdict.causes
    )
