"""Which thing of the old state is which thing of the new one, though it may go by another name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")

_MOST = 40_000
"""So many pairs are weighed at most; beyond it only what is named alike is recognised."""


def pair_up(
    old: Sequence[T],
    new: Sequence[T],
    same: Sequence[Callable[[T], Hashable | None]],
    alike: Callable[[T, T], float] | None = None,
    least: float = 0.5,
) -> list[tuple[T, T]]:
    """Pairs of old and new: first those equal in the first of `same`, then in the next (None is equal to nothing).

    What is left is paired by `alike` (0 to 1), the most alike first, down to `least`. In the order of the old ones.
    """
    free_old, free_new = dict(enumerate(old)), dict(enumerate(new))
    pairs: list[tuple[int, int]] = []
    for key in same:
        _by_key(key, free_old, free_new, pairs)
    if alike is not None and len(free_old) * len(free_new) <= _MOST:
        scores = sorted(
            (-alike(one, other), left, right) for left, one in free_old.items() for right, other in free_new.items()
        )
        for score, left, right in scores:
            if -score >= least and left in free_old and right in free_new:
                pairs.append((left, right))
                del free_old[left], free_new[right]
    return [(old[left], new[right]) for left, right in sorted(pairs)]


def _by_key(
    key: Callable[[T], Hashable | None], old: dict[int, T], new: dict[int, T], pairs: list[tuple[int, int]]
) -> None:
    waiting: dict[Hashable, list[int]] = {}
    for place, item in new.items():
        if (value := key(item)) is not None:
            waiting.setdefault(value, []).append(place)
    for place, item in list(old.items()):
        value = key(item)
        if value is not None and waiting.get(value):
            other = waiting[value].pop(0)
            pairs.append((place, other))
            del old[place], new[other]


def likeness(old: str, new: str) -> float:
    """How alike two texts are, from 0 to 1, whatever their case."""
    return SequenceMatcher(None, old.casefold()[:200], new.casefold()[:200], autojunk=False).ratio()


def overlap(old: set[str], new: set[str]) -> float:
    """The share of what two sets have in common (Jaccard), 0 for two empty ones."""
    return len(old & new) / len(old | new) if old | new else 0.0
