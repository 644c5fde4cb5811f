"""The dice of the generator: what a random workspace is like as a whole, and how its durations and rates fall."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, TypeVar

T = TypeVar("T")

SHORT = {
    False: ["10 min", "30 min", "1 h", "2 h", "4 h", "about 3 h", "1 to 6 h", "1 day", "0.5 h"],
    True: ["1 working hour", "2 working hours", "4 working hours", "1 working day", "0.5 working days"],
}
LONG = {
    False: ["1 day", "2 days", "3 days", "5 days", "1 week", "10 days", "2 weeks", "1 month", "2 to 4 weeks"],
    True: ["1 working day", "3 working days", "5 working days", "1 working week", "2 working weeks", "20 working days"],
}
RATES = ["80%", "90%", "90.25%", "95%", "97.5%", "98%", "99%", "99.5%"]


class Dice:
    """A seeded source of choices with the temper of one workspace."""

    def __init__(self, seed: int) -> None:
        """Settle the temper: how much is silent, which kinds of time mix, whether rates are spoken of."""
        self.random = random.Random(seed)
        self.silence = self.pick([0.0, 0.0, 0.15, 0.3, 0.6])
        self.kind = self.pick(["elapsed"] * 6 + ["working"] * 3 + ["mixed"] * 3)
        self.rates = self.pick([0.0, 0.0, 0.4, 0.8])
        self.systems = self.pick([0.05, 0.05, 0.05, 0.7])
        self.odds = self.pick([0.5, 1.0, 2.0])
        self.counters: dict[str, int] = {}

    def pick(self, options: Sequence[T]) -> T:
        """One of them."""
        return self.random.choice(options)

    def some(self, options: Sequence[T], most: int) -> list[T]:
        """One to `most` of them, in their order."""
        count = min(len(options), self.random.randint(1, most))
        return [options[number] for number in sorted(self.random.sample(range(len(options)), count))]

    def chance(self, probability: float) -> bool:
        """Whether something of this probability is so."""
        return self.random.random() < probability

    def rarely(self, probability: float) -> bool:
        """Whether something out of the ordinary is so: more often in a wild workspace."""
        return self.chance(probability * self.odds)

    def new(self, letter: str) -> str:
        """The next id of a letter: `s0`, `s1`, …"""
        number = self.counters.get(letter, -1) + 1
        self.counters[letter] = number
        return f"{letter}{number}"

    def count(self) -> int:
        """How many actions a cell holds that is not empty."""
        return self.pick([1] * 8 + [2] * 3 + [3])

    def _working(self) -> bool:
        return self.chance(0.4) if self.kind == "mixed" else self.kind == "working"

    def short(self) -> str:
        """What work takes."""
        return self.pick(SHORT[self._working()])

    def long(self) -> str:
        """What is promised."""
        return self.pick(LONG[self._working()][2 if self.chance(0.7) else 0 :])

    def wait(self) -> str:
        """What is waited for: the shorter half."""
        return self.pick(LONG[self._working()][:4])

    def takes(self) -> Any:
        """`takes` of an action, None where nothing is said."""
        if self.chance(self.silence):
            return None
        if self.chance(0.35):
            return "none"
        return {"usually": "5 min", "at_most": self.short()} if self.chance(0.1) else self.short()
