"""Two surveys of different days: what moved, and whether that is more than chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import erfc, sqrt

from journeys.surveys.kano.evaluation import Kind
from journeys.surveys.kano.tally import Tally

LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class Shift:
    """A coefficient then and now; `chance` is how likely so large a difference is by chance alone, after Holm.

    `chance` is None where nothing can be told: too few answers in one of the surveys.
    """

    then: Fraction
    now: Fraction
    chance: float | None = None

    @property
    def difference(self) -> Fraction:
        """Now less then."""
        return self.now - self.then

    @property
    def told(self) -> bool:
        """Whether it is more than chance, at 5 %."""
        return self.chance is not None and self.chance < LEVEL


@dataclass(frozen=True, slots=True)
class Moved:
    """A feature in two surveys. A shift is None where no answer in one of them says anything of it."""

    then: Tally
    now: Tally
    better: Shift | None
    worse: Shift | None

    @property
    def few(self) -> bool:
        """Whether one of the surveys has too few answers for a verdict."""
        return self.then.few or self.now.few

    @property
    def kinds(self) -> tuple[Kind | None, Kind | None]:
        """The kind then and now."""
        return self.then.kind, self.now.kind

    @property
    def told(self) -> bool:
        """Whether better or worse moved by more than chance."""
        return any(shift is not None and shift.told for shift in (self.better, self.worse))


def moved(pairs: Mapping[str, tuple[Tally, Tally]]) -> dict[str, Moved]:
    """Each feature's tallies then and now, compared.

    Two proportions by the z test with a pooled variance, two-sided; where two features or more, or better and worse,
    are tested at once, by Holm (1979), “A simple sequentially rejective multiple test procedure”: over all that are
    tested. The surveys are taken for two samples of different people.
    """
    tested: dict[tuple[str, bool], float] = {}
    for name, (then, now) in pairs.items():
        if not then.few and not now.few and then.settled and now.settled:
            tested[name, True] = two_proportions((then.pleased, then.settled), (now.pleased, now.settled))
            tested[name, False] = two_proportions((then.missed, then.settled), (now.missed, now.settled))
    chances = dict(zip(tested, holm(tuple(tested.values())), strict=True))
    return {
        name: Moved(
            then,
            now,
            _shift(then.better, now.better, chances.get((name, True))),
            _shift(then.worse, now.worse, chances.get((name, False))),
        )
        for name, (then, now) in pairs.items()
    }


def _shift(then: Fraction | None, now: Fraction | None, chance: float | None) -> Shift | None:
    return None if then is None or now is None else Shift(then, now, chance)


def two_proportions(then: tuple[int, int], now: tuple[int, int]) -> float:
    """How likely two shares (so many, of so many) differ so much by chance alone: 0 to 1, by the z test."""
    (few, of), (many, out_of) = then, now
    pooled = Fraction(few + many, of + out_of)
    variance = pooled * (1 - pooled) * (Fraction(1, of) + Fraction(1, out_of))
    if not variance:
        return 1.0
    return erfc(sqrt((Fraction(few, of) - Fraction(many, out_of)) ** 2 / variance / 2))


def holm(chances: Sequence[float]) -> tuple[float, ...]:
    """Chances of several tests as if each were the only one, in the order given: Holm's adjusted p-values."""
    order = sorted(range(len(chances)), key=chances.__getitem__)
    adjusted = [0.0] * len(chances)
    so_far = 0.0
    for rank, place in enumerate(order):
        so_far = max(so_far, min(1.0, (len(chances) - rank) * chances[place]))
        adjusted[place] = so_far
    return tuple(adjusted)
