"""How late a step can be come to and its work be done, along all ways from where a promise is made (calculus.md, 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.promises.paths import Paths
from journeys.promises.time.clock import Clock, latest
from journeys.promises.time.ways import GOAL, START, Ways
from journeys.promises.time.weekly import Weekly
from journeys.promises.time.work import Column, Work

BEGIN = Weekly.begin()


class Reason(NamedTuple):
    """What a moment came from: the end of another step, or a condition that is kept."""

    moment: Weekly
    step: int | None = None
    condition: PromiseNode | None = None


def _nothing(action: str) -> Sequence[PromiseNode]:
    return ()


def _never(step: str) -> bool:
    return False


def _no_time(journey: str, clock: Clock) -> Weekly:
    return BEGIN


@dataclass(slots=True)
class Question:
    """What a walk asks of the promise it is walked for.

    `made` is the step (id) where it is made, `conditions` gives those of R* with a `within` that are kept at an action
    (by id), `promised_in` says whether there are any in a step (by id), `nested` the time of a journey that a step
    stands for, by its id.
    """

    made: str = ""
    conditions: Callable[[str], Sequence[PromiseNode]] = _nothing
    promised_in: Callable[[str], bool] = _never
    nested: Callable[[str, Clock], Weekly] = _no_time
    known: dict[str, Weekly] = field(default_factory=dict, compare=False)

    def time_of(self, journey: str, clock: Clock) -> Weekly:
        """The time of a journey that a step stands for; several steps may stand for one."""
        if journey not in self.known:
            self.known[journey] = self.nested(journey, clock)
        return self.known[journey]


@dataclass
class Walk:
    """One walk along some ways.

    `arrived` are the moments of coming to steps, `left` those of leaving them; `passed` are the columns (ids of steps)
    that every way passes. `round_and_round` is what the arrivals within loops that are not cut came from.
    """

    ways: Ways
    paths: Paths
    work: Work
    clock: Clock
    question: Question
    passed: frozenset[str]
    arrived: dict[int, Weekly] = field(default_factory=dict)
    left: dict[int, Weekly] = field(default_factory=dict)
    round_and_round: dict[int, list[Reason]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.columns = self.work.columns(self.paths)

    @cached_property
    def arrival(self) -> Weekly:
        """The moment of coming to the goal, before the rounds of any loop."""
        for group in self.ways.groups:
            self._enter(group)
        return self.arrived[self.ways.goal]

    @property
    def alone(self) -> bool:
        """Whether nothing on the ways depends on the promise that they are walked for."""
        steps = (step for step in self.ways.steps if step >= 0 and step != self.ways.goal)
        return not any(self._asked_of(self.column(step)) for step in steps)

    def _asked_of(self, column: Column) -> bool:
        """Whether the time of a column depends on the promise."""
        return bool(column.step.nested) or not column.closed or self.question.promised_in(column.step.id)

    @cached_property
    def end(self) -> Weekly:
        """The moment of coming to the goal, after all rounds; the same for all promises that have no part in it."""
        if self.ways.start == self.ways.goal:
            return BEGIN
        if not self.alone:
            return self.rounded(self.arrival)
        found = self.ways.walked.get(self.clock.mixed)
        if found is None:
            found = self.ways.walked[self.clock.mixed] = self.clock.noting(lambda: self.rounded(self.arrival))
        self.clock.kinds |= found[1]
        return found[0]

    def rounded(self, moment: Weekly) -> Weekly:
        """A moment after all rounds of the loops on the ways: they add, and do not multiply."""
        return moment.then(self._rounds) if self.ways.closing else moment

    @cached_property
    def _rounds(self) -> Weekly:
        total = BEGIN
        for _, _, moment in self.rounds:
            total = total.then(moment)
        return total

    @cached_property
    def rounds(self) -> Sequence[tuple[int, int, Weekly]]:
        """For each way that closes a loop the step that it leaves, how often it is taken, and how long that takes."""
        found: list[tuple[int, int, Weekly]] = []
        for edge in self.ways.closing:
            ways = self.ways.round(edge)
            if ways is not None and edge.at_most:
                again = Walk(ways, self.paths, self.work, self.clock, self.question, self.passed)
                once = self.clock.after(BEGIN, edge.after).then(again.through())
                found.append((edge.source, edge.at_most, once.times(edge.at_most)))
        return found

    def through(self) -> Weekly:
        """The moment of leaving the goal, its own time included; no rounds."""
        arrival = self.arrival
        return arrival if self.ways.goal == GOAL else self.leave(self.ways.goal, arrival)

    def reasons(self, step: int) -> list[Reason]:
        """What the moment of coming to a step may come from."""
        if step in self.round_and_round:
            return self.round_and_round[step]
        ways = self.ways.into.get(step, ()) if step != self.ways.start else ()
        after, left = self.clock.after, self.left
        return [Reason(after(left[edge.source], edge.after), edge.source) for edge in ways if edge.source in left]

    def _enter(self, group: tuple[int, ...]) -> None:
        entry = BEGIN
        for step in group:
            for reason in self.reasons(step):
                entry = entry.latest(reason.moment)
        if self.ways.circling(group):
            self._once(group, entry)
            return
        (step,) = group
        self.arrived[step] = entry
        if step in (START, GOAL):
            self.left[step] = entry
        elif step != self.ways.goal:
            self.left[step] = self.leave(step, entry)

    def _once(self, group: tuple[int, ...], moment: Weekly) -> None:
        """Each step of a loop once, one after the other, with the longest `after` inside of it."""
        inside = set(group)
        reasons = [reason for step in group for reason in self.reasons(step)]
        self.arrived.update(dict.fromkeys(group, moment))
        for step in group:
            self.arrived[step], self.round_and_round[step] = moment, reasons
            moment = self.leave(step, moment)
            reasons = [Reason(moment, step)]
            afters = [edge.after for edge in self.ways.onward if edge.source == step and edge.target in inside]
            moment = latest([self.clock.after(moment, after) for after in afters], moment)
        self.left.update(dict.fromkeys(group, moment))

    def leave(self, step: int, arrival: Weekly) -> Weekly:
        """When a step is left: after its wait, all its work, and the journey that it stands for."""
        column = self.column(step)
        if self._asked_of(column):
            return self._left(column, step, arrival)
        return arrival.then(self._alone(column, step))

    def _alone(self, column: Column, step: int) -> Weekly:
        """How long a step takes in which nothing is promised: the same for all walks."""
        found = column.alone.get(self.clock.mixed)
        if found is None:
            walk = Walk(self.ways, self.paths, self.work, self.clock, Question(), frozenset())
            found = column.alone[self.clock.mixed] = self.clock.noting(lambda: walk._left(column, step, BEGIN))
        self.clock.kinds |= found[1]
        return found[0]

    def _left(self, column: Column, step: int, arrival: Weekly) -> Weekly:
        moment = self.clock.after(arrival, column.step.wait)
        if column.step.nested:
            moment = moment.latest(arrival.then(self.question.time_of(column.step.nested, self.clock)))
        return latest(self.done(column, column.order(self.passed), step, arrival, {}).values(), moment)

    def column(self, step: int) -> Column:
        """What there is to do in a step."""
        return self.columns[step]

    def done(
        self, column: Column, actions: Sequence[ActionNode], step: int, arrival: Weekly, first: Mapping[str, Weekly]
    ) -> Mapping[str, Weekly]:
        """When some actions of a column are done, by id: after what supports them, and as promised.

        `first` are moments that some actions have to wait for besides.
        """
        done: dict[str, Weekly] = {}
        for action in actions:
            moment = arrival
            for id_ in column.beneath(action.id, self.passed):
                if id_ in done:
                    moment = moment.latest(done[id_])
            if not column.closed:
                moment = latest(self._brought(column, action, arrival), moment)
            if action.id in first:
                moment = moment.latest(first[action.id])
            moment = self.clock.after(moment, action.takes)
            for reason in self.promised(action, step, arrival):
                moment = moment.latest(reason.moment)
            done[action.id] = moment
        return done

    def _brought(self, column: Column, action: ActionNode, arrival: Weekly) -> Iterator[Weekly]:
        """What `uses` brings from columns that not every way passes, as if begun on arrival."""
        for other in column.brought(action.id, self.passed):
            yield self.clock.after(arrival, other.takes)
            for condition in self.question.conditions(other.id):
                yield self.clock.after(arrival, condition.within)

    def promised(self, action: ActionNode, step: int, arrival: Weekly) -> list[Reason]:
        """When at the latest the conditions kept at an action are kept, by their own word."""
        found: list[Reason] = []
        for condition in self.question.conditions(action.id):
            made = arrival if condition.standing else self._made(condition, step)
            found.append(Reason(self.clock.after(made, condition.within), step, condition))
        return found

    def _made(self, condition: PromiseNode, step: int) -> Weekly:
        """When at the latest a condition has been made that is kept in a step: at once where not on the ways there.

        What is made on the way to the goal and kept there has all rounds behind it.
        """
        if step != self.ways.goal:
            return latest([self.arrived[number] for number in self.made_on_the_way(condition, step)], BEGIN)
        # A step that is come to in a later round alone is come to at the latest when the goal is.
        moments = [self.arrived.get(number, self.arrival) for number in self.made_on_the_way(condition, step)]
        return latest([self.rounded(moment) for moment in moments], BEGIN)

    def made_on_the_way(self, condition: PromiseNode, step: int) -> Iterator[int]:
        """The steps on the ways, not after a step, where a condition is made; where the promise is made is none."""
        for id_ in condition.made:
            number = self.paths.number.get(id_)
            if number is None or id_ == self.question.made:
                continue
            if step == self.ways.goal:
                known = number in self.ways.places
            else:
                known = number in self.arrived and (step == number or number in self.ways.leading[step])
            if known:
                yield number
