"""Random columns and ways: the journeys of a workspace before anybody promises anything."""

from __future__ import annotations

from typing import Any

from .dice import Dice

OWNERS = ["o0", "o0", "o0", "o1", "o1", "o2", "o3"]
LANES = {"frontstage": 0.92, "backstage": 0.55, "partner": 0.0, "support": 0.3}
Column = dict[str, Any]


class Maker:
    """Makes the journeys of one workspace."""

    def __init__(self, dice: Dice) -> None:
        """Settle what all journeys share."""
        self.dice = dice
        self.shared = self._shared()
        self.journeys: dict[str, Any] = {}

    def _shared(self) -> dict[str, Any]:
        dice = self.dice
        shared: dict[str, Any] = {
            "owners": {f"o{number}": {"name": f"O{number}", "holder": f"H{number}"} for number in range(4)},
            "customers": {"c0": {"name": "C0"}, "c1": {"name": "C1"}},
        }
        lanes: dict[str, Any] = {}
        self.partner = dice.chance(0.15)
        if self.partner:
            lanes["partner"] = {"name": "Partners", "kind": "company", "after": dice.pick(["backstage", "support"])}
        if dice.chance(0.12):
            lanes["backstage"] = {"owner": dice.pick(OWNERS)}
        if dice.chance(0.15):
            lane = dice.pick(["frontstage", "support"])
            lanes[lane] = {"takes": dice.pick(["none", dice.short()])}
        if lanes:
            shared["lanes"] = lanes
        if dice.chance(0.3):
            shared["calendar"] = dice.pick(
                [
                    {"day": "7 h", "week": "5 days"},
                    {"day": "7.5 h", "week": "6 days"},
                    {"hours": {"mon-fri": "8:00-17:00"}},
                    {"hours": {"mon-sat": "10:00-18:00"}},
                ]
            )
        return shared

    def make(self) -> dict[str, Any]:
        """All journeys, without promises."""
        for key in [f"j{number}" for number in range(self.dice.pick([1, 1, 2, 2, 3]))]:
            self.journeys[key] = self._journey(key)
        for number, key in enumerate(self.journeys):
            later = list(self.journeys)[number + 1 :]
            self._across(key, later)
        return {"journeys": self.journeys, "shared": self.shared}

    def _journey(self, key: str) -> dict[str, Any]:
        dice = self.dice
        count = dice.pick([2, 3, 3, 4, 4, 5, 5, 6])
        steps = [self._column() for _ in range(count)]
        customer = "c1" if dice.chance(0.1) else "c0"
        journey: dict[str, Any] = {"journey": key.upper(), "id": key, "owner": "o0", "customer": customer}
        if dice.chance(0.08):
            journey["lanes"] = {dice.pick(["customer", "evidence"]): {"name": "N"}}
        self._flow(journey, steps)
        if count > 2 and dice.chance(0.3):
            cut = dice.random.randint(1, count - 1)
            phases: list[dict[str, Any]] = [
                {"phase": "One", "steps": steps[:cut]},
                {"phase": "Two", "steps": steps[cut:]},
            ]
            if dice.chance(0.4):
                self._phase_owner(dice.pick(phases))
            if "anywhere" in journey and dice.chance(0.5):
                phases[0]["anywhere"] = journey.pop("anywhere")
            journey["phases"] = phases
        else:
            journey["steps"] = steps
        return journey

    def _phase_owner(self, phase: dict[str, Any]) -> None:
        """An owner of a phase stands for the actions that then say none."""
        phase["owner"] = self.dice.pick(OWNERS)
        self._silence_owners(phase["steps"], tuple(LANES), phase["owner"])

    def _silence_owners(self, columns: list[Column], lanes: tuple[str, ...], owner: str) -> None:
        """Some actions leave it to their step, phase or lane to say who owns them."""
        for action in (action for column in columns for lane in lanes for action in column.get(lane, [])):
            if action.get("owner") == owner or self.dice.chance(0.25):
                action.pop("owner", None)

    def _column(self) -> Column:
        dice = self.dice
        own = dice.new("s")
        column: Column = {"step": own.upper(), "id": own}
        if dice.chance(0.5):
            name = dice.new("a")
            column["customer"] = {"do": name.upper(), "id": name} | (
                {"takes": dice.short()} if dice.chance(0.1) else {}
            )
        main = dice.pick(OWNERS)
        for lane, share in LANES.items():
            if dice.chance(0.25 if lane == "partner" and self.partner else share):
                column[lane] = [
                    self._action(main if dice.chance(0.6) else dice.pick(OWNERS)) for _ in range(dice.count())
                ]
        if dice.chance(0.12):
            column["wait"] = dice.wait()
        if dice.chance(0.06):
            column["owner"] = dice.pick([*OWNERS, "none"])
            self._silence_owners([column], tuple(LANES), column["owner"])
        for lane, said in self.shared.get("lanes", {}).items():
            if "owner" in said:
                self._silence_owners([column], (lane,), said["owner"])
        return column

    def _action(self, owner: str) -> dict[str, Any]:
        name = self.dice.new("a")
        action = {"do": name.upper(), "id": name, "owner": owner}
        takes = self.dice.takes()
        if takes is not None:
            action["takes"] = takes
        if self.dice.chance(0.03):
            action["triggers"] = "a0"
        if self.dice.chance(self.dice.systems):
            action["system"] = self.dice.pick(["db", "crm"])
        return action

    def _flow(self, journey: dict[str, Any], steps: list[Column]) -> None:
        """Steps follow one another; sometimes there is a way out, a branch, a loop, an `all`, another start."""
        dice, last = self.dice, len(steps) - 1
        steps[last]["end"] = "true"
        if last > 1 and dice.chance(0.35):
            steps[last]["end"] = "dropped out"
            steps[last - 1]["end"] = "true"
            leave = {"to": steps[last]["id"], "when": "w0"}
            if dice.rarely(0.15):
                journey["anywhere"] = [leave]
            else:
                self._add(steps, dice.random.randint(0, last - 2), leave)
            last -= 1
        if last > 1 and dice.rarely(0.12):
            self._fork(steps, last)
        if last > 1 and dice.rarely(0.2):
            at = dice.random.randint(0, last - 2)
            self._add(steps, at, self._maybe({"to": steps[dice.random.randint(at + 2, last)]["id"], "when": "w1"}))
        while last > 0 and dice.rarely(0.25):
            at = dice.random.randint(0, last - 1)
            back = {"to": steps[dice.random.randint(0, at)]["id"], "when": dice.pick(["w1", "w2"])}
            if not dice.rarely(0.65):
                back["at_most"] = dice.pick(["1", "2", "3"])
            self._add(steps, at, self._maybe(back))
        if last > 0 and dice.rarely(0.1):
            steps[dice.random.randint(1, last)]["start"] = "true"
        if last > 0 and dice.rarely(0.05):
            at = dice.random.randint(0, last - 1)
            self._add(steps, at, {"to": steps[at + 1]["id"], "after": dice.wait()}, instead=True)
        if last > 0 and dice.rarely(0.02):
            at = dice.random.randint(0, last - 1)
            self._add(steps, at, {"to": steps[at + 1]["id"]}, instead=True)
            steps[at]["end"] = "true"

    def _maybe(self, way: dict[str, Any]) -> dict[str, Any]:
        return way | ({"after": self.dice.short()} if "at_most" in way and self.dice.chance(0.3) else {})

    def _fork(self, steps: list[Column], last: int) -> None:
        """Two ways at once, that meet again or do not."""
        at = self.dice.random.randint(0, last - 2)
        if "next" not in steps[at] and "next" not in steps[at + 1]:
            steps[at]["next"] = [{"all": [steps[at + 1]["id"], steps[at + 2]["id"]]}]
            if at + 3 <= last and self.dice.chance(0.7):
                steps[at + 1]["next"] = [steps[at + 3]["id"]]

    def _add(self, steps: list[Column], at: int, way: dict[str, Any], *, instead: bool = False) -> None:
        """Another way from a step, beside the one that follows."""
        ways = steps[at].setdefault("next", [steps[at + 1]["id"]])
        if instead:
            ways[:] = [way if one == way["to"] else one for one in ways]
        elif all(one["to"] != way["to"] for one in ways if isinstance(one, dict) and "to" in one):
            ways.append(way)

    def _across(self, key: str, later: list[str]) -> None:
        """Exits to other journeys, and steps that stand for one."""
        dice = self.dice
        steps = steps_of(self.journeys[key])
        others = [other for other in self.journeys if other != key]
        if others and dice.rarely(0.25):
            at = dice.random.randint(0, len(steps) - 1)
            way = {"to": f"{dice.pick(others)}/", "when": "w3"}
            if "end" not in steps[at]:
                self._add(steps, at, way)
            else:
                steps[at]["next"] = [way]
        if later and dice.rarely(0.25):
            dice.pick(steps)["journey"] = dice.pick(later)


def steps_of(journey: dict[str, Any]) -> list[Column]:
    """The columns of a journey, over its phases."""
    if "phases" in journey:
        return [step for phase in journey["phases"] for step in phase["steps"]]
    return list(journey["steps"])


def actions_of(workspace: dict[str, Any]) -> list[dict[str, Any]]:
    """All company actions, as they are written."""
    steps = [step for journey in workspace["journeys"].values() for step in steps_of(journey)]
    return [action for step in steps for lane in LANES for action in step.get(lane, [])]
