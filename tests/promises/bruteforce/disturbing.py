"""One or two things that are random in a workspace that is sensible otherwise: each point gets its faults."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .dice import RATES, Dice
from .making import actions_of, steps_of

Promise = dict[str, Any]


class Disturber:
    """Disturbs a workspace in place."""

    def __init__(self, dice: Dice, workspace: dict[str, Any]) -> None:
        """Look up what may be disturbed."""
        self.dice, self.workspace = dice, workspace
        self.full = [p for journey in workspace["journeys"].values() for p in journey.get("promises", {}).values()]
        self.actions = actions_of(workspace)
        self.short = [action["promised"] for action in self.actions if "promised" in action]

    def disturb(self) -> None:
        """Do one thing that goes wrong."""
        weighted: list[tuple[int, Callable[[], None]]] = [
            (14, self.empty_post),
            (12, self.nobody),
            (22, self.not_an_action),
            (2, self.no_release),
            (2, self.another_place),
            (34, self.from_afar),
            (14, self.another_promiser),
            (3, self.nothing_behind),
            (3, self.unowned),
            (5, self.unknown_condition),
            (2, self.another_promisee),
            (28, self.circle),
            (2, self.in_no_time),
            (7, self.too_often),
            (24, self.share),
            (4, self.two_words),
            (8, self.silence),
            (3, self.undated),
            (40, self.unbounded),
        ]
        action = self.dice.pick([one for weight, one in weighted for _ in range(weight)])
        action()

    def _several(self) -> list[Promise]:
        """About half of the promises in full, at least one where there is one."""
        return self.dice.some(self.full, len(self.full)) if self.full else []

    def _promise(self) -> Promise | None:
        return self.dice.pick(self.full) if self.full else None

    def _both(self) -> Promise:
        options = self.full + self.short
        return self.dice.pick(options) if options else {}

    def empty_post(self) -> None:
        """A vacant owner."""
        self.workspace["shared"]["owners"][self.dice.pick(["o1", "o2", "o3"])]["vacant"] = "true"

    def nobody(self) -> None:
        """An owner or a customer that is not declared."""
        if self.dice.chance(0.6):
            for where in self._several():
                where[self.dice.pick(["by", "to"])] = self.dice.pick(["o9", "c9"])
        elif self.actions:
            self.dice.pick(self.actions)["owner"] = "o9"

    def not_an_action(self) -> None:
        """`kept` at what a customer does, at an empty list, at a step without a touchpoint."""
        for journey in self.workspace["journeys"].values():
            customers = [step["customer"]["id"] for step in steps_of(journey) if "customer" in step]
            bare = [step["id"] for step in steps_of(journey) if "frontstage" not in step]
            for where in journey.get("promises", {}).values():
                if where["kept"] != "wherever" and self.dice.chance(0.5):
                    where["kept"] = self.dice.pick([[], *customers, *bare])

    def no_release(self) -> None:
        """What is missed at an end is not released."""
        where = self._promise() or {}
        where.pop("unless", None)

    def another_place(self) -> None:
        """Made anywhere."""
        where = self._promise()
        journey = self.dice.pick(list(self.workspace["journeys"].values()))
        if where is not None and "made" in where and where in journey.get("promises", {}).values():
            where["made"] = self.dice.pick(steps_of(journey))["id"]

    def from_afar(self) -> None:
        """Relies on what is kept in another journey, and often says no `within`."""
        key, other = (self.dice.pick(list(self.workspace["journeys"])) for _ in range(2))
        near, far = self.workspace["journeys"][key], self.workspace["journeys"][other]
        there = [(s, a) for s in steps_of(far) for a in s.get("frontstage", []) if a.get("owner") not in (None, "none")]
        mine = list(near.get("promises", {}).values())
        if not there or not mine or key == other:
            return
        step, action = self.dice.pick(there)
        promise = self.dice.pick(mine)
        name = self.dice.new("p")
        condition = {
            "promise": "F",
            "by": action["owner"],
            "to": promise["by"],
            "made": step["id"],
            "kept": action["id"],
        }
        if self.dice.chance(0.3):
            condition["within"] = self.dice.long()
        far.setdefault("promises", {})[name] = condition
        promise.setdefault("relies_on", []).append(f"{other}/{name}")

    def another_promiser(self) -> None:
        """Promised by somebody else."""
        for where in self._several():
            where["by"] = self.dice.pick(["o0", "o1", "o2", "o3"])

    def another_promisee(self) -> None:
        """Promised to somebody else."""
        where = self._promise() or {}
        where["to"] = self.dice.pick(["o0", "o1", "o2", "o3", "c1"])

    def nothing_behind(self) -> None:
        """A short form is gone."""
        bearing = [action for action in self.actions if "promised" in action]
        if bearing:
            del self.dice.pick(bearing)["promised"]

    def unowned(self) -> None:
        """Nobody owns an action."""
        if self.actions:
            self.dice.pick(self.actions)["owner"] = "none"

    def unknown_condition(self) -> None:
        """Relies on what is promised nowhere, or on any promise at all."""
        where = self._promise()
        names = [
            f"{key}/{name}"
            for key, journey in self.workspace["journeys"].items()
            for name in journey.get("promises", {})
        ]
        if where is not None:
            relies = where.setdefault("relies_on", [])
            name = self.dice.pick(["p99", *names, *names])
            if name not in relies:
                relies.append(name)

    def circle(self) -> None:
        """Two that rely on each other, or one on itself."""
        key = self.dice.pick(list(self.workspace["journeys"]))
        promises = self.workspace["journeys"][key].get("promises", {})
        if not promises:
            return
        names = self.dice.some(list(promises), 3)
        for name, other in zip(names, [*names[1:], names[0]], strict=True):
            relies = promises[name].setdefault("relies_on", [])
            if other not in relies:
                relies.append(other)

    def in_no_time(self) -> None:
        """A short `within`."""
        self._both()["within"] = self.dice.short()

    def too_often(self) -> None:
        """A rate anywhere."""
        self._both()["at_least"] = self.dice.pick([*RATES, "99.9%"])
        for _ in range(3):
            self._both()["at_least"] = self.dice.pick(RATES)

    def share(self) -> None:
        """One system beneath all, and rates between the least of the conditions and their product."""
        for action in self.actions:
            action["system"] = "db"
            if "promised" in action:
                action["promised"]["at_least"] = self.dice.pick(["95%", "97.5%", "98%"])
        for promise in self.full:
            promise["at_least"] = self.dice.pick(["92%", "94%", "95%", "90%"])

    def two_words(self) -> None:
        """The same promise once more, with another measure."""
        for journey in self.workspace["journeys"].values():
            for name, promise in list(journey.get("promises", {}).items()):
                if self.dice.chance(0.4):
                    copy = journey["promises"][f"{name}x"] = dict(promise)
                    self._reword(copy)

    def _reword(self, promise: Promise) -> None:
        roll = self.dice.random.random()
        if roll < 0.4:
            promise["within"] = self.dice.long()
        elif roll < 0.7:
            promise["at_least"] = self.dice.pick(RATES)
        elif roll < 0.9:
            promise["within"], promise["at_least"] = self.dice.long(), self.dice.pick(RATES)
        else:
            promise.pop("within", None)

    def silence(self) -> None:
        """Some actions say no time."""
        for action in self.actions:
            if self.dice.chance(0.3):
                action.pop("takes", None)

    def undated(self) -> None:
        """A promise that says no `within`."""
        self._both().pop("within", None)

    def unbounded(self) -> None:
        """A loop loses its bound."""
        steps = [step for journey in self.workspace["journeys"].values() for step in steps_of(journey)]
        ways = [way for step in steps for way in step.get("next", []) if isinstance(way, dict) and "at_most" in way]
        if ways:
            way = self.dice.pick(ways)
            way.pop("at_most")
            way.pop("after", None)
