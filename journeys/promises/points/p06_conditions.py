"""6. Conditions are promised: each exists, is made to one who may rely on it, and comes first."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from journeys.graph.facts import Abroad, Entry
from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Assumption, Cause, Fault, Found, Point, Root, Silence
from journeys.promises.judged import Asked, Judged
from journeys.promises.time.ways import Ways, between


def conditions_promised(judged: Judged) -> Found:
    """Ask the point of a promise."""
    if not judged.conditions and not judged.node.unmet:
        return Found()
    found = [*_unpromised(judged)]
    written = set(judged.node.relies_on)
    for condition in judged.conditions:
        if condition.id in written:
            found += _to_another(judged, condition)
        found += _comes_first(judged, condition)
    causes = tuple(one for one in found if isinstance(one, Cause))
    return Found(causes, tuple(one for one in found if isinstance(one, Assumption)))


def _unpromised(judged: Judged) -> Iterator[Cause | Assumption]:
    node = judged.node
    for number, unmet in enumerate(node.unmet):
        yield Cause(Point.CONDITIONS, Root(Fault.UNPROMISED, (node.id, unmet.word)), node.id, node.id, Entry(number))


def _to_another(judged: Judged, condition: PromiseNode) -> Iterator[Cause]:
    node = judged.node
    if condition.promiser != node.promiser and not set(condition.promisees) & {node.promiser, *node.promisees}:
        yield Cause(Point.CONDITIONS, Root(Fault.TO_ANOTHER, (node.id, condition.id)), node.id, condition.id)


def _comes_first(judged: Judged, condition: PromiseNode) -> Iterator[Cause | Assumption]:
    """A condition is kept in the same step or on the ways there: on all, else that is assumed; on none, it is late."""
    if not condition.kept or not judged.kept:
        return
    promise = judged.node.id
    met = {_met(judged, condition, asked) for asked in judged.asked}
    if Met.NEVER in met:
        yield Cause(Point.CONDITIONS, Root(Fault.AFTER, (promise, condition.id)), promise, condition.id)
    elif Met.ELSEWHERE in met:
        home = judged.journey.action(condition.kept[0]).journey
        yield Assumption(Silence.CONDITION, promise, condition.id, Abroad(home))
    elif Met.SOMETIMES in met:
        yield Assumption(Silence.CONDITION, promise, condition.id)


class Met(Enum):
    """Whether a condition is kept on the ways to where a promise is kept; in another journey nobody can tell."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NEVER = "never"
    ELSEWHERE = "elsewhere"


def _met(judged: Judged, condition: PromiseNode, asked: Asked) -> Met:
    """For one place where a promise is made and what has to be come to from there."""
    steps = {judged.journey.action(id_).step for id_ in condition.kept}
    journeys = {judged.journey.action(id_).journey for id_ in condition.kept}
    some = without = False
    for goal in sorted(asked.goals):
        found = judged.ways(asked, goal)
        if found is None:
            continue
        if journeys.isdisjoint(asked.paths.steps[number].journey for number in (*found.steps, asked.made)):
            if not condition.standing:
                return Met.ELSEWHERE
            some = True
            continue
        passed, free = _passed(judged, asked, found, steps)
        some, without = some or passed, without or free
    if not without:
        return Met.ALWAYS
    return Met.SOMETIMES if some else Met.NEVER


def _passed(judged: Judged, asked: Asked, found: Ways, steps: set[str]) -> tuple[bool, bool]:
    """Whether some way to a goal, or to where the promise is made, passes some steps; and whether some way does not."""
    paths = asked.paths
    if paths.steps[found.goal].id in steps:
        return True, False
    places = {number for number in range(len(paths.steps)) if paths.steps[number].id in steps}
    led, led_without = judged.before(asked, steps)
    on_the_way = not places.isdisjoint(found.steps)
    return on_the_way or led, led_without and found.start not in places and not _cut(found, places)


def _cut(found: Ways, places: set[int]) -> bool:
    """Whether no way leads to the goal without passing one of some places."""
    left = [edge for edge in found.edges if edge.source not in places and edge.target not in places]
    return found.start != found.goal and between(found.start, found.goal, left) is None
