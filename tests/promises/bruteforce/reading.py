"""From dicts that would be YAML to steps, ways and supports (`language.md`: Steps and lanes, Flow, Support)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .choices import CHOICES
from .model import Action, Journey, Step, Way, World
from .quantities import calendar_of, said_span

Workspace = dict[str, Any]
"""`{"journeys": {"j0": {…}}, "shared": {…}}`."""
_KINDS = {"evidence": "evidence", "customer": "customer"} | dict.fromkeys(
    ("frontstage", "backstage", "support"), "company"
)


@dataclass(slots=True)
class Reader:
    """A world that is being read, and what its names mean: (journey, id or name) to an id."""

    workspace: Workspace
    world: World
    step_names: dict[tuple[str, str], str] = field(default_factory=dict)
    action_names: dict[tuple[str, str], str] = field(default_factory=dict)

    def step(self, journey: str, reference: str) -> str | None:
        """The step of a reference; a reference to an action means its step."""
        home, name = split(journey, reference)
        found = self.step_names.get((home, name))
        if found is None:
            action = self.action(journey, reference)
            found = self.world.actions[action].step if action else None
        return found

    def action(self, journey: str, reference: str) -> str | None:
        """An action's id, `step.lane`, `step.lane.2`, or a step with just one touchpoint."""
        home, name = split(journey, reference)
        if (home, name) in self.action_names:
            return self.action_names[home, name]
        step, lane, number = ([*name.split("."), "", ""])[:3]
        found = self.step_names.get((home, step))
        if found is None:
            return None
        cells = self.world.steps[found].cells
        cell = cells.get(lane or "frontstage", [])
        if not lane and not cell:
            # The company does one thing there, though the customer meets nobody: it can mean nothing else.
            cell = [action for action in self.world.column(found) if self.world.actions[action].company]
        if number:
            return cell[int(number) - 1] if int(number) <= len(cell) else None
        return cell[0] if len(cell) == 1 else None


def split(journey: str, reference: str) -> tuple[str, str]:
    """`j1/s3` is in another journey, `s3` in this one."""
    home, slash, name = reference.partition("/")
    return (home, name) if slash else (journey, reference)


def as_list(value: Any) -> list[Any]:
    """One or a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def said(value: Any) -> bool:
    """`true`, whether text or not."""
    return value not in (None, False, "false")


def slug(name: str) -> str:
    """An id left out."""
    return re.sub(r"\W+", "-", name.lower()).strip("-")


def read(workspace: Workspace) -> Reader:
    """Read everything but promises."""
    shared = workspace["shared"]
    owners: dict[str, bool] = {}
    customers: set[str] = set()
    for part in (shared, *workspace["journeys"].values()):
        owners |= {name: not said((owner or {}).get("vacant")) for name, owner in part.get("owners", {}).items()}
        customers |= set(part.get("customers") or {}) if isinstance(part.get("customers"), dict) else set()
    reader = Reader(workspace, World(calendar_of(shared.get("calendar")), owners, frozenset(customers)))
    for key, journey in workspace["journeys"].items():
        _Columns(reader, key, journey).read()
    for key, journey in workspace["journeys"].items():
        _flow(reader, key, journey)
        for step, written in zip(reader.world.journeys[key].steps, phased(journey), strict=True):
            _support(reader, step, written[1])
    return reader


def phased(journey: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each step with its phase (an empty one where there are none)."""
    if "phases" in journey:
        return [(phase, step) for phase in journey["phases"] for step in phase["steps"]]
    return [({}, step) for step in journey["steps"]]


def _lanes(shared: dict[str, Any], journey: dict[str, Any]) -> tuple[list[str], dict[str, dict[str, Any]]]:
    order, lanes = list(_KINDS), {name: {"kind": kind} for name, kind in _KINDS.items()}
    for part in (shared, journey):
        for name, lane in part.get("lanes", {}).items():
            lanes[name] = {**lanes.get(name, {}), **lane}
            if name not in order:
                order.insert(order.index(lane.get("after", "support")) + 1, name)
    return order, lanes


FRONT = "frontstage"


