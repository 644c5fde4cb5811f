"""Who stands behind a promise: the promisers of it and of all it relies on, and the owners of what is done beneath.

Each owner is a bit, and bits are carried up along support and reliance, so that one walk over all journeys answers for
all promises.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from journeys.graph.algorithms import carried, digraph
from journeys.graph.nodes import ActionNode, PromiseNode, Support


class Behind:
    """The owners (ids) behind each promise (by id) of a workspace. Whoever is not declared is none of them."""

    def __init__(
        self, promises: Mapping[str, PromiseNode], actions: Iterable[ActionNode], supports: Iterable[Support]
    ) -> None:
        self._promises = promises
        self._actions = tuple(actions)
        self._supports = tuple(supports)

    def owners(self, promise: str) -> tuple[str, ...]:
        """The owners behind a promise, in the order in which they are met in the files."""
        bits = self._behind[promise]
        return tuple(owner for owner, number in self._number.items() if bits >> number & 1)

    def promises(self, *owners: str) -> tuple[str, ...]:
        """The promises behind which all of some owners stand, in the order of the files."""
        if not all(owner in self._number for owner in owners):
            return ()
        wanted = sum(1 << self._number[owner] for owner in dict.fromkeys(owners))
        return tuple(promise for promise, bits in self._behind.items() if bits & wanted == wanted)

    @cached_property
    def _number(self) -> Mapping[str, int]:
        met = (*(one.by for one in self._promises.values()), *(one.owner for one in self._actions))
        return {owner: number for number, owner in enumerate(dict.fromkeys(filter(None, met)))}

    @cached_property
    def _behind(self) -> Mapping[str, int]:
        work = self._beneath_actions()
        own = {id_: self._bit(one.by) for id_, one in self._promises.items()}
        for id_, one in self._promises.items():
            for action in one.kept:
                own[id_] |= work.get(action, 0)
        upwards = ((condition, id_) for id_, one in self._promises.items() for condition in one.conditions)
        return carried(digraph(self._promises, (edge for edge in upwards if edge[0] in self._promises)), own)

    def _beneath_actions(self) -> Mapping[str, int]:
        """By action, who does it and what supports it, to any depth."""
        own = {action.id: self._bit(action.owner) for action in self._actions if action.company}
        upwards = ((link.below, link.above) for link in self._supports)
        return carried(digraph((action.id for action in self._actions), upwards), own)

    def _bit(self, owner: str) -> int:
        return 1 << self._number[owner] if owner else 0
