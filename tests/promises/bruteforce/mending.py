"""What a sensible designer mends: promises are released where they are missed, and promise a time that can be kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from .dice import Dice
from .making import actions_of, steps_of
from .model import Promise
from .paths import Ground
from .quantities import HOUR
from .rates import bounds, counted_conditions, in_circle, rate_of
from .reading import Workspace
from .reading_promises import read_world
from .timing import in_time, pairs


class Mender:
    """Mends most of what is wrong with a workspace, in place."""

    def __init__(self, dice: Dice, workspace: Workspace) -> None:
        """Look up what is written."""
        self.dice, self.workspace = dice, workspace
        self.actions = {action["id"]: action for action in actions_of(workspace)}

    def mend(self) -> None:
        """Release, then give time."""
        self.world = read_world(self.workspace)
        for promise in self.world.promises.values():
            if promise.short is None and not promise.standing and not self.dice.chance(0.06):
                self._release(promise)
        for promise in self.world.promises.values():
            if promise.rate is not None and self.dice.chance(0.5):
                self._give_rate(promise)
        if self.dice.kind != "mixed":
            self.world = read_world(self.workspace)
            for promise in self.world.promises.values():
                if not self.dice.chance(0.25):
                    self._give_time(promise)

    def _written(self, promise: Promise) -> dict[str, Any]:
        if promise.short is not None:
            promised: dict[str, Any] = self.actions[promise.short]["promised"]
            return promised
        written: dict[str, Any] = self.workspace["journeys"][promise.journey]["promises"][promise.key.split("/")[1]]
        return written

    def _release(self, promise: Promise) -> None:
        """`unless` names the ends at which a promise is missed."""
        world = self.world
        unless: list[str] = []
        for place, kept in pairs(world, promise):
            steps = [world.actions[k].step for k in kept]
            if place[0] not in steps:
                ends = Ground(world, world.steps[place[0]].journey, steps).missed(place, steps)
                unless += [end for end in ends if end != place[0] and not end.startswith("loop")]
        home = {step["id"] for step in steps_of(self.workspace["journeys"][promise.journey])}
        unless = [step for step in dict.fromkeys(unless) if step in home]
        if unless:
            self._written(promise)["unless"] = unless if len(unless) > 1 else unless[0]

    def _give_rate(self, promise: Promise) -> None:
        """A promise with several conditions says a rate at or near the bounds that follow from theirs."""
        counted = counted_conditions(self.world, promise)
        if len(counted) < 2 or in_circle(self.world, promise):
            return
        sure, likely = bounds(self.world, counted)
        least = min(rate_of(self.world, q)[1] for q in counted)
        rate = self.dice.pick(
            [sure, likely, (sure + likely) / 2, (sure + likely) / 2, (likely + least) / 2, (likely + least) / 2, least]
        )
        if rate:
            self._written(promise)["at_least"] = f"{Decimal(rate.numerator * 100) / rate.denominator:f}%"

    def _give_time(self, promise: Promise) -> None:
        """A late promise promises just enough, or more."""
        timing = in_time(self.world, promise)
        if not timing.late or timing.latest is None or timing.calendar or promise.within is None:
            return
        hours = timing.latest / HOUR * self.dice.pick([1, 1, 2])
        text = f"{float(hours):g} {'working hours' if promise.within.working else 'h'}"
        self._written(promise)["within"] = text
