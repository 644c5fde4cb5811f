"""Names to promises: what a word means among those of one journey, and on which promises another relies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeys.graph.bonds import Bond
from journeys.graph.draft import Draft
from journeys.graph.names import Names
from journeys.graph.nodes import ActionNode, Unmet
from journeys.language.finding import Place
from journeys.language.words import did_you_mean


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


AllNames = Mapping[str, PromiseNames]
"""The names of promises by journey."""


def conditions(
    draft: Draft, words: Iterable[str], at: Place, names: AllNames
) -> tuple[dict[str, Place], tuple[Unmet, ...]]:
    """The promises (by id) that a promise says `at` a place it relies on, each with its own place; and the words that
    name none, with help."""
    found: dict[str, Place] = {}
    unmet: list[Unmet] = []
    for number, word in enumerate(words):
        place = at.at(number)
        meant, prefix = names[draft.id].get(word), ""
        journey, slash, key = word.partition("/")
        if slash and not meant and (other := draft.directory.journey(journey)):
            meant, prefix = names[other].get(key), f"{other}/"
        if len(meant) == 1:
            found.setdefault(meant[0].id, place)
        elif meant:
            which = ", ".join(f"`{prefix}{node.key}`" for node in meant[:6])
            unmet.append(Unmet(word, place, f"say which: {which}", len(meant)))
        else:
            help_ = _promised_nothing(draft, word, place, names) or did_you_mean(word, _known(draft, word, names))
            unmet.append(Unmet(word, place, help_))
    return found, tuple(unmet)


def _promised_nothing(draft: Draft, word: str, place: Place, names: AllNames) -> str:
    """Help where a word that names no promise names one of the company's actions; else nothing."""
    for action in draft.action(word, place).nodes:
        if not isinstance(action, ActionNode) or not action.company:
            continue
        prefix = "" if action.journey == draft.id else f"{action.journey}/"
        for promise in names[action.journey].by_key.values():
            if promise.implied and action.id in promise.kept:
                return f"the promise of that action is `{prefix}{promise.key}`"
        return f"“{action.name}” promises nothing yet: write `promised: {{within: …}}` on it"
    return ""


def _known(draft: Draft, word: str, names: AllNames) -> Iterable[str]:
    """The words that may have been meant by one that names no promise; where it names a journey, the promises there."""
    journey, slash, key = word.partition("/")
    if not slash:
        return names[draft.id].words()
    other = draft.directory.journey(journey)
    return [f"{other}/{known}" for known in sorted(names[other].by_key)] if other else [f"{id_}/{key}" for id_ in names]
