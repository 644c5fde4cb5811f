"""Random small workspaces as plain data and as the text of their files.

Hypothesis draws one seed; everything else comes from `random.Random(seed)`, which is a hundred times faster than
drawing each choice. What hypothesis then cannot shrink, `shrinking.smallest` does on the data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from hypothesis import strategies as st

from journeys.api import loads_workspace
from journeys.graph.workspace import Workspace

Data = dict[str, Any]

OWNERS = ("ada", "ben", "cyd")
CUSTOMERS = ("mover", "guest")
NAMES = ("north", "south", "west")
ELAPSED = ("30 min", "2 h", "12 h", "24 h", "1 day", "36 h", "2 days", "7 days", "1 week")
WORKING = ("2 working hours", "1 working day", "12 working hours", "2 working days", "1 working week")
GENEROUS = {
    "elapsed": ("1 month", "3 weeks", "1 week"),
    "working": ("8 working weeks", "20 working days", "1 working week"),
}
RATES = ("99%", "98%", "95%", "90%", "80%", "1/2")
SYSTEMS = ("ledger", "mail", "maps", "files", "desk")
WHENS = ("it rains", "it is late")


@dataclass(frozen=True)
class Draft:
    """A workspace as data: journeys by the name of their file, and what they share."""

    journeys: Mapping[str, Data]
    shared: Data

    def texts(self) -> dict[str, str]:
        """The text of each journey file (JSON is YAML too, and a hundred times faster to write)."""
        return {name: json.dumps(data, indent=1) for name, data in self.journeys.items()}

    def load(self) -> Workspace:
        """The workspace, through the public API."""
        return loads_workspace(self.texts(), json.dumps(self.shared))

    def __str__(self) -> str:
        import yaml

        files = {**self.journeys, "journeys.yaml": self.shared}
        return "\n".join(
            f"# {name}\n{yaml.safe_dump(data, sort_keys=False, width=120)}" for name, data in files.items()
        )


def workspaces(part: int = 0, parts: int = 1) -> st.SearchStrategy[Draft]:
    """Random workspaces of one to three journeys; of several parts each has its own."""
    return st.integers(0, 2**48 - 1).map(lambda seed: random_workspace(seed * parts + part))


def random_workspace(seed: int) -> Draft:
    """The workspace of a seed."""
    rng = Random(seed)
    mess = rng.choice((0.0, 0.02, 0.05, 0.2))
    journeys = [_Writer(rng, name, mess) for name in NAMES[: rng.choice((1, 1, 1, 2, 2, 3))]]
    for journey in journeys:
        journey.write_promises(journeys)
    return Draft({f"{writer.name}.journey.yaml": writer.data for writer in journeys}, _shared(rng))


def _shared(rng: Random) -> Data:
    owners: Data = {owner: {"name": owner.title()} for owner in OWNERS}
    owners["post"] = {"vacant": True}
    shared: Data = {"owners": owners, "customers": {customer: {} for customer in CUSTOMERS}}
    if rng.random() < 0.15:
        shared["practices"] = {
            "working_day": rng.choice(("6 h", "7.5 h", "16 h", "24 h")),
            "working_week": rng.choice(("4 days", "7 days")),
        }
    return shared


class _Writer:
    """Writes one journey. The more `mess`, the more often what is written contradicts itself."""

    def __init__(self, rng: Random, name: str, mess: float) -> None:
        self.rng = rng
        self.name = name
        self.mess = mess
        self.owner = rng.choice(OWNERS)
        self.clock = rng.choice(("elapsed", "elapsed", "working", "mixed"))
        self.count = rng.choice((1, 2, 3, 3, 4, 4, 5, 6, 7))
        self.actions: list[tuple[int, str, str]] = []
        self.promises: list[str] = []
        steps = [self._step(number) for number in range(self.count)]
        self._use_actions(steps)
        if self.chance(0.25):
            self._loop_back(steps)
        self.data: Data = {"journey": name.title(), "id": name, "customer": "mover"}
        self._arrange(steps)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def slip(self, factor: float = 1.0) -> bool:
        """Whether a mistake is made here."""
        return self.rng.random() < self.mess * factor

    def duration(self) -> str:
        kind = self.clock if self.clock != "mixed" else self.rng.choice(("elapsed", "working"))
        return self.rng.choice(ELAPSED if kind == "elapsed" else WORKING)

    # Steps, flow and actions

    def _arrange(self, steps: list[Data]) -> None:
        if self.chance(0.2):
            cut = self.rng.randint(0, len(steps))
            phases: list[Data] = [{"phase": "One", "steps": steps[:cut]}, {"phase": "Two", "steps": steps[cut:]}]
            if self.chance(0.2):
                phases[self.rng.randrange(2)]["anywhere"] = [self._way(self.rng.randrange(self.count))]
            self.data["phases"] = phases
        else:
            self.data["steps"] = steps
        if self.chance(0.04):
            self.data["anywhere"] = [self._way(self.rng.randrange(self.count))]

    def _step(self, number: int) -> Data:
        step: Data = {"step": f"Step {number}", "id": f"s{number}"}
        if self.chance(0.15):
            step["wait"] = self.duration()
        if self.chance(0.1):
            step["owner"] = self._someone()
        if self.chance(0.3):
            step["customer"] = "Wait"
        for lane, share in (("frontstage", 0.8), ("backstage", 0.45), ("support", 0.25)):
            if self.chance(share):
                step[lane] = self._cell(number, lane)
        self._flow(step, number)
        return step

    def _cell(self, number: int, lane: str) -> Any:
        cell = [self._action(number, lane) for _ in range(self.rng.choice((1, 1, 1, 1, 1, 2)))]
        return cell if len(cell) > 1 or self.chance(0.1) else cell[0]

    def _someone(self) -> str:
        return self.owner if self.chance(0.8) else self.rng.choice(OWNERS)

    def _action(self, number: int, lane: str) -> Data:
        id_ = f"{self.name[0]}{len(self.actions)}"
        owner = self._someone()
        if self.slip():
            owner = self.rng.choice(("none", "nobody-declared-this", "post"))
        action: Data = {"do": f"Do {id_}", "id": id_, "owner": owner}
        if self.slip(0.5):
            del action["owner"]
        if self.chance(0.2):
            action["takes"] = self.duration()
        if self.chance(0.25):
            action["system"] = self.rng.sample(SYSTEMS, self.rng.choice((1, 1, 2)))
        if lane != "frontstage" and self.chance(0.5 if owner == self.owner else 0.9):
            action["promised"] = self._promised(id_, lane)
        self.actions.append((number, id_, owner))
        return action

    def _promised(self, id_: str, lane: str) -> Data:
        promised: Data = {} if lane == "backstage" else {"to": self.owner}
        if self.chance(0.6):
            promised["id"] = f"p-{id_}"
            self.promises.append(f"p-{id_}")
        if self.chance(0.5):
            promised["within"] = self.duration()
        if self.chance(0.4):
            promised["at_least"] = self.rng.choice(RATES)
        if self.chance(0.05):
            promised["unless"] = f"s{self.rng.randrange(self.count)}"
        if self.chance(0.08):
            promised["to"] = self.rng.choice((*OWNERS, *CUSTOMERS))
        return promised

    def _flow(self, step: Data, number: int) -> None:
        last = number == self.count - 1
        if (last and self.chance(0.8)) or self.chance(0.03) or self.slip():
            step["end"] = True
        if self.chance(0.3):
            step["next"] = [self._way(number) for _ in range(self.rng.choice((1, 2, 2, 3)))]
            if self.chance(0.6) and not last:
                step["next"].append(f"s{number + 1}")
        elif last and self.slip():
            step["next"] = ["other-place/"]

    def _loop_back(self, steps: list[Data]) -> None:
        """Let the customer go back from one step to an earlier one (or stay), or else go on."""
        end = self.rng.randrange(max(1, self.count - 1))
        way: Data = {"to": f"s{self.rng.randint(0, end)}"}
        if self.chance(0.5):
            way["at_most"] = self.rng.choice((1, 2, 3, 5))
        following = [f"s{end + 1}"] if end + 1 < self.count else []
        steps[end]["next"] = [way, *following]
        steps[end]["end"] = steps[end].get("end", False) or not following

    def _way(self, number: int) -> Any:
        if self.slip(0.5):
            return self.rng.choice(("south/", "no such step"))
        target = self.rng.randrange(self.count)
        if self.chance(0.6):
            target = self.rng.randint(min(number + 1, self.count - 1), self.count - 1)
        way: Data = {"to": f"s{target}"}
        if self.chance(0.3):
            way["when"] = self.rng.choice(WHENS)
        if self.chance(0.2):
            way["after"] = self.duration()
        if (target <= number and self.chance(0.5)) or self.chance(0.05):
            way["at_most"] = self.rng.choice((1, 1, 2, 3))
        return way if len(way) > 1 else way["to"]

    def _use_actions(self, steps: list[Data]) -> None:
        """Let some actions say which others support them."""
        for step in steps:
            for lane in ("frontstage", "backstage"):
                cell = step.get(lane, [])
                for action in cell if isinstance(cell, list) else [cell]:
                    if self.chance(0.08):
                        used = self.rng.sample(self.actions, min(len(self.actions), self.rng.choice((1, 1, 2))))
                        action[self.rng.choice(("uses", "uses", "triggers"))] = [id_ for _, id_, _ in used]

    # Promises

    def write_promises(self, journeys: list[_Writer]) -> None:
        """Write the promises, of which some rely on those of the other journeys."""
        keys = [f"q{number}" for number in range(self.rng.choice((0, 1, 2, 2, 3, 3, 4, 5, 6)))]
        promises: dict[str, Data] = {}
        for number, key in enumerate(keys):
            if number and self.slip(3):
                promises[key] = self._like(self.rng.choice(list(promises.values())))
            else:
                promises[key] = self._promise(key)
            conditions = self._conditions(key, keys[:number], journeys)
            if conditions:
                promises[key]["relies_on"] = conditions
        if promises:
            self.data["promises"] = promises

    def _like(self, promise: Data) -> Data:
        """Nearly the same promise again: a ladder, or a contradiction."""
        return promise | {
            "within": self._within(),
            **({"at_least": self.rng.choice(RATES)} if self.chance(0.5) else {}),
        }

    def _promise(self, key: str) -> Data:
        step, action, owner = self.rng.choice(self.actions) if self.actions else (0, "nowhere", self.owner)
        promise: Data = {"promise": f"Promise {key}", "by": owner, "to": "mover"}
        if self.chance(0.35):
            promise["to"] = self.rng.choice((*OWNERS, *OWNERS, "guest"))
        if self.slip() or (owner not in OWNERS and self.chance(0.7)):
            promise["by"] = self.rng.choice((*OWNERS, "post", "nobody-declared-this"))
        if self.slip(0.5):
            promise["to"] = "nobody-declared-this"
        self._places(promise, step, action)
        if self.chance(0.55):
            promise["within"] = self._within()
        if self.chance(0.45):
            promise["at_least"] = self.rng.choice(RATES)
        if self.chance(0.25):
            promise["unless"] = [f"s{self.rng.randrange(self.count)}" for _ in range(self.rng.choice((1, 1, 2)))]
        return promise

    def _places(self, promise: Data, step: int, action: str) -> None:
        made = f"s{self.rng.randrange(self.count) if self.chance(0.15) else self.rng.randint(0, step)}"
        promise["made"] = made if self.chance(0.8) else [made, f"s{self.rng.randrange(self.count)}"]
        promise["kept"] = (
            action if self.chance(0.85) else [action, self.rng.choice(self.actions)[1] if self.actions else "s0"]
        )
        if self.chance(0.12):
            promise["made"] = {"at": made, "when": self.rng.choice(WHENS)}
        if self.chance(0.08):
            promise["kept"] = "wherever"
            promise["to"] = self.rng.choice((*OWNERS, "mover"))
            del promise["made"]
        elif self.slip():
            del promise[self.rng.choice(("made", "kept"))]
        elif promise["to"] in OWNERS and self.chance(0.4):
            del promise["made"]

    def _within(self) -> str:
        if self.chance(0.35):
            return self.duration()
        kind = self.clock if self.clock != "mixed" else self.rng.choice(("elapsed", "working"))
        return self.rng.choice(GENEROUS[kind])

    def _conditions(self, key: str, before: list[str], journeys: list[_Writer]) -> list[str]:
        choices: list[tuple[float, Callable[[], str]]] = [
            (0.02, lambda: key),
            (0.25, lambda: f"q{self.rng.randrange(7)}"),
        ]
        if before:
            choices.append((2, lambda: self.rng.choice(before)))
        if self.promises:
            choices.append((1, lambda: self.rng.choice(self.promises)))
        others = [other for other in journeys if other is not self]
        if others:
            choices.append((1, lambda: self._elsewhere(self.rng.choice(others))))
        count = self.rng.choice((0, 0, 0, 0, 1, 1, 1, 2, 2, 3))
        picked = self.rng.choices([make for _, make in choices], [weight for weight, _ in choices], k=count)
        return list(dict.fromkeys(make() for make in picked))

    def _elsewhere(self, other: _Writer) -> str:
        key = self.rng.choice(other.promises) if other.promises and self.chance(0.5) else f"q{self.rng.randrange(3)}"
        return f"{other.name}/{key}"
