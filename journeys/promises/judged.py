"""One promise under judgement: what the points of the calculus ask of it and of its surroundings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, Making, PromiseNode
from journeys.graph.reliance import Reliance
from journeys.graph.verdict import Assumption, Cause, Point, Silence
from journeys.language.finding import Edit, Place, Related
from journeys.promises.deadlines import Deadlines
from journeys.promises.paths import Paths
from journeys.promises.time.times import Times


@dataclass
class Judged:
    """A promise, and what is found of it: causes at which it fails, assumptions that it leans on."""

    node: PromiseNode
    journey: JourneyGraph
    journeys: Mapping[str, JourneyGraph]
    paths: Paths
    times: Times
    reliance: Reliance
    deadlines: Deadlines
    causes: list[Cause] = field(default_factory=list)
    assumptions: list[Assumption] = field(default_factory=list)

    @cached_property
    def number(self) -> int:
        """Its number in `reliance`."""
        return self.reliance.number[self.node.id]

    @cached_property
    def kept(self) -> Sequence[ActionNode]:
        """The company actions where it is kept."""
        return [self.action(id_) for id_ in self.node.kept]

    @cached_property
    def goals(self) -> Mapping[int, Sequence[ActionNode]]:
        """The steps of its journey in which it is kept, by number, with the actions that keep it there."""
        found: dict[int, list[ActionNode]] = {}
        for action in self.kept:
            if action.journey == self.journey.id:
                found.setdefault(self.paths.number[action.step], []).append(action)
        return found

    @cached_property
    def targets(self) -> Sequence[frozenset[int]]:
        """What has to be come to: each of the steps where it is kept, or any of them."""
        if self.node.any_place:
            return [frozenset(self.goals)] if self.goals else []
        return [frozenset((goal,)) for goal in self.goals]

    @cached_property
    def asked(self) -> Sequence[Making]:
        """The places where it is made that it is not released at."""
        return [making for making in self.node.makings if making.step not in self.node.unless]

    @cached_property
    def released(self) -> frozenset[int]:
        """The numbers of the steps that release it."""
        return frozenset(self.paths.number[step] for step in self.node.unless)

    @cached_property
    def conditions(self) -> Sequence[PromiseNode]:
        """R: what it relies on directly."""
        return [self.reliance.nodes[self.reliance.ids[number]] for number in self.reliance.conditions[self.number]]

    def action(self, id_: str) -> ActionNode:
        """An action of any journey."""
        found = self.journey.node(id_)
        assert isinstance(found, ActionNode)
        return found

    def fail(
        self, point: Point, rule: str, key: str, message: str, place: Place, at: str,
        related: tuple[Related, ...] = (), help_: str = "", *, unproven: bool = False, fix: tuple[Edit, ...] = (),
    ) -> None:  # fmt: skip
        """Note a cause at which it fails, or cannot be proven."""
        self.causes.append(Cause(point, rule, key, message, place, self.node.id, at, related, help_, unproven, fix))

    def assume(self, silence: Silence, at: str, message: str, place: Place, help_: str = "") -> None:
        """Note what it takes for nothing; each place once."""
        found = Assumption(silence, self.node.id, at, message, place, help_)
        if found not in self.assumptions:
            self.assumptions.append(found)
