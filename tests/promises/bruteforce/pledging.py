"""Random promises: mostly sensible ones, backed and released where they need it."""

from __future__ import annotations

from typing import Any

from .dice import RATES, Dice
from .making import actions_of
from .mending import Mender
from .model import Action
from .paths import Ground
from .reading import Workspace, read


class Pledger:
    """Adds `uses` and promises to the journeys of a workspace."""

    def __init__(self, dice: Dice, workspace: Workspace) -> None:
        """Nothing is promised yet."""
        self.dice, self.workspace = dice, workspace
        self.written = {action["id"]: action for action in actions_of(workspace)}
        self.world = read(workspace).world
        self.names: list[tuple[str, str]] = []

    def pledge(self) -> None:
        """Uses, promises in full, promises in short form behind them, releases."""
        self._uses()
        self.world = read(self.workspace).world
        for key in self.workspace["journeys"]:
            self.workspace["journeys"][key]["promises"] = {}
        for key in self.workspace["journeys"]:
            for _ in range(self.dice.pick([1, 2, 2, 3, 3])):
                self._promise(key)
        self._short_forms()
        self._standing()
        Mender(self.dice, self.workspace).mend()
        for journey in self.workspace["journeys"].values():
            if not journey["promises"]:
                del journey["promises"]

    def _uses(self) -> None:
        """Each leads to a lower lane or, in the same lane, to an earlier step: no circles."""
        dice, world = self.dice, self.world
        order = list(world.steps)
        for action in world.actions.values():
            if not action.company or not dice.rarely(0.1):
                continue
            lanes = world.journeys[action.journey].lanes
            rank = {lane: number for number, lane in enumerate(lanes)}

            def place(other: Action, rank: dict[str, int] = rank) -> tuple[int, int]:
                return rank.get(other.lane, 9), -order.index(other.step)

            below = [
                o for o in world.actions.values() if o.company and place(o) > place(action) and o.step != action.step
            ]
            near = [o for o in below if o.journey == action.journey and order.index(o.step) <= order.index(action.step)]
            under = list(world.supports[action.id])
            roll = dice.random.random()
            if roll < 0.15 and under:
                uses: Any = "none"
            elif roll < 0.4 and under:
                uses = dice.some(under, 2)
            elif roll < 0.85 and near:
                uses = dice.pick(near).id
            elif below:
                other = dice.pick(below)
                uses = other.id if other.journey == action.journey else f"{other.journey}/{other.id}"
            else:
                continue
            self.written[action.id]["uses"] = uses

    def _promise(self, journey: str) -> None:
        """A promise in full, kept at a touchpoint mostly, or at what supports one."""
        dice, world = self.dice, self.world
        mine = [action for action in world.actions.values() if action.journey == journey and action.company]
        touch = [action for action in mine if action.lane == "frontstage"]
        if not mine:
            return
        k = dice.pick(touch if touch and dice.chance(0.8) else mine)
        others = [o for o in mine if o.lane == k.lane and o.owner == k.owner and o.step != k.step]
        home = journey
        if len(world.journeys) > 1 and dice.rarely(0.04):
            home = dice.pick([other for other in world.journeys if other != journey])
        to = self._promisee(k)
        written: dict[str, Any] = {"promise": "P", "by": k.owner or "o0", "to": to}
        written["made"] = self._made(home, k)
        written["kept"] = self._kept(home, k, others)
        self._measure(written, 0.75)
        name = dice.new("p")
        self.workspace["journeys"][home]["promises"][name] = written
        if dice.chance(0.35):
            self._condition(home, k, written)
        if self.names and dice.rarely(0.12):
            other, its = dice.pick(self.names)
            written.setdefault("relies_on", []).append(its if other == home else f"{other}/{its}")
        self.names.append((home, name))

    def _promisee(self, k: Action) -> str:
        above = [self.world.actions[a].owner for a, below in self.world.supports.items() if k.id in below]
        owners = [owner for owner in above if owner is not None]
        if owners and self.dice.chance(0.85):
            return self.dice.pick(owners)
        customers = self.world.journeys[k.journey].customers
        return self.dice.pick(customers)

    def _steps_before(self, home: str, k: Action) -> list[str]:
        world = self.world
        ground = Ground(world, home, [k.step])
        return [step for step in world.journeys[home].steps if ground.reaches((step, None), k.step)]

    def _made(self, home: str, k: Action) -> Any:
        dice = self.dice
        steps = self._steps_before(home, k)
        if not steps or dice.rarely(0.02):
            steps = self.world.journeys[home].steps
        places: list[Any] = list(dice.some(steps, 1 if dice.chance(0.85) else 2))
        for number, step in enumerate(places):
            whens = [way.when for way in self.world.steps[step].ways if way.when and way.when != "w0"]
            if whens and dice.chance(0.5):
                places[number] = {"at": step, "when": dice.pick(whens)}
            elif dice.rarely(0.01):
                places[number] = {"at": step, "when": "w9"}
        return places[0] if len(places) == 1 else places

    def _kept(self, home: str, k: Action, others: list[Action]) -> Any:
        dice = self.dice
        prefix = "" if home == k.journey else f"{k.journey}/"
        cell = self.world.steps[k.step].cells[k.lane]
        if len(cell) == 1 and dice.chance(0.2):
            return prefix + (k.step if k.lane == "frontstage" else f"{k.step}.{k.lane}")
        if others and dice.rarely(0.1):
            both = [prefix + k.id, prefix + dice.pick(others).id]
            return {"any": both} if dice.chance(0.5) else both
        return prefix + k.id

    def _measure(self, written: dict[str, Any], dated: float) -> None:
        if self.dice.chance(dated):
            written["within"] = self.dice.long()
        if self.dice.chance(self.dice.rates):
            written["at_least"] = self.dice.pick(RATES[: 5 if "kept" in written else None])

    def _condition(self, home: str, k: Action, written: dict[str, Any]) -> None:
        """Another promise that this one relies on, kept before k or in its step."""
        dice, world = self.dice, self.world
        steps = self._steps_before(home, k)
        near = [action for action in world.actions.values() if action.company and action.step in steps]
        anywhere = [action for action in world.actions.values() if action.company]
        here = [action for action in near if action.id in world.beneath([k.id]) and action.owner != k.owner]
        b = dice.pick(here or near or anywhere if not dice.rarely(0.15) else anywhere) if dice.chance(0.3) else None
        b = b or dice.pick(near if near and not dice.rarely(0.15) else anywhere)
        place = written["made"] if dice.chance(0.4) else b.step
        condition: dict[str, Any] = {"promise": "Q", "by": b.owner or "o1", "to": written["by"], "made": place}
        prefix = "" if home == b.journey else f"{b.journey}/"
        condition["made"] = f"{prefix}{place}" if place == b.step else place
        condition["kept"] = f"{prefix}{b.id}"
        second = [o for o in near if o.owner == b.owner and o.journey == b.journey and o.id != b.id]
        if second and dice.rarely(0.1):
            condition["kept"] = {"any": [condition["kept"], f"{prefix}{dice.pick(second).id}"]}
        self._measure(condition, 0.7)
        name = dice.new("p")
        self.workspace["journeys"][home]["promises"][name] = condition
        written.setdefault("relies_on", []).append(name)

    def _short_forms(self) -> None:
        """Most handoffs are covered by the short form; a few other actions have one as well."""
        dice, world = self.dice, self.world
        for action in world.actions.values():
            above = [world.actions[a] for a, below in world.supports.items() if action.id in below]
            differs = any(a.company and a.owner != action.owner for a in above)
            if action.company and action.owner and dice.chance(0.94 if differs else 0.04):
                promised: dict[str, Any] = {}
                if dice.chance(0.8):
                    promised["id"] = dice.new("q")
                self._measure(promised, 0.8)
                self.written[action.id]["promised"] = promised or {"within": dice.long()}

    def _standing(self) -> None:
        dice, world = self.dice, self.world
        if not dice.rarely(0.08):
            return
        links = [(a, b) for a, below in world.supports.items() for b in below if world.actions[b].owner]
        links = [(a, b) for a, b in links if world.actions[a].owner != world.actions[b].owner]
        if not links:
            return
        above, below = dice.pick(links)
        to = world.actions[above].owner or world.journeys[world.actions[above].journey].customers[0]
        journey = world.actions[above].journey
        written: dict[str, Any] = {"promise": "S", "by": world.actions[below].owner, "to": to, "kept": "wherever"}
        self._measure(written, 0.6)
        name = dice.new("p")
        promises = self.workspace["journeys"][journey]["promises"]
        for one in list(promises.values()):
            if dice.chance(0.6):
                one.setdefault("relies_on", []).append(name)
        promises[name] = written
        if dice.chance(0.5):
            self.written[below].pop("promised", None)
