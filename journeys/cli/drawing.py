"""From journeys to drawn files: findings and verdicts handed to the drawing as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import blueprints
from blueprints import Mark, PromiseState
from journeys.errors import UsageError
from journeys.finding import KeyPath, Located
from journeys.graph.journey import JourneyGraph
from journeys.graph.workspace import Workspace
from journeys.model.duration import say_seconds


@dataclass(frozen=True)
class Order:
    """What is to be drawn: into which folder or file, in which formats, and how."""

    output: Path
    formats: Sequence[str] = ("svg",)
    theme: str = "light"
    scale: float = 2.0
    dot: Path | None = None
    findings: bool = True


def draw_all(workspaces: Iterable[Workspace], order: Order) -> Iterator[Path]:
    """Draw every journey that was asked for, and give each file as it is written."""
    from journeys.api import check

    known = list(workspaces)
    journeys = [journey for workspace in known for journey in workspace.selected]
    located = [item for workspace in known for item in check(workspace)] if order.findings else []
    for journey in journeys:
        drawing = blueprints.draw(
            journey,
            findings=marks(journey, located),
            promises=states(journey, located) if order.findings else (),
            theme=order.theme,
            dot=order.dot,
        )
        for target in _targets(journey, order, single=len(journeys) == 1):
            yield drawing.save(target, scale=order.scale)


def _targets(journey: JourneyGraph, order: Order, *, single: bool) -> list[Path]:
    ending = order.output.suffix.lstrip(".").lower()
    if ending in ("svg", "png", "dot", "pdf"):
        if not single:
            raise UsageError(f"{order.output} is one file, and there are several journeys: name a folder")
        return [order.output]
    return [order.output / f"{file_name(journey.id)}.{format_}" for format_ in order.formats]


def file_name(id_: str) -> str:
    """A journey's id as a file's name: what a file system may not hold becomes a hyphen."""
    safe = "".join(letter if letter.isalnum() or letter in "-_.~" else "-" for letter in id_)
    return safe.strip(".")[:120] or "journey"


def marks(journey: JourneyGraph, located: Iterable[Located]) -> list[Mark]:
    """The findings of a journey at the nodes they belong to, in the order of the file."""
    nodes = _nodes_by_path(journey)
    found = []
    for item in located:
        if item.source.name == journey.file:
            finding = item.finding
            node = _nearest(nodes, finding.place.path)
            found.append(Mark(node, finding.code, finding.message, finding.severity.value))
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


def states(journey: JourneyGraph, located: Iterable[Located]) -> list[PromiseState]:
    """What is known of each promise of a journey, for its bar."""
    codes: dict[str, list[str]] = {}
    for mark in marks(journey, located):
        codes.setdefault(mark.node_id, []).append(mark.code)
    found = []
    for promise in journey.promises.values():
        verdict, node = promise.verdict, promise.node
        slack = ""
        if verdict.timing is not None and verdict.timing.slack is not None:
            measure = journey.working_time if verdict.timing.working else None
            slack = say_seconds(abs(verdict.timing.slack), working_time=measure)
            slack = f"{slack} late" if verdict.timing.slack < 0 else f"{slack} to spare"
        deadline = f"within {node.within}" if node.within else ""
        own = tuple(dict.fromkeys(code for code in codes.get(node.id, ()) if code[0] in "PO"))
        found.append(PromiseState(node.id, verdict.state.value, own, slack, deadline))
    return found
