"""Where a practice holds, and whom it binds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeys.graph.journey import JourneyGraph
from journeys.graph.node import journey_of
from journeys.graph.nodes import ActionNode, OwnerNode, PromiseNode, StepNode
from journeys.graph.purpose_nodes import PracticeNode
from journeys.graph.superiors import superiors


@dataclass(frozen=True, slots=True)
class Holding:
    """Where a practice holds: `everywhere`, or at some `steps` and `actions` (by id).

    `owners` are those who work there, whoever is accountable for the practice, and all to whom these report, each (by
    id) with the one for whom he is bound: himself, or somebody below him.
    """

    everywhere: bool
    steps: frozenset[str]
    actions: frozenset[str]
    owners: Mapping[str, str]

    def binds(self, owner: str) -> bool:
        """Whether an owner works where it holds, or somebody does who reports to him, to any height."""
        return self.everywhere or owner in self.owners

    def touches(self, promise: PromiseNode) -> bool:
        """Whether a promise is made or kept where it holds."""
        return self.everywhere or not (self.steps.isdisjoint(promise.made) and self.actions.isdisjoint(promise.kept))

    def within(self, journey: str) -> bool:
        """Whether it holds at some place of a journey (by id)."""
        prefix = f"step:{journey}/", f"action:{journey}/"
        return self.everywhere or any(id_.startswith(prefix) for id_ in (*self.steps, *self.actions))


def holding(practice: PracticeNode, journeys: Mapping[str, JourneyGraph]) -> Holding:
    """Where a practice holds among all journeys (by id).

    It is what its `at` names, each step with all its actions; without `at` the whole of its journey, and for one in the
    workspace's file everywhere. Where `at` names nothing that is there it holds nowhere.
    """
    if not practice.at_text and not practice.journey:
        return Holding(True, frozenset(), frozenset(), {})
    places = _places(practice, journeys)
    steps = frozenset(one.id for one in places if isinstance(one, StepNode))
    actions = [one for one in places if isinstance(one, ActionNode)]
    working = [(journeys[one.journey], one.owner) for one in actions if one.owner and one.company]
    home = journeys.get(practice.journey) or next(iter(journeys.values()), None)
    accountable = [(home, practice.owner)] if home and practice.owner else []
    return Holding(False, steps, frozenset(one.id for one in actions), _bound((*working, *accountable)))


def _places(practice: PracticeNode, journeys: Mapping[str, JourneyGraph]) -> list[StepNode | ActionNode]:
    if not practice.at_text:
        return [*journeys[practice.journey].steps, *journeys[practice.journey].actions]
    found: list[StepNode | ActionNode] = []
    for id_ in practice.at:
        journey = journeys[journey_of(id_)]
        node = journey.node(id_)
        if isinstance(node, StepNode):
            found += (node, *journey.actions_of(id_))
        elif isinstance(node, ActionNode):
            found.append(node)
    return found


def _bound(owners: Iterable[tuple[JourneyGraph, str]]) -> dict[str, str]:
    """Some owners, as a journey knows each, and all above them, each with the first of those below him, or himself."""
    found: dict[str, str] = {}
    pairs = tuple(dict.fromkeys(owners))
    found.update((id_, id_) for _, id_ in pairs)
    for journey, id_ in pairs:
        for above in _above(journey, id_):
            found.setdefault(above, id_)
    return found


def _above(journey: JourneyGraph, id_: str) -> Iterator[str]:
    owner = journey.nodes.get(id_)
    if isinstance(owner, OwnerNode):
        yield from (above.id for above in superiors(journey.owners, owner))
