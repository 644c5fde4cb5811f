"""The end of the ways: only what is kept there and what supports it counts (calculus.md, 8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.promises.time.clock import latest
from journeys.promises.time.walk import BEGIN, Reason, Walk
from journeys.promises.time.weekly import Weekly


@dataclass
class Finish:
    """One action at which a promise is kept, at the end of a walk.

    `beside` are the actions (ids) of its step where conditions are kept, `elsewhere` the conditions that run beside the
    ways: they are waited for.
    """

    walk: Walk
    kept: ActionNode
    beside: Sequence[str]
    elsewhere: Sequence[PromiseNode]

    @cached_property
    def actions(self) -> Sequence[ActionNode]:
        """What has to be done in the step, each after what supports it."""
        column = self.walk.column(self.walk.ways.goal)
        return column.with_supports((self.kept.id, *self.beside), self.walk.passed)

    @property
    def arrival(self) -> Weekly:
        """The moment of coming there, after all rounds."""
        return self.walk.end

    def waited_for(self) -> list[Reason]:
        """The conditions that run beside the ways, from where the promise is made."""
        return [Reason(self.walk.clock.after(BEGIN, one.within), None, one) for one in self.elsewhere]

    @cached_property
    def last(self) -> Weekly:
        """When at the latest it is kept."""
        walk, goal = self.walk, self.walk.ways.goal
        column = walk.column(goal)
        first = {self.kept.id: latest([reason.moment for reason in self.waited_for()], BEGIN)} if self.elsewhere else {}
        done = walk.done(column, self.actions, goal, self.arrival, first)
        moment = latest([done[id_] for id_ in self.beside if id_ in done], done[self.kept.id])
        if self.kept.touchpoint:
            moment = moment.latest(walk.clock.after(self.arrival, column.step.wait))
        return moment
