"""A workspace as it would be under some hypotheses: its nodes are changed, and its promises judged anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from journeys.features.ledger.hypothesis import Hypothesis, HypothesisKind
from journeys.graph.journey import JourneyGraph
from journeys.graph.node import short
from journeys.graph.nodes import ActionNode, OwnerNode, PromiseNode, Unmet
from journeys.graph.workspace import Workspace
from journeys.language.model.duration import Duration


def imagine(workspace: Workspace, hypotheses: Iterable[Hypothesis]) -> Workspace:
    """The workspace under all hypotheses at once; the given one stays as it is.

    An owner who is gone leaves a vacant post. An action that cannot be done, or whose system is down, is nobody's:
    no promise can be kept at it or rest on it. A promise withdrawn is no longer there to be relied on, and one
    that is late has so much more in its `within`, which is what those that rely on it count with.
    """
    change = _Change(tuple(hypotheses))
    return workspace.imagined(change.journey)


class _Change:
    """What becomes of each node."""

    def __init__(self, hypotheses: Sequence[Hypothesis]) -> None:
        self._owners = _ids(hypotheses, HypothesisKind.OWNER)
        self._systems = _ids(hypotheses, HypothesisKind.SYSTEM)
        self._actions = _ids(hypotheses, HypothesisKind.ACTION)
        self._withdrawn = _ids(hypotheses, HypothesisKind.PROMISE)
        self._late: dict[str, list[Duration]] = {}
        for one in hypotheses:
            if one.late is not None:
                for id_ in one.ids:
                    self._late.setdefault(id_, []).append(one.late)

    def journey(self, journey: JourneyGraph) -> JourneyGraph:
        """The journey with each node changed."""
        return replace(
            journey,
            owners={key: self._owner(owner) for key, owner in journey.owners.items()},
            actions=tuple(map(self._action, journey.actions)),
            promise_nodes=tuple(
                self._promise(node) for node in journey.promise_nodes if node.id not in self._withdrawn
            ),
        )

    def _owner(self, owner: OwnerNode) -> OwnerNode:
        return replace(owner, vacant=True) if owner.id in self._owners else owner

    def _action(self, action: ActionNode) -> ActionNode:
        gone = action.id in self._actions or not self._systems.isdisjoint(action.system)
        return replace(action, owner="", owner_text="") if gone else action

    def _promise(self, node: PromiseNode) -> PromiseNode:
        relies_on, beneath = _left(node.relies_on, self._withdrawn), _left(node.beneath, self._withdrawn)
        if (relies_on, beneath) != (node.relies_on, node.beneath):
            lost = tuple(_lost(node, id_) for id_ in node.relies_on if id_ in self._withdrawn)
            node = replace(node, unmet=(*node.unmet, *lost), relies_on=relies_on, beneath=beneath)
        late = self._late.get(node.id)
        if late and node.within is not None:
            node = replace(node, within=_sum([node.within, *late]))
        return node


def _lost(node: PromiseNode, id_: str) -> Unmet:
    """A written condition that nobody promises any more: its word, its place, and help."""
    return Unmet(short(id_), node.place.at("relies_on"), "it is supposed to be withdrawn")


def _ids(hypotheses: Iterable[Hypothesis], kind: HypothesisKind) -> frozenset[str]:
    return frozenset(id_ for one in hypotheses if one.kind is kind for id_ in one.ids)


def _left(ids: tuple[str, ...], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ not in gone)


def _sum(durations: Sequence[Duration]) -> Duration:
    """Durations of one kind added up."""

    def total(name: str) -> Fraction:
        return sum((getattr(one, name) for one in durations), Fraction(0))

    return Duration(
        " and ".join(one.text for one in durations),
        total("elapsed"),
        total("working_hours"),
        total("working_days"),
        total("working_weeks"),
    )
