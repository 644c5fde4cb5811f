"""From journeys to drawn files: findings and verdicts handed to the drawing as plain data.

Beside the command line and the documentation plugins this alone knows both packages.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from blueprints import Mark, PromiseState
from blueprints.narrow import Narrowing
from blueprints.pictures import Picture, ending_of, format_of, pictures
from journeys._version import __version__
from journeys.errors import UsageError
from journeys.finding import KeyPath, Located
from journeys.graph.journey import JourneyGraph, JourneyPromise
from journeys.graph.workspace import Workspace
from journeys.model.duration import say_seconds
from journeys.writing import write_whole

# In the folder of drawings: what each was made from, so that only what has changed is drawn again.
MEMORY = ".drawings.json"


@dataclass(frozen=True)
class Order:
    """What is to be drawn: into which folder or file, in which formats and views, how much of it, and how."""

    output: Path
    formats: Sequence[str] = ("svg",)
    views: Sequence[str] = ("blueprint",)
    narrowing: Narrowing = field(default_factory=Narrowing)
    theme: str = "light"
    scale: float = 2.0
    dot: Path | None = None
    findings: bool = True
    named: bool = True
    again: bool = False


class Drawn(NamedTuple):
    """A file, and whether it was drawn now or is the same as before."""

    path: Path
    fresh: bool


class _Task(NamedTuple):
    picture: Picture
    path: Path
    format: str
    mark: str


def draw_all(workspaces: Iterable[Workspace], order: Order) -> Iterator[Drawn]:
    """Draw every journey that was asked for, and every blueprint its files name; each file as it is done.

    Several are drawn at once, since most of the time goes by in Graphviz. Raises UsageError for a view, format or
    name that is not there, ToolError where drawing or writing fails.
    """
    known = list(workspaces)
    drawn = [picture for workspace in known for picture in _pictures(workspace, order)]
    tasks = [_task(picture, path, order) for picture, path in _targets(drawn, order)]
    memory = {} if order.again else _remembered(tasks)
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        yield from pool.map(lambda task: _draw(task, memory, order.scale), tasks)
    _remember(tasks)


def _pictures(workspace: Workspace, order: Order) -> Iterator[Picture]:
    from blueprints.named import draw_named, named_blueprints
    from journeys.api import check

    located = check(workspace) if order.findings else []
    told = {journey.id: (marks(journey, located), states(journey, located)) for journey in workspace.selected}
    for journey in drawable(workspace):
        findings, promises = told[journey.id] if order.findings else ((), ())
        for view in order.views:
            name = journey.id if view == "blueprint" else f"{journey.id}-{view}"
            yield from pictures(
                journey,
                view=view,
                narrowing=order.narrowing,
                findings=findings,
                promises=promises,
                theme=order.theme,
                dot=order.dot,
                name=name,
            )
    if order.named:
        known = {journey.id for journey in drawable(workspace)}
        for named in (one for one in named_blueprints(workspace) if one.journey.id in known):
            findings, promises = told[named.journey.id] if order.findings else ((), ())
            yield from draw_named(named, findings=findings, promises=promises, theme=order.theme, dot=order.dot)


def drawable(workspace: Workspace) -> list[JourneyGraph]:
    """The journeys that were asked for and of which something could be read: an empty picture helps nobody."""
    return [journey for journey in workspace.selected if journey.steps or not journey.problems]


def _targets(drawn: Sequence[Picture], order: Order) -> Iterator[tuple[Picture, Path]]:
    if order.output.suffix and not order.output.is_dir():
        if len(drawn) > 1:
            raise UsageError(f"{order.output} is one file, and there are {len(drawn)} drawings: name a folder with -o")
        yield from ((picture, order.output) for picture in drawn)
        return
    taken: set[str] = set()
    for picture in drawn:
        name = file_name(picture.name)
        while name in taken:
            name += "-again"
        taken.add(name)
        for format_ in order.formats:
            yield picture, order.output / f"{name}.{ending_of(format_)}"


def _task(picture: Picture, path: Path, order: Order) -> _Task:
    format_ = format_of(path)
    view = repr(picture.drawing.view)
    parts = (__version__, view, repr(picture.drawing.theme), format_, order.scale, order.dot)
    return _Task(picture, path, format_, hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32])


def _draw(task: _Task, memory: Mapping[Path, str], scale: float) -> Drawn:
    if memory.get(task.path) == task.mark and task.path.is_file():
        return Drawn(task.path, fresh=False)
    task.picture.save(task.path, task.format, scale=scale)
    return Drawn(task.path, fresh=True)


def _remembered(tasks: Iterable[_Task]) -> dict[Path, str]:
    """What the drawings that are there were made from; nothing where that cannot be read."""
    found: dict[Path, str] = {}
    for folder in {task.path.parent for task in tasks}:
        try:
            entries = json.loads((folder / MEMORY).read_text("utf-8"))
            found.update((folder / name, mark) for name, mark in entries.items() if isinstance(mark, str))
        except (OSError, ValueError, AttributeError):
            continue
    return found


def _remember(tasks: Sequence[_Task]) -> None:
    before = _remembered(tasks)
    for folder in {task.path.parent for task in tasks}:
        marks = {path.name: mark for path, mark in before.items() if path.parent == folder and path.is_file()}
        marks.update((task.path.name, task.mark) for task in tasks if task.path.parent == folder)
        write_whole(folder / MEMORY, (json.dumps(marks, indent=1, sort_keys=True) + "\n").encode())


def file_name(id_: str) -> str:
    """A journey's id as a file's name: what a file system may not hold becomes a hyphen."""
    safe = "".join(letter if letter.isalnum() or letter in "-_.~" else "-" for letter in id_)
    return safe.strip(".")[:80] or "journey"


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


def _root_code(promise: JourneyPromise) -> tuple[str, ...]:
    """The code of the nearest root cause, for a broken promise without a finding of its own."""
    from journeys.checks.registry import by_name

    breakage = promise.journey.workspace.breakage(promise.node.id)
    rule = by_name().get(breakage.cause.rule) if breakage else None
    return (rule.code,) if rule else ()


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
        own = tuple(dict.fromkeys(code for code in codes.get(node.id, ()) if code[0] in "PO")) or _root_code(promise)
        found.append(PromiseState(node.id, verdict.state.value, own, slack, deadline))
    return found