class _Columns:
    """One journey's steps and actions."""

    def __init__(self, reader: Reader, key: str, written: dict[str, Any]) -> None:
        self.reader, self.key, self.written = reader, key, written
        self.order, self.lanes = _lanes(reader.workspace["shared"], written)

    def read(self) -> None:
        """Each step with its cells."""
        customers = self.written.get("customer", self.written.get("customers"))
        names = tuple(customers) if isinstance(customers, dict) else tuple(as_list(customers))
        company = [lane for lane in self.order if self.lanes[lane]["kind"] == "company"]
        journey = self.reader.world.journeys[self.key] = Journey(self.key, names, company)
        for number, (phase, written) in enumerate(phased(self.written)):
            step = self._step(number, phase, written)
            journey.steps.append(step.id)
            if number == 0 or said(written.get("start")):
                journey.starts.append(step.id)

    def _step(self, number: int, phase: dict[str, Any], written: dict[str, Any]) -> Step:
        world, key = self.reader.world, self.key
        name = written["step"]
        own = written.get("id", slug(name))
        wait = said_span(written.get("wait"), world.calendar)
        step = Step(own, name, key, number, wait, said(written.get("end")), written.get("journey"))
        world.steps[own] = step
        self.reader.step_names[key, name] = self.reader.step_names[key, own] = own
        for lane in self.order:
            if self.lanes[lane]["kind"] in ("customer", "company") and written.get(lane) is not None:
                step.cells[lane] = [self._action(step, lane, phase, written, cell) for cell in as_list(written[lane])]
        return step

    def _action(self, step: Step, lane: str, phase: dict[str, Any], column: dict[str, Any], cell: Any) -> str:
        world = self.reader.world
        cell = cell if isinstance(cell, dict) else {"do": cell}
        own = cell.get("id", slug(cell["do"]))
        company = self.lanes[lane]["kind"] == "company"
        owner = next((part["owner"] for part in (cell, column, phase, self.lanes[lane]) if part.get("owner")), "none")
        takes = cell.get("takes", self.lanes[lane].get("takes") if company else None)
        world.actions[own] = Action(
            own,
            step.id,
            self.key,
            lane,
            company,
            None if owner == "none" or not company else owner,
            said_span(takes, world.calendar),
            cell.get("system"),
            cell.get("promised"),
        )
        self.reader.action_names[self.key, own] = own
        return str(own)


def _flow(reader: Reader, key: str, journey: dict[str, Any]) -> None:
    """`next`, else the step that follows unless this one is an end; and `anywhere`."""
    written = phased(journey)
    ids = reader.world.journeys[key].steps
    for number, (phase, column) in enumerate(written):
        step = reader.world.steps[ids[number]]
        if "next" in column:
            _next(reader, step, as_list(column["next"]))
        elif not step.end and number + 1 < len(ids):
            step.ways.append(Way(step.id, ids[number + 1]))
        if step.end and not CHOICES.anywhere_from_ends:
            continue
        for entry in as_list(phase.get("anywhere")) + as_list(journey.get("anywhere")):
            way = _way(reader, step, entry, None)
            if way.target != step.id:
                step.ways.append(way)


def _next(reader: Reader, step: Step, entries: list[Any]) -> None:
    for number, entry in enumerate(entries):
        if isinstance(entry, dict) and "all" in entry:
            step.ways += [_way(reader, step, one, number) for one in as_list(entry["all"])]
        else:
            step.ways.append(_way(reader, step, entry, None))


def _way(reader: Reader, step: Step, entry: Any, group: int | None) -> Way:
    entry = entry if isinstance(entry, dict) else {"to": entry}
    target, calendar = entry["to"], reader.world.calendar
    at_most = int(entry["at_most"]) if "at_most" in entry else None
    leaves = target.endswith("/")
    found = target.removesuffix("/") if leaves else reader.step(step.journey, target)
    if found is None:
        raise ValueError(target)
    return Way(step.id, found, entry.get("when"), said_span(entry.get("after"), calendar), at_most, group, leaves)


def _support(reader: Reader, step_id: str, written: dict[str, Any]) -> None:
    """Every action of the next company lane below that is not empty; `uses` narrows it, and adds from elsewhere.

    The customer's action is supported by the frontstage alone.
    """
    world = reader.world
    step = world.steps[step_id]
    company = [lane for lane in world.journeys[step.journey].lanes if step.cells.get(lane)]
    for lane, cell in step.cells.items():
        below = company[company.index(lane) + 1 :][:1] if lane in company else [one for one in company if one == FRONT]
        underneath = step.cells[below[0]] if below else []
        for action, entry in zip(cell, as_list(written[lane]), strict=True):
            uses = as_list(entry.get("uses")) if isinstance(entry, dict) else []
            named = [reader.action(step.journey, use) for use in uses if use != "none"]
            found = [name for name in named if name is not None]
            within = [name for name in found if name in underneath]
            kept = within if within or "none" in uses else underneath
            elsewhere = [name for name in found if name not in underneath and name != action]
            world.supports[action] = tuple(dict.fromkeys([*kept, *elsewhere]))


def meets_customer(world: World, action: str) -> bool:
    """A touchpoint, or the topmost company action where the customer meets nobody there."""
    found = world.actions[action]
    cells = world.steps[found.step].cells
    top = next((lane for lane in world.journeys[found.journey].lanes if cells.get(lane)), None)
    return found.lane == top
