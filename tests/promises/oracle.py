"""The promise calculus by brute force: paths, chains and pairs are enumerated, nothing is clever.

It reads the graph's data (steps, flows, supports, promises) and shares no code with `journeys.promises`,
so that the two can be held against each other on small random workspaces. `chains` has the conditions and
rates, `walks` the paths, `timetable` point 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, OwnerNode, PromiseNode
from journeys.graph.verdict import Point, State
from journeys.graph.workspace import Workspace

from .chains import Chains
from .timetable import Timetable, pairs
from .walks import Walks

# What fails where: the name of the fault, and the nodes it concerns. One fault may be seen from several promises.
Root = tuple[str, tuple[str, ...]]
Fault = tuple[Point, Root]


@dataclass(frozen=True)
class Answer:
    """What the oracle says of one promise.

    `faults` are its own failing points, `unproven` says that its own time cannot be bounded, `roots` are the
    faults of the promise and of all that it relies on, each once.
    """

    state: State
    faults: frozenset[Fault]
    unproven: bool
    slack: Fraction | None
    latest: Fraction | None
    best: Fraction | None
    least: Fraction | None
    roots: frozenset[Root]

    @property
    def failing(self) -> frozenset[Point]:
        """Its own points that fail."""
        return frozenset(point for point, _ in self.faults)


class Oracle:
    """The verdicts of a workspace, each from scratch."""

    def __init__(self, workspace: Workspace) -> None:
        self.chains = Chains(workspace)
        self.promises = self.chains.promises
        self._walks: dict[tuple[str, str], Walks] = {}
        self._faults: dict[str, frozenset[Fault]] = {}
        self._timetables: dict[str, Timetable] = {}

    def answer(self, id_: str) -> Answer:
        """All there is to know of the promise of an id."""
        promise = self.promises[id_]
        everything = self.chains.with_beneath(promise)
        roots = frozenset(root for other in everything for _, root in self.faults(other))
        unsure = any(self.unproven(other) for other in everything)
        best, least = self.chains.reachable_rates(promise) if not self.chains.circle(promise) else (None, None)
        return Answer(
            state=State.BROKEN if roots else State.UNPROVEN if unsure else State.SOUND,
            faults=self.faults(promise),
            unproven=self.unproven(promise),
            slack=self._timetable(promise).slack if self._timed(promise) else None,
            latest=self._timetable(promise).latest if self._timed(promise) else None,
            best=best,
            least=least,
            roots=roots,
        )

    def faults(self, promise: PromiseNode) -> frozenset[Fault]:
        """The points that fail at a promise itself, and where."""
        if promise.id not in self._faults:
            self._faults[promise.id] = frozenset(
                (*self._itself(promise), *self._where_kept(promise), *self._others(promise))
            )
        return self._faults[promise.id]

    def unproven(self, promise: PromiseNode) -> bool:
        """Whether a promise is not late, and might be by going round a loop often enough."""
        return self._timed(promise) and self._timetable(promise).unbounded and not self._timetable(promise).late

    def _journey(self, promise: PromiseNode) -> JourneyGraph:
        return self.chains.journeys[promise.journey]

    def _walk(self, journey: str, when: str = "") -> Walks:
        """The ways of those for whom a condition holds."""
        if (journey, when) not in self._walks:
            self._walks[journey, when] = Walks(self.chains.journeys[journey], when)
        return self._walks[journey, when]

    # Points 1 and 2

    def _itself(self, promise: PromiseNode) -> Iterator[Fault]:
        owner = self._journey(promise).nodes.get(promise.by)
        if not isinstance(owner, OwnerNode) or not promise.to:
            yield Point.PROMISED, ("promised", (promise.id,))
        if isinstance(owner, OwnerNode) and owner.vacant:
            yield Point.PROMISED, ("vacant", (owner.id,))
        if not self._kept(promise):
            yield Point.KEPT, ("kept", (promise.id,))

    @staticmethod
    def _kept(promise: PromiseNode) -> bool:
        return bool(promise.kept) and (promise.standing or bool(promise.made))

    # Points 3, 4, 5 and 8

    def _where_kept(self, promise: PromiseNode) -> Iterator[Fault]:
        if not self._kept(promise):
            return
        if not promise.standing and not self._on_every_path(promise):
            yield Point.EVERY_PATH, ("path", (promise.id,))
        for action in self.chains.kept_actions(promise):
            if not action.owner:
                yield Point.OWN_BEHAVIOUR, ("unowned", (action.id,))
            elif promise.by and not self._answered_for(promise, action):
                yield Point.OWN_BEHAVIOUR, ("foreign", (promise.id, action.id))
        for root in self._gaps(promise):
            yield Point.BACKED, root
        if self._timed(promise) and self._timetable(promise).late:
            yield Point.IN_TIME, ("late", (promise.id,))

    def _on_every_path(self, promise: PromiseNode) -> bool:
        walks = self._walk(promise.journey, promise.made_when)
        for action in self.chains.kept_actions(promise):
            for made in promise.made:
                goal = frozenset((action.step,))
                if not walks.reaches(made, goal):
                    return False
                if walks.can_miss(made, goal | frozenset(promise.unless)):
                    return False
        return True

    def _answered_for(self, promise: PromiseNode, action: ActionNode) -> bool:
        return action.owner == promise.by or any(
            q.by == action.owner and promise.by in q.to and action.id in q.kept for q in self.chains.conditions(promise)
        )

    def _gaps(self, promise: PromiseNode) -> Iterator[Root]:
        """Supporting actions that nobody owns, and links that no promise of R* covers."""
        journey, inside = self._journey(promise), self.chains.at_or_below(promise)
        beneath = [self.promises[id_] for id_ in self.chains.beneath(promise)]
        for link in journey.supports:
            if link.certain and link.above in inside:
                a, b = journey.action(link.above), journey.action(link.below)
                covered = any(q.by == b.owner and a.owner in q.to and b.id in q.kept for q in beneath)
                if not b.owner:
                    yield "unowned", (b.id,)
                elif a.owner and a.owner != b.owner and not covered:
                    yield "link", (a.id, b.id)

    def _timed(self, promise: PromiseNode) -> bool:
        return self._kept(promise) and not promise.standing and promise.within is not None

    def _timetable(self, promise: PromiseNode) -> Timetable:
        if promise.id not in self._timetables:
            beneath = [self.promises[id_] for id_ in sorted(self.chains.beneath(promise))]
            asked = pairs(promise, self._journey(promise), self._walk(promise.journey, promise.made_when))
            self._timetables[promise.id] = Timetable(promise, self._journey(promise), asked, beneath)
        return self._timetables[promise.id]

    # Points 6, 7, 9 and 10

    def _others(self, promise: PromiseNode) -> Iterator[Fault]:
        circle = self.chains.circle(promise)
        if not self._conditions_fit(promise):
            yield Point.CONDITIONS, ("conditions", (promise.id,))
        if circle:
            yield Point.NO_CIRCLE, ("circle", tuple(sorted(circle)))
        elif promise.at_least is not None and promise.at_least > self.chains.reachable_rates(promise)[0]:
            yield Point.OFTEN_ENOUGH, ("rate", (promise.id,))
        for word, ids in self._contradictions(promise):
            yield Point.ONE_WORD, ("word", (word, min(ids)))

    def _conditions_fit(self, promise: PromiseNode) -> bool:
        return (
            not promise.unmet
            and all(self._concerns(promise, self.promises[id_]) for id_ in promise.relies_on)
            and all(self._kept_before(promise, condition) for condition in self.chains.conditions(promise))
        )

    @staticmethod
    def _concerns(promise: PromiseNode, condition: PromiseNode) -> bool:
        same_promisee = any(person in promise.to for person in condition.to)
        return promise.by in condition.to or same_promisee or condition.by == promise.by

    def _kept_before(self, promise: PromiseNode, condition: PromiseNode) -> bool:
        if not condition.kept or condition.journey != promise.journey:
            return True
        walks = self._walk(promise.journey)
        places = [action.step for action in self.chains.kept_actions(condition)]
        return all(
            any(walks.reaches(place, frozenset((action.step,))) for place in places)
            for action in self.chains.kept_actions(promise)
        )

    def _contradictions(self, p: PromiseNode) -> Iterator[tuple[str, list[str]]]:
        """The word it shares with others that differ in the other word, and all that share it in the same places."""
        if p.within is None or p.at_least is None:
            return
        alike = [q for q in self._journey(p).promise_nodes if self._alike(p, q)]
        same_within = [q for q in alike if self._same_within(p, q)]
        if any(q.at_least != p.at_least for q in same_within):
            yield "within", [q.id for q in same_within]
        same_rate = [q for q in alike if q.at_least == p.at_least]
        if any(not self._same_within(p, q) for q in same_rate):
            yield "at_least", [q.id for q in same_rate]

    @staticmethod
    def _alike(p: PromiseNode, q: PromiseNode) -> bool:
        same_places = p.made and set(p.made) == set(q.made) and p.kept and set(p.kept) == set(q.kept)
        return bool(same_places and set(p.to) == set(q.to) and q.within is not None and q.at_least is not None)

    def _same_within(self, p: PromiseNode, q: PromiseNode) -> bool:
        assert p.within is not None
        assert q.within is not None
        hours = self._journey(p).working_time
        return p.within.working == q.within.working and p.within.seconds(hours) == q.within.seconds(hours)
