"""What a law changes in a random workspace: each gives a changed copy, or None where there is nothing to change."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from .bruteforce.making import LANES, actions_of, steps_of
from .bruteforce.reading import Workspace
from .bruteforce.reading_promises import read_world

Data = dict[str, Any]
Change = Callable[[Workspace, Random], Workspace | None]
_LONG = {False: "9 weeks", True: "9 working weeks"}


def cells(workspace: Workspace) -> list[tuple[Data, str, list[Data]]]:
    """The cells of the company that are not empty: step, lane, actions."""
    steps = [step for journey in workspace["journeys"].values() for step in steps_of(journey)]
    return [(step, lane, step[lane]) for step in steps for lane in LANES if step.get(lane)]


def work_added(workspace: Workspace, rng: Random) -> Workspace | None:
    """An action that says no time, in a cell that is not empty."""
    changed = copy.deepcopy(workspace)
    found = cells(changed)
    if not found:
        return None
    _, _, cell = rng.choice(found)
    owners = [rng.choice(cell).get("owner"), rng.choice(cell).get("owner"), f"o{rng.randrange(4)}", "none"]
    owner = rng.choice(owners)
    added = {"do": "ADDED", "id": "added", **({} if owner is None else {"owner": owner})}
    cell.insert(rng.randrange(len(cell) + 1), added)
    return changed


def use_added(workspace: Workspace, rng: Random) -> Workspace | None:
    """A `uses` of something that is not in the next cell below."""
    changed = copy.deepcopy(workspace)
    able = [(step, lane, one) for step, lane, cell in cells(changed) for one in cell if one.get("uses") != "none"]
    if not able:
        return None
    step, lane, action = rng.choice(able)
    order = list(LANES)
    beneath = next((one for one in order[order.index(lane) + 1 :] if step.get(one)), "")
    elsewhere = [
        (key, one)
        for key, journey in changed["journeys"].items()
        for other in steps_of(journey)
        for name in LANES
        for one in other.get(name, [])
        if one is not action and (other is not step or name != beneath)
    ]
    if not elsewhere:
        return None
    key, other = rng.choice(elsewhere)
    home = next(key for key, journey in changed["journeys"].items() if any(one is step for one in steps_of(journey)))
    said = action.get("uses", [])
    used = other["id"] if key == home else f"{key}/{other['id']}"
    action["uses"] = [*(said if isinstance(said, list) else [said]), used]
    return changed


def way_added(workspace: Workspace, rng: Random) -> Workspace | None:
    """A way to an end, from a step that is no dead end: to a new one, or where nothing is made, kept or released."""
    changed = copy.deepcopy(workspace)
    journey = rng.choice([*changed["journeys"].values()])
    steps = steps_of(journey)
    phases = journey.get("phases", [])
    if "anywhere" in journey or any("anywhere" in phase for phase in phases):
        return None
    number = rng.randrange(len(steps))
    step = steps[number]
    if "next" not in steps[-1] and "end" not in steps[-1]:
        return None
    if "next" not in step:
        step["next"] = [] if "end" in step else [steps[number + 1]["id"]]
    ends = sorted(_idle_ends(workspace) & {one["id"] for one in steps} - {step["id"]})
    target = rng.choice(ends) if ends and rng.random() < 0.5 else "leave"
    way = {"to": target, **rng.choice([{}, {"when": "w8"}, {"when": "w8", "after": "2 days"}])}
    step["next"] = [*step["next"], way]
    if target == "leave":
        column = {"step": "LEAVE", "id": "leave", "end": "true"}
        (phases[-1]["steps"] if phases else journey["steps"]).append(column)
    return changed


def _idle_ends(workspace: Workspace) -> set[str]:
    """The ends at or after which nothing is made, kept or released."""
    world = read_world(workspace)
    busy = {step for one in world.promises.values() for step, _ in one.places}
    busy |= {world.actions[action].step for one in world.promises.values() for action in one.kept}
    busy |= {step for one in world.promises.values() for step in one.unless}
    found = set()
    for end in (step.id for step in world.steps.values() if step.end):
        after = [end]
        for step in after:
            after += [way.target for way in world.steps[step].ways if not way.leaves and way.target not in after]
        leaves = any(way.leaves for step in after for way in world.steps[step].ways)
        if not leaves and busy.isdisjoint(after):
            found.add(end)
    return found


def lengthened(workspace: Workspace, rng: Random) -> Workspace | None:
    """A longer time of the same kind: of work, of a wait, of a way, or one more round."""
    changed = copy.deepcopy(workspace)
    steps = [step for journey in changed["journeys"].values() for step in steps_of(journey)]
    ways = [way for step in steps for way in step.get("next", []) if isinstance(way, dict)]
    customers = [step["customer"] for step in steps if "customer" in step]
    able = [(one, "takes") for one in [*actions_of(changed), *customers] if one.get("takes", "none") != "none"]
    able += [(step, "wait") for step in steps if "wait" in step]
    able += [(way, "after") for way in ways if "after" in way]
    able += [(way, "at_most") for way in ways if "at_most" in way]
    if not able:
        return None
    where, key = rng.choice(able)
    where[key] = str(int(where[key]) + 1) if key == "at_most" else _longer(where[key])
    return changed


def _longer(said: Any) -> Any:
    if isinstance(said, dict):
        return {**said, "at_most": _longer(said["at_most"])}
    return _LONG["working" in said]


def settled(workspace: Workspace, rng: Random) -> Workspace | None:
    """`takes: none` where an action, or a whole lane, says no time."""
    changed = copy.deepcopy(workspace)
    lanes = changed["shared"].get("lanes", {})
    silent = [one for _, lane, cell in cells(changed) for one in cell if "takes" not in {**one, **lanes.get(lane, {})}]
    quiet = [lane for lane in LANES if "takes" not in lanes.get(lane, {}) and (lane != "partner" or lane in lanes)]
    if quiet and rng.random() < 0.3:
        changed["shared"].setdefault("lanes", {}).setdefault(rng.choice(quiet), {})["takes"] = "none"
        return changed
    if not silent:
        return None
    rng.choice(silent)["takes"] = "none"
    return changed


def written(workspace: Workspace) -> list[tuple[str, Data]]:
    """The promises written in full, by journey and key."""
    return [
        (f"{id_}/{key}", promise)
        for id_, journey in workspace["journeys"].items()
        for key, promise in journey.get("promises", {}).items()
    ]


def promise_added(workspace: Workspace, action: str) -> Workspace | None:
    """The owner of an action promises it to those whom it supports, always; None where something is promised there."""
    changed = copy.deepcopy(workspace)
    found = next(one for one in actions_of(changed) if one["id"] == action)
    if "promised" in found:
        return None
    found["promised"] = {"id": "added", "promise": "ADDED", "at_least": "100%"}
    return changed


def unrelated_added(workspace: Workspace, rng: Random) -> Workspace | None:
    """A step that nobody comes to, or a journey of its own, with work of somebody who does nothing else."""
    changed = copy.deepcopy(workspace)
    changed["shared"]["owners"]["o8"] = {"name": "O8"}
    changed["shared"]["customers"]["c8"] = {"name": "C8"}
    work = {"do": "OTHER", "id": "other", "owner": "o8", "takes": "1 month"}
    step: Data = {"step": "UNRELATED", "id": "unrelated", "wait": "3 weeks", "frontstage": [work]}
    if rng.random() < 0.3:
        changed["journeys"]["j8"] = {"journey": "J8", "id": "j8", "customer": "c8", "steps": [{**step, "end": "true"}]}
        return changed
    journey = rng.choice([*changed["journeys"].values()])
    steps = steps_of(journey)
    groups = [phase["steps"] for phase in journey["phases"]] if "phases" in journey else [journey["steps"]]
    group = rng.choice(groups)
    at = rng.randrange(1 if group is groups[0] else 0, len(group) + 1)
    before = group[at - 1] if at else groups[groups.index(group) - 1][-1]
    number = next(place for place, one in enumerate(steps) if one is before)
    if "next" not in before and "end" not in before:
        if number + 1 == len(steps):
            return None
        before["next"] = [steps[number + 1]["id"]]
    group.insert(at, {**step, "next": [{"to": rng.choice(steps)["id"], "after": "1 month"}]})
    return changed


def shuffled(workspace: Workspace, rng: Random) -> Workspace:
    """The same in another order of files, sections and keys."""

    def again(data: Any) -> Any:
        if isinstance(data, dict):
            return {key: again(data[key]) for key in rng.sample(list(data), len(data))}
        return [again(item) for item in data] if isinstance(data, list) else data

    return {**again(workspace)}


_ID = re.compile(r"\b([soajcpq])(\d+)", re.IGNORECASE)


def renamed(workspace: Workspace, rng: Random) -> tuple[Workspace, Callable[[str], str]]:
    """The same with ids dealt anew among all of a kind, and how a key is called now."""
    text = json.dumps(workspace)
    dealt: dict[tuple[str, str], str] = {}
    for letter in "soajcpq":
        numbers = sorted({number for kind, number in _ID.findall(text) if kind.lower() == letter})
        dealt.update(((letter, old), new) for old, new in zip(numbers, rng.sample(numbers, len(numbers)), strict=True))

    def called(text: str) -> str:
        return _ID.sub(lambda found: found[1] + dealt[found[1].lower(), found[2]], text)

    return json.loads(called(text)), called


def without_owner(workspace: Workspace, owner: str) -> Workspace:
    """An owner is declared no more."""
    changed = copy.deepcopy(workspace)
    changed["shared"]["owners"].pop(owner, None)
    return changed


def vacated(workspace: Workspace, owner: str) -> Workspace:
    """An owner's post is vacant."""
    changed = copy.deepcopy(workspace)
    changed["shared"]["owners"].setdefault(owner, {})["vacant"] = "true"
    return changed


def measures(workspace: Workspace, key: str) -> Iterator[tuple[str, Data]]:
    """The promises in full that say something under a key."""
    return ((name, promise) for name, promise in written(workspace) if key in promise)
