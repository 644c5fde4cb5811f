"""Verdicts for all promises of a workspace. Sources: calculus.md; Burgess, *Thinking in Promises*."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from journeys.graph.algorithms import components, digraph
from journeys.graph.facts import Contradiction, Rate, Timing
from journeys.graph.verdict import Assumption, Breakage, Cause, Chain, Found, Point, Root, State, Verdict
from journeys.graph.workspace import Workspace
from journeys.promises.deadlines import Deadlines
from journeys.promises.grounds import Grounds
from journeys.promises.judged import Judged
from journeys.promises.points.p01_promised import promised
from journeys.promises.points.p02_kept import kept
from journeys.promises.points.p03_every_path import on_every_path
from journeys.promises.points.p04_own_behaviour import own_behaviour
from journeys.promises.points.p05_backed import backed
from journeys.promises.points.p06_conditions import conditions_promised
from journeys.promises.points.p07_no_circle import no_circle
from journeys.promises.points.p08_in_time import in_time
from journeys.promises.points.p09_often_enough import often_enough
from journeys.promises.points.p10_one_word import contradictions, one_word
from journeys.promises.rates import Rates
from journeys.promises.roots import Roots
from journeys.promises.time.times import Times
from journeys.promises.time.ways import KnownWays
from journeys.promises.time.work import Work


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
        members = frozenset(component)
        for number in component:
            own = judged[number]
            if not self._reliance.conditions[number]:
                settled[number] = own
                continue
            below: dict[State, list[str]] = {state: [] for state in State}
            for condition in self._reliance.conditions[number]:
                verdict = settled.get(condition) or judged[condition]
                below[State.BROKEN if condition in members else verdict.state].append(verdict.promise)
            worst = max((own.state, *(state for state, ids in below.items() if ids)), key=lambda state: state.rank)
            settled[number] = replace(
                own,
                state=worst,
                broken_conditions=tuple(below[State.BROKEN]),
                unproven_conditions=tuple(below[State.UNPROVEN]),
                assumed_conditions=tuple(below[State.ASSUMED]),
            )

    def _own_verdicts(self) -> list[Verdict]:
        journeys = self._workspace.journeys
        times: dict[str, Times] = {}
        work, grounds, known_ways = Work(journeys), Grounds(journeys), KnownWays()
        times.update((id_, Times(journey, grounds.paths(id_), work, times)) for id_, journey in journeys.items())
        self._nested_first(times)
        steps = {action.id: action.step for journey in journeys.values() for action in journey.actions}
        deadlines = Deadlines(self._reliance, steps)
        found: dict[str, Verdict] = {}
        other_words = contradictions(journeys.values())
        for id_, journey in journeys.items():
            for node in journey.promise_nodes:
                judged = Judged(node, journey, journeys, grounds, times[id_], self._reliance, deadlines, known_ways)
                found[node.id] = _verdict(judged, self._rates, other_words.get(node.id, ()))
        return [found[id_] for id_ in self._reliance.ids]

    def _nested_first(self, times: Mapping[str, Times]) -> None:
        """Walk the journeys that steps stand for, innermost first: nesting may be of any depth."""
        nested = {
            id_: [step.nested for step in journey.steps if step.nested in times]
            for id_, journey in self._workspace.journeys.items()
        }
        asked = {id_ for ids in nested.values() for id_ in ids}
        if asked:
            for group in components(digraph(nested, ((id_, one) for id_, ids in nested.items() for one in ids))):
                for id_ in group:
                    if id_ in asked:
                        times[id_].longest(mixed=False)
                        times[id_].longest(mixed=True)

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

    def broken_by(self, root: Root) -> Sequence[str]:
        """The promises to customers that a root cause breaks."""
        return self.roots.broken_by.get(root, ())

    def chains(self, promise: str) -> tuple[Chain, ...]:
        """The shortest way from a promise to each root cause beneath it; nearest first, each cause once."""
        verdicts = self.verdicts
        before: dict[str, str] = {promise: ""}
        queue = deque([promise])
        found: dict[Root, Chain] = {}
        while queue:
            current = queue.popleft()
            verdict = verdicts[current]
            for cause in verdict.causes:
                if cause.root not in found and (not cause.unproven or verdicts[promise].state is State.UNPROVEN):
                    found[cause.root] = Chain(_trail(before, current), cause)
            for below in (*verdict.broken_conditions, *verdict.unproven_conditions):
                if below not in before:
                    before[below] = current
                    queue.append(below)
        return tuple(found.values())

    def nearest_rates(self, promise: str) -> tuple[tuple[str, Fraction], ...]:
        """The conditions that count at point 9, those beneath no other of them, each with its rate (0 to 1)."""
        number = self._reliance.number[promise]
        ids = self._reliance.ids
        return tuple((ids[one], self._rates.own(one).likely) for one in self._rates.nearest(number))


def _verdict(judged: Judged, rates: Rates, other_words: Sequence[Contradiction]) -> Verdict:
    """The verdict on a promise by itself, its conditions taken for sound."""
    found = {point: one for point, one in _points(judged, rates, other_words) if one is not None}
    causes = tuple(cause for one in found.values() for cause in one.causes)
    assumptions = tuple(dict.fromkeys(one for point in found.values() for one in point.assumptions))
    timing, rate = (found[one].facts if one in found else None for one in (Point.IN_TIME, Point.OFTEN_ENOUGH))
    return Verdict(
        judged.node.id,
        _state(causes, assumptions),
        causes,
        assumptions=assumptions,
        timing=timing if isinstance(timing, Timing) else None,
        rate=rate if isinstance(rate, Rate) else None,
        held={point: one.facts for point, one in found.items() if not one.causes},
    )


def _points(judged: Judged, rates: Rates, other_words: Sequence[Contradiction]) -> Iterator[tuple[Point, Found | None]]:
    """Each point with what it found; None for one that was not asked."""
    yield Point.PROMISED, promised(judged)
    keeping = kept(judged)
    yield Point.KEPT, keeping
    if not keeping.causes:
        yield Point.EVERY_PATH, on_every_path(judged)
        yield Point.OWN_BEHAVIOUR, own_behaviour(judged)
        yield Point.BACKED, backed(judged)
        yield Point.IN_TIME, in_time(judged)
    yield Point.CONDITIONS, conditions_promised(judged)
    yield Point.NO_CIRCLE, no_circle(judged)
    if rates.known(judged.number):
        asked = rates.asked(judged.number)
        yield Point.OFTEN_ENOUGH, often_enough(judged, rates.rate(judged.number), asked=asked)
    yield Point.ONE_WORD, one_word(judged, other_words)


def _state(causes: Sequence[Cause], assumptions: Sequence[Assumption]) -> State:
    if any(not cause.unproven for cause in causes):
        return State.BROKEN
    if causes:
        return State.UNPROVEN
    return State.ASSUMED if assumptions else State.SOUND


def _trail(before: Mapping[str, str], promise: str) -> tuple[str, ...]:
    steps = []
    while promise:
        steps.append(promise)
        promise = before[promise]
    return tuple(reversed(steps))
