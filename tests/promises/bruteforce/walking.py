"""Walking ways: the arrival at a target from one moment, with loops and nested journeys (point 8)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .model import Promise
from .paths import closure, loop_name, step_of
from .quantities import Number, Span
from .ways import GOAL, START, Region, Stage, through
from .work import Job, Later, Subject, done


@dataclass(slots=True)
class Column:
    """What happens at one node of a way: its `wait`, its work, the journey it stands for."""

    wait: Span | None
    jobs: list[Job]
    nested: Plan | None

    def left(self, at: Number, start: Number, made: dict[str, Number], later: Later) -> Number:
        """L(s) = max(A(s) + `wait`, done(a) for all a of s)."""
        moment = max(done(self.jobs, at, start, made, later), default=at)
        if self.wait is not None:
            moment = max(moment, later(at, self.wait))
        if self.nested is not None:
            moment = max(moment, self.nested.whole(at, later))
        return max(moment, at)


@dataclass(slots=True)
class Round:
    """A way that closes a circle: taken so often, each time with its `after` and the way back to it."""

    times: int
    after: Span | None
    plan: Plan


class Plan:
    """A region made ready to be walked from any moment.

    `mine` is the step m of the promise: what is made there or elsewhere counts from where the walk begins.
    """

    def __init__(
        self,
        subject: Subject,
        region: Region,
        mine: str,
        passed: Collection[str],
        inside: tuple[str, ...] = (),
        *,
        stops: bool = False,
    ) -> None:
        """Get every node's work and every loop ready; `inside` are the nested journeys that this one lies in.

        `stops`: the target's own time does not count, so that it has no bound to give either.
        """
        self.subject, self.region, self.mine = subject, region, mine
        self.reasons: set[str] = {loop_name(subject.world, circle) for circle in region.unbounded}
        self.at_once = set(region.at_once)
        self.passed, self.inside = passed, inside
        self.edges = region.plain
        self.into = {node: [edge for edge in self.edges if edge.target == node] for node in region.nodes}
        left_out = (START, GOAL, region.target) if stops else (START, GOAL)
        self.columns = {node: self._column(node) for node in region.nodes if node not in left_out}
        self.rounds: list[Round] = []

    def with_rounds(self) -> Plan:
        """Add the rounds of all loops ("plus, for each, …"), in the order of the steps they leave."""
        order = self.region.order
        closers = sorted(self.region.closers, key=lambda edge: order.index(step_of(edge.source)))
        for edge in closers:
            way = self.region.round(edge)
            if way is not None and edge.at_most:
                plan = Plan(self.subject, way, self.mine, self.passed, self.inside)
                self.rounds.append(Round(edge.at_most, edge.after, plan))
                self.reasons |= plan.reasons
                self.at_once |= plan.at_once
        return self

    def _column(self, node: str) -> Column:
        world = self.subject.world
        step = world.steps[step_of(node)]
        made = {
            q.key: self.made_before(q, node)
            for action in world.column(step.id)
            for q in self.subject.kept_at.get(action, ())
        }
        jobs = self.subject.jobs(world.column(step.id), self.passed, made)
        nested = None
        if step.nested is not None and step.nested not in self.inside and step.nested in world.journeys:
            region = through(world, step.nested)
            if region is not None:
                passed = frozenset(self.passed) | region.passed
                nested = Plan(self.subject, region, self.mine, passed, (*self.inside, step.nested)).with_rounds()
                self.reasons |= nested.reasons
                self.at_once |= nested.at_once
        return Column(step.wait, jobs, nested)

    def made_before(self, promise: Promise, node: str) -> tuple[str, ...]:
        """The steps on the way, not after a node, at which a condition is made; m and places elsewhere are none."""
        steps = dict.fromkeys(step for step, _ in promise.places)
        return tuple(
            step
            for step in steps
            if step != self.mine
            and step in self.region.nodes
            and (step == node or (node in closure(step, self.edges) and self._known(step)))
        )

    def _known(self, node: str) -> bool:
        return any(node in stage.nodes for stage in self.region.stages)

    def arrivals(self, start: Number, later: Later) -> dict[str, Number]:
        """A(s) of every node on the plain ways."""
        at: dict[str, Number] = {}
        left: dict[str, Number] = {}
        for stage in self.region.stages:
            entry = start
            for node in stage.nodes:
                for edge in self.into[node]:
                    if node != self.region.origin and edge.source in left:
                        moment = left[edge.source]
                        entry = max(entry, later(moment, edge.after) if edge.after else moment)
            if stage.circle:
                self._once(stage, entry, start, at, left, later)
            else:
                node = stage.nodes[0]
                at[node] = entry
                if node in self.columns and node != self.region.target:
                    left[node] = self.columns[node].left(entry, start, at, later)
                elif node == START:
                    left[node] = entry
        return at

    def _once(
        self,
        stage: Stage,
        entry: Number,
        start: Number,
        at: dict[str, Number],
        left: dict[str, Number],
        later: Later,
    ) -> None:
        """A circle counts each of its steps once, one after the other, with the longest `after` inside of each."""
        moment = entry
        for node in stage.nodes:
            at[node] = entry
        for node in stage.nodes:
            at[node] = moment
            moment = self.columns[node].left(moment, start, at, later)
            inside = [e.after for e in self.edges if e.source == node and e.target in stage.nodes and e.after]
            moment = max((later(moment, after) for after in inside), default=moment)
        for node in stage.nodes:
            left[node] = moment

    def rounded(self, moment: Number, later: Later) -> Number:
        """The moment after all rounds."""
        for one in self.rounds:
            for _ in range(one.times):
                moment = later(moment, one.after) if one.after else moment
                moment = one.plan.whole(moment, later)
        return moment

    def whole(self, start: Number, later: Later) -> Number:
        """From the origin to the end of the target's own time."""
        at = self.arrivals(start, later)
        moment = self.rounded(at[self.region.target], later)
        if self.region.target in self.columns:
            moment = self.columns[self.region.target].left(moment, start, at, later)
        return moment
