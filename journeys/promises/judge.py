"""Verdicts for all promises of a workspace. Sources: calculus.md; Burgess, *Thinking in Promises*."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode
from journeys.graph.reliance import Reliance
from journeys.graph.verdict import Breakage, Cause, Chain, Rate, State, Verdict
from journeys.graph.verdict import Timing as TimingResult
from journeys.graph.workspace import Workspace
from journeys.promises import points
from journeys.promises.measures import Deadlines, in_time, often_enough
from journeys.promises.paths import Paths
from journeys.promises.points import Judged
from journeys.promises.rates import Rates
from journeys.promises.roots import Roots
from journeys.promises.timing import Timing


def judge(workspace: Workspace) -> PromiseJudgement:
    """What the calculus says of every promise of a workspace. Linear, or nearly, in the size of its graph."""
    return PromiseJudgement(workspace)


class PromiseJudgement:
    """Verdicts by promise id, and the ways from a promise to what breaks it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._reliance = workspace.reliance
        self._rates = Rates(self._reliance, workspace.journeys)

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """A verdict for each promise, in the order of the files."""
        judged = self._own_verdicts()
        settled: dict[int, Verdict] = {}
        for component in self._reliance.components:
            self._settle(component, judged, settled)
        return {id_: settled[number] for number, id_ in enumerate(self._reliance.ids)}

    def _settle(self, component: Sequence[int], judged: Sequence[Verdict], settled: dict[int, Verdict]) -> None:
        """A promise is no better than its conditions; within a circle each is broken by the circle itself."""
        ids = self._reliance.ids
        members = frozenset(component)
        for number in component:
            own = judged[number]
            conditions = self._reliance.conditions[number]
            below = [settled.get(condition) or judged[condition] for condition in conditions]
            broken = tuple(
                verdict.promise
                for verdict, condition in zip(below, conditions, strict=True)
                if verdict.state is State.BROKEN or condition in members
            )
            unproven = tuple(verdict.promise for verdict in below if verdict.state is State.UNPROVEN)
            state = own.state
            if broken:
                state = State.BROKEN
            elif unproven and state is State.SOUND:
                state = State.UNPROVEN
            settled[number] = Verdict(ids[number], state, own.causes, broken, unproven, own.timing, own.rate)

    def _own_verdicts(self) -> list[Verdict]:
        journeys = self._workspace.journeys
        numbers = {id_: {step.id: step.index for step in journey.steps} for id_, journey in journeys.items()}
        steps = {action.id: action.step for journey in journeys.values() for action in journey.actions}
        deadlines = Deadlines(self._reliance, numbers, steps)
        found: dict[str, Verdict] = {}
        for journey in journeys.values():
            judging = _JourneyJudge(journey, self._reliance, self._rates, deadlines)
            found.update((node.id, judging.verdict(node)) for node in journey.promise_nodes)
        return [found[id_] for id_ in self._reliance.ids]

    @cached_property
    def roots(self) -> Roots:
        """Root causes, and whom they break."""
        return Roots(self._reliance, self.verdicts)

    def breakage(self, promise: str) -> Breakage | None:
        """Why a promise is broken, by the nearest root cause; None if it is not."""
        return self.roots.breakage(promise)

    @property
    def causes(self) -> Sequence[Cause]:
        """Every root cause of the workspace once."""
        return self.roots.causes

    def broken_by(self, key: str) -> Sequence[str]:
        """The promises to customers that the cause of a key breaks."""
        return self.roots.broken_by.get(key, ())

    def chains(self, promise: str) -> tuple[Chain, ...]:
        """The shortest way from a promise to each root cause beneath it; nearest first, each cause once."""
        verdicts = self.verdicts
        before: dict[str, str] = {promise: ""}
        queue = deque([promise])
        found: dict[str, Chain] = {}
        while queue:
            current = queue.popleft()
            verdict = verdicts[current]
            for cause in verdict.causes:
                if cause.key not in found and (not cause.unproven or verdicts[promise].state is State.UNPROVEN):
                    found[cause.key] = Chain(_trail(before, current), cause)
            for below in (*verdict.broken_conditions, *verdict.unproven_conditions):
                if below not in before:
                    before[below] = current
                    queue.append(below)
        return tuple(found.values())

    def nearest_rates(self, promise: str) -> tuple[tuple[str, Fraction], ...]:
        """The conditions that count at point 9, those beneath no other of them, each with its rate (0 to 1)."""
        number = self._reliance.number[promise]
        ids = self._reliance.ids
        return tuple((ids[one], self._rates.own(one)) for one in self._rates.nearest(number))


class _JourneyJudge:
    """What the promises of one journey share when they are judged."""

    def __init__(self, journey: JourneyGraph, reliance: Reliance, rates: Rates, deadlines: Deadlines) -> None:
        self._journey = journey
        self._reliance = reliance
        self._rates = rates
        self._deadlines = deadlines
        self._paths = Paths(journey)
        actions = {step.id: journey.actions_of(step.id) for step in journey.steps}
        self._timing = Timing(journey.working_time, journey.steps, actions)

    @cached_property
    def _contradictions(self) -> Mapping[str, Sequence[points.Contradiction]]:
        """By promise, the sets it belongs to that give one deadline at several rates, or one rate by several."""
        rows: dict[tuple[Hashable, str, Hashable], dict[str, Hashable]] = {}
        for node in self._journey.promise_nodes:
            if node.made and node.kept and node.within is not None and node.at_least is not None:
                time = (node.within.working, node.within.seconds(self._journey.working_time))
                rows.setdefault((_places(node), "within", time), {})[node.id] = node.at_least
                rows.setdefault((_places(node), "at_least", node.at_least), {})[node.id] = time
        found: dict[str, list[points.Contradiction]] = {}
        for (_, word, _), row in rows.items():
            if len(set(row.values())) > 1:
                for id_ in row:
                    found.setdefault(id_, []).append(points.Contradiction(word, tuple(row)))
        return found

    def verdict(self, node: PromiseNode) -> Verdict:
        """The verdict on a promise by itself, its conditions taken for sound."""
        judged = Judged(node, self._journey, self._paths, self._reliance)
        causes: list[Cause] = [*points.promised(judged), *points.somewhere_kept(judged)]
        timing: TimingResult | None = None
        if not any(cause.point == "somewhere kept" for cause in causes):
            if not node.standing:
                causes += points.on_every_path(judged)
            causes += points.own_behaviour(judged)
            causes += points.backed(judged)
            timing, late = in_time(judged, self._timing, self._deadlines)
            causes += late
        causes += points.conditions_promised(judged)
        causes += points.no_circle(judged)
        rate: Rate | None = None
        if not self._reliance.in_circle(judged.number):
            rate = self._rates.rate(judged.number)
            causes += often_enough(judged, rate)
        causes += points.one_word(judged, self._contradictions.get(node.id, ()))
        return Verdict(node.id, _state(causes), tuple(causes), timing=timing, rate=rate)


def _places(node: PromiseNode) -> tuple[frozenset[str], ...]:
    return frozenset(node.to), frozenset(node.made), frozenset(node.kept)


def _state(causes: Sequence[Cause]) -> State:
    if any(not cause.unproven for cause in causes):
        return State.BROKEN
    return State.UNPROVEN if causes else State.SOUND


def _trail(before: Mapping[str, str], promise: str) -> tuple[str, ...]:
    steps = []
    while promise:
        steps.append(promise)
        promise = before[promise]
    return tuple(reversed(steps))
