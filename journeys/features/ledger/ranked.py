"""Single points of failure: what each owner, system and action carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from journeys.features.ledger.hypothesis import HypothesisKind
from journeys.graph.algorithms import carried
from journeys.graph.journey import JourneyGraph
from journeys.graph.node import short
from journeys.graph.nodes import ActionNode
from journeys.graph.resting import borne
from journeys.graph.workspace import Workspace

_ORDER = (HypothesisKind.OWNER, HypothesisKind.SYSTEM, HypothesisKind.ACTION)


@dataclass(frozen=True, slots=True)
class Carrier:
    """An owner, a system or an action, and the promises to customers that hold now and would break without it.

    `word` is what `whatif --without` takes; `promises` are node ids in the order of the files.
    """

    kind: HypothesisKind
    word: str
    name: str
    promises: tuple[str, ...]


def ranked(workspace: Workspace) -> tuple[Carrier, ...]:
    """Every owner, system and action that a sound or assumed promise to a customer rests on, the heaviest first.

    A promise rests on those who make it or a promise it relies on, to any depth; on the actions where those are
    kept and on all that support these; and on their systems. Without any one of them it fails at point 1, 4 or 5
    of the calculus, so nothing has to be judged again. Sets of promises are sets of bits, each handed on once along
    each edge.
    """
    return _Load(workspace).carriers()


class _Load:
    """What rests on what, from the promises to customers downwards."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        verdicts = workspace.verdicts
        self._carried = [
            id_ for id_, node in workspace.promises.items()
            if node.to_customer and verdicts[id_].state.holds
        ]  # fmt: skip

    def carriers(self) -> tuple[Carrier, ...]:
        """All that carries something, in order."""
        found = [
            Carrier(kind, word, name, self._names(bits)) for (kind, word, name), bits in self._weights().items() if bits
        ]
        found.sort(key=lambda one: (-len(one.promises), _ORDER.index(one.kind), one.name.casefold(), one.word))
        return tuple(found)

    def _weights(self) -> Mapping[tuple[HypothesisKind, str, str], int]:
        found: dict[tuple[HypothesisKind, str, str], int] = {}

        def add(kind: HypothesisKind, word: str, name: str, bits: int) -> None:
            found[kind, word, name] = found.get((kind, word, name), 0) | bits

        for journey in self._workspace.journeys.values():
            for node in journey.promise_nodes:
                owner = journey.owner_of(node)
                if owner is not None:
                    add(HypothesisKind.OWNER, f"owner:{short(owner.id)}", owner.name, self._above[node.id])
            for action, bits in self._actions(journey):
                where = short(action.id)
                add(HypothesisKind.ACTION, f"action:{where}", action.name, bits)
                for system in action.system:
                    add(HypothesisKind.SYSTEM, f"system:{system}", system, bits)
        return found

    @cached_property
    def _above(self) -> Mapping[str, int]:
        """For each promise the promises to customers that rest on it, itself among them, as bits."""
        reliance = self._workspace.reliance
        seeds = {reliance.number[id_]: 1 << place for place, id_ in enumerate(self._carried)}
        bits = carried(reliance.graph, seeds)
        return {id_: bits[number] for id_, number in reliance.number.items()}

    def _actions(self, journey: JourneyGraph) -> Iterator[tuple[ActionNode, int]]:
        """Each company action with the promises that rest on it: on it itself, or on what it supports."""
        bits = borne(journey, self._above)
        return ((action, bits[action.id]) for action in journey.actions if action.company)

    def _names(self, bits: int) -> tuple[str, ...]:
        found = []
        while bits:
            low = bits & -bits
            found.append(self._carried[low.bit_length() - 1])
            bits ^= low
        return tuple(found)
