"""Where nobody wrote how long something takes: the proof of a time takes it for nothing, and says so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from journeys.graph.nodes import ActionNode, StepNode
from journeys.promises.paths import Paths
from journeys.promises.time.finish import Finish
from journeys.promises.time.ways import Ways
from journeys.promises.time.work import Column, Work

Node = ActionNode | StepNode
Speaks = Callable[[ActionNode], bool]


class _Inside(NamedTuple):
    """The ways of a journey that a step stands for, and the columns (ids of steps) that are passed with them."""

    journey: str
    paths: Paths
    ways: Ways
    passed: frozenset[str]


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
        """The silent steps and actions of the ways, those of nested journeys among them; the goal is not asked."""
        within: dict[str, None] = {"": None}
        along = [self._along(_Inside("", paths, ways, passed), within)]
        while along:
            found = next(along[-1], None)
            if isinstance(found, _Inside):
                within[found.journey] = None
                along.append(self._along(found, within))
            elif found is not None:
                yield found
            else:
                along.pop()
                within.popitem()

    def _along(self, inside: _Inside, within: Collection[str]) -> Iterator[Node | _Inside]:
        """What is silent on some ways, and what there is to look into before it: each journey once, none again."""
        paths, ways, passed = inside.paths, inside.ways, inside.passed
        spoken = {paths.steps[edge.source].id for edge in ways.edges if edge.after is not None and edge.source >= 0}
        entered: set[str] = set()
        for number in ways.steps:
            if number < 0 or number == ways.goal:
                continue
            column = self._work.column(paths.steps[number])
            nested = column.step.nested
            found = self._inside(nested) if nested and nested not in within else None
            if found is not None and nested not in entered:
                entered.add(nested)
                yield _Inside(nested, *found, passed | columns(*found))
            if column.step.wait is not None or column.step.id in spoken:
                continue
            if not column.company and found is None:
                yield column.step
            for action in column.company:
                yield from self._asked(column, action, passed)

    def _asked(self, column: Column, action: ActionNode, passed: frozenset[str]) -> Iterator[Node]:
        for one in (action, *column.brought(action.id, passed)):
            if not self._speaks(one):
                yield one


def columns(paths: Paths, ways: Ways) -> frozenset[str]:
    """The columns (ids of steps) that every way passes before the goal."""
    return frozenset(paths.steps[number].id for number in ways.always if number >= 0)
