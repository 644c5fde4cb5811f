"""Where nobody wrote how long something takes: the proof of a time takes it for nothing, and says so."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

from journeys.graph.nodes import ActionNode, StepNode
from journeys.promises.paths import Paths
from journeys.promises.time.finish import Finish
from journeys.promises.time.ways import Ways
from journeys.promises.time.work import Column, Work

Node = ActionNode | StepNode
Speaks = Callable[[ActionNode], bool]


class Silence:
    """What says no time on some ways. `speaks` tells whether an action says one; `inside` gives a nested journey's."""

    def __init__(self, work: Work, speaks: Speaks, inside: Callable[[str], tuple[Paths, Ways] | None]) -> None:
        self._work = work
        self._speaks = speaks
        self._inside = inside

    def of(self, finish: Finish) -> Iterator[Node]:
        """What says no time: on the ways to where a promise is kept, and of what has to be done there."""
        walk = finish.walk
        yield from self.on_the_way(walk.paths, walk.ways, walk.passed)
        column = walk.column(walk.ways.goal)
        if column.step.wait is not None and finish.kept.touchpoint:
            return
        for action in finish.actions:
            yield from self._asked(column, action, walk.passed)

    def on_the_way(self, paths: Paths, ways: Ways, passed: frozenset[str]) -> Iterator[Node]:
        """The silent steps and actions of the ways, then those of nested journeys; the goal is not asked."""
        queue = [(paths, ways, passed)]
        seen: set[str] = set()
        for here in queue:
            for nested in (yield from self._silent(*here)):
                inside = self._inside(nested) if nested not in seen else None
                if inside is not None:
                    seen.add(nested)
                    queue.append((*inside, here[2] | columns(*inside)))

    def _silent(self, paths: Paths, ways: Ways, passed: frozenset[str]) -> Generator[Node, None, list[str]]:
        """What is silent on some ways; it ends with the journeys that steps on them stand for."""
        spoken = {paths.steps[edge.source].id for edge in ways.edges if edge.after is not None and edge.source >= 0}
        nested: list[str] = []
        all_columns = self._work.columns(paths)
        for number in ways.steps:
            if number < 0 or number == ways.goal:
                continue
            column = all_columns[number]
            if column.outspoken:
                continue
            inside = self._inside(column.step.nested) if column.step.nested else None
            if inside is not None:
                nested.append(column.step.nested)
            if column.step.wait is not None or column.step.id in spoken:
                continue
            if not column.company and inside is None:
                yield column.step
            for action in column.company:
                yield from self._asked(column, action, passed)
        return nested

    def _asked(self, column: Column, action: ActionNode, passed: frozenset[str]) -> Iterator[Node]:
        for one in (action, *column.brought(action.id, passed)):
            if not self._speaks(one):
                yield one


def columns(paths: Paths, ways: Ways) -> frozenset[str]:
    """The columns (ids of steps) that every way passes before the goal."""
    return frozenset(paths.steps[number].id for number in ways.always if number >= 0)
