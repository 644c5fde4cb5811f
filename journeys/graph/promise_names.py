"""Names to promises: what a word means among those of one journey."""

from __future__ import annotations

from collections.abc import Iterable

from journeys.graph.bonds import Bond
from journeys.graph.names import Names


class PromiseNames:
    """The names of one journey's promises. A promise without an id has its action's: `step.lane`."""

    def __init__(self) -> None:
        self.by_key: dict[str, Bond] = {}
        self._texts: Names[Bond] = Names()

    def add(self, promise: Bond, id_: str) -> bool:
        """Make a promise known by its key and its words. False if another of that key is known already."""
        self._texts.add_named(promise, id_)
        return self.by_key.setdefault(promise.key, promise) is promise

    def get(self, word: str) -> list[Bond]:
        """All promises that a reference may mean."""
        if word in self.by_key:
            return [self.by_key[word]]
        return self._texts.get(word) or self._texts.slugged(word)

    def words(self) -> Iterable[str]:
        """The keys and the words of all."""
        return dict.fromkeys((*self.by_key, *self._texts.words()))
