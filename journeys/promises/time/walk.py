"""How late a step can be reached and its work be done, along all ways from where a promise is made (calculus.md, 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.promises.paths import Paths
from journeys.promises.time.clock import Clock, latest
from journeys.promises.time.ways import Edge, Ways
from journeys.promises.time.weekly import Weekly
from journeys.promises.time.work import Column, Work

BEGIN = Weekly.begin()


@dataclass(frozen=True)
class Reason:
    """What a moment came from: the end of another step, or a condition that is kept."""

    moment: Weekly
    step: int | None = None
    condition: PromiseNode | None = None


@dataclass(frozen=True)
class Question:
    """What the walk asks of the promise it is walked for.

    `kept` are the actions (ids) that it is kept at; None: the steps at the end are to be done wholly. `conditions`
    gives those with a `within` that are kept at an action (by id), `aside` the latest of those that run beside the
    ways; `nested` the time of a journey that a step stands for.
    """

    kept: frozenset[str] | None = None
    conditions: Callable[[str], Sequence[PromiseNode]] = lambda action: ()
    aside: Sequence[PromiseNode] = ()
    nested: Callable[[str, Clock], Weekly] = lambda journey, clock: BEGIN


@dataclass
class Walk:
    """One walk along some ways. `done` are the moments at which steps are left, `why` what arrivals came from."""

    ways: Ways
    paths: Paths
    work: Work
    clock: Clock
    question: Question
    arrived: dict[int, Weekly] = field(default_factory=dict)
    left: dict[int, Weekly] = field(default_factory=dict)
    why: dict[int, list[Reason]] = field(default_factory=dict)
    _extra: dict[int, Weekly] = field(default_factory=dict)

    def end(self) -> Weekly:
        """When at the latest it is kept."""
        for group in self.ways.groups:
            self._enter(group)
        found = [self.left[goal] for goal in self.ways.goals if goal in self.left]
        return latest((*found[1:], *(reason.moment for reason in self.aside())), found[0])

    def aside(self) -> Iterator[Reason]:
        """The conditions that run beside the ways, from where the promise is made."""
        for condition in self.question.aside:
            yield Reason(self.clock.after(BEGIN, condition.within), None, condition)

    def _enter(self, group: tuple[int, ...]) -> None:
        inside = set(group)
        moment: Weekly | None = BEGIN if self.ways.start in inside else None
        for step in group:
            into = self.ways.into.get(step, ())
            reasons = [self._come(edge) for edge in into if edge.source not in inside and edge.source in self.left]
            self.why[step] = reasons
            for reason in reasons:
                moment = reason.moment if moment is None else moment.latest(reason.moment)
        if moment is None:
            return
        for step in group:
            self.arrived[step] = moment
            self.left[step] = moment = self._leave(step, moment)
            if len(group) > 1:
                moment = self._between(step, inside, moment)
        if len(group) > 1:
            for step in group:
                self.left[step] = moment

    def _between(self, step: int, inside: set[int], moment: Weekly) -> Weekly:
        """The longest time of a way within a loop that is gone through once."""
        afters = [edge.after for edges in self.ways.into.values() for edge in edges
                  if edge.source == step and edge.target in inside and edge.after]  # fmt: skip
        return latest((self.clock.after(moment, after) for after in afters), moment)

    def _come(self, edge: Edge) -> Reason:
        moment = self.left[edge.source]
        if self.ways.rounds and self.ways.component[edge.source] != self.ways.component[edge.target]:
            moment = moment.then(self._rounds(self.ways.component[edge.source]))
        return Reason(self.clock.after(moment, edge.after), edge.source)

    def _rounds(self, component: int) -> Weekly:
        """What going round adds where ways lead back into a component of steps."""
        if component not in self._extra:
            total = BEGIN
            for edge in self.ways.rounds.get(component, ()):
                once = self.clock.after(BEGIN, edge.after).then(self._longest(edge.target, edge.source))
                total = total.then(once.times(edge.at_most or 0))
            self._extra[component] = total
        return self._extra[component]

    def _longest(self, start: int, end: int) -> Weekly:
        """The longest way from where one is led back to where the way back leaves."""
        here = self.ways.component[start]
        groups = tuple(group for group in self.ways.groups if self.ways.component[group[0]] == here)
        ways = replace(self.ways, start=start, goals=frozenset(), groups=groups, rounds={})
        again = Walk(ways, self.paths, self.work, self.clock, self.question)
        for group in groups:
            again._enter(group)
        return again.left.get(end, BEGIN)

    def _leave(self, step: int, arrival: Weekly) -> Weekly:
        if self.question.kept is not None and step in self.ways.goals:
            return self._goal(step, self.question.kept, arrival)
        column = self._column(step)
        moment = self.clock.after(arrival, column.step.wait)
        moment = moment.latest(self._nested(column, arrival))
        return latest(self.work_done(column, step, arrival).values(), moment)

    def _goal(self, step: int, keeping: frozenset[str], arrival: Weekly) -> Weekly:
        """Only what is kept there and what supports it counts, and the wait of the step for a touchpoint."""
        column = self._column(step)
        kept = [action for action in column.actions if action.id in keeping]
        counted = {id_ for action in kept for id_ in column.supporting(action.id)}
        done = self.work_done(column, step, arrival, only=counted)
        moment = latest((done[action.id] for action in kept), arrival)
        if any(action.touchpoint for action in kept):
            moment = moment.latest(self.clock.after(arrival, column.step.wait))
        moment = moment.latest(self._nested(column, arrival))
        beside = (self.promised(action, step, arrival) for action in column.actions if action.id not in counted)
        return latest((one.moment for reasons in beside for one in reasons), moment)

    def _nested(self, column: Column, arrival: Weekly) -> Weekly:
        nested = column.step.nested
        return arrival.then(self.question.nested(nested, self.clock)) if nested else arrival

    def _column(self, step: int) -> Column:
        return self.work.column(self.paths.steps[step].id)

    def work_done(
        self, column: Column, step: int, arrival: Weekly, only: set[str] | None = None
    ) -> Mapping[str, Weekly]:
        """When each action of a column (or `only` some) is done, by id: after what supports it, and as promised."""
        done: dict[str, Weekly] = {}
        for group in column.order:
            members = [action for action in group if only is None or action.id in only]
            moment = arrival
            for action in members:
                beneath = (done[id_] for id_ in column.beneath.get(action.id, ()) if id_ in done)
                moment = latest((*beneath, *self._brought(column, action, arrival)), moment)
            for action in members:
                moment = self.clock.after(moment, action.takes)
            promised = (reason.moment for action in members for reason in self.promised(action, step, arrival))
            moment = latest(promised, moment)
            done.update((action.id, moment) for action in members)
        return done

    def _brought(self, column: Column, action: ActionNode, arrival: Weekly) -> Iterator[Weekly]:
        """What `uses` brings from columns that not every way passes, as if begun on arrival."""
        for other in column.outside.get(action.id, ()):
            if self.passed(other):
                continue
            promised = self.question.conditions(other.id)
            for condition in promised:
                yield self.clock.after(arrival, condition.within)
            if not promised:
                yield self.clock.after(arrival, other.takes)

    def passed(self, action: ActionNode) -> bool:
        """Whether every way passes the column of an action."""
        number = self.paths.number.get(action.step)
        return number is not None and self.ways.passed(number)

    def promised(self, action: ActionNode, step: int, arrival: Weekly) -> list[Reason]:
        """When at the latest the conditions kept at an action are kept, by their own word."""
        found: list[Reason] = []
        for condition in self.question.conditions(action.id):
            made = arrival if condition.standing else self._made(condition)
            found.append(Reason(self.clock.after(made, condition.within), step, condition))
        return found

    def _made(self, condition: PromiseNode) -> Weekly:
        """When at the latest a condition has been made: at once where that is not on the ways."""
        numbers = (self.paths.number[step] for step in condition.made if step in self.paths.number)
        return latest((self.arrived[number] for number in numbers if number in self.arrived), BEGIN)
