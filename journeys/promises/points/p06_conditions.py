"""6. Conditions are promised: each exists, is made to one who may rely on it, and comes first."""

from __future__ import annotations

from enum import Enum

from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Point, Silence
from journeys.language.finding import Place
from journeys.promises.judged import Asked, Judged
from journeys.promises.time.ways import Ways, between


def conditions_promised(judged: Judged) -> None:
    """Ask the point of a promise."""
    node, called = judged.node, judged.journey.called
    for word, place, help_ in node.unmet:
        judged.fail(
            Point.CONDITIONS,
            "condition-not-promised",
            f"unmet:{node.id}:{word}",
            f"“{node.name}” relies on “{word}”, which nobody promises",
            place,
            node.id,
            help_=help_ or "write that promise, or leave it out",
        )
    written = set(node.relies_on)
    for condition in judged.conditions:
        shared = set(condition.promisees) & {node.promiser, *node.promisees}
        fits = condition.promiser == node.promiser or shared
        if condition.id in written and not fits:
            judged.fail(
                Point.CONDITIONS,
                "condition-promised-to-another",
                f"promisee:{node.id}:{condition.id}",
                f"“{node.name}” relies on “{condition.name}”, which is promised neither to {called(node.by)} "
                "nor to the same promisee",
                _place(node, condition),
                condition.id,
                (condition.mention(f"it is promised to {', '.join(map(called, condition.to)) or 'nobody'}"),),
                f"have it promised to {called(node.by)}, or rely on a promise that is",
            )
        _comes_first(judged, condition)


def _comes_first(judged: Judged, condition: PromiseNode) -> None:
    """A condition is kept in the same step or on the ways there: on all, else that is assumed; on none, it is late."""
    if not condition.kept or not judged.kept:
        return
    met = {_met(judged, condition, asked) for asked in judged.asked}
    if Met.NEVER in met:
        _too_late(judged, condition)
    elif Met.ELSEWHERE in met:
        _elsewhere(judged, condition)
    elif Met.SOMETIMES in met:
        judged.assume(
            Silence.CONDITION,
            condition.id,
            f"“{condition.name}” is kept on some of the ways only, and it is assumed that the others do not need it",
            _place(judged.node, condition),
            "keep it where all ways pass, or promise to each kind of customer apart",
        )


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


def _elsewhere(judged: Judged, condition: PromiseNode) -> None:
    other = judged.journeys.get(judged.journey.action(condition.kept[0]).journey)
    judged.assume(
        Silence.CONDITION,
        condition.id,
        f"“{condition.name}” is kept in “{other.name if other else condition.journey}”, whose clock is its own, and it "
        "is assumed that it is kept first",
        _place(judged.node, condition),
        "nothing can be written that proves it; keep it in this journey if it must be proven",
    )


def _too_late(judged: Judged, condition: PromiseNode) -> None:
    node = judged.node
    first = judged.journey.node(judged.journey.action(condition.kept[0]).step)
    needed = judged.kept[0]
    judged.fail(
        Point.CONDITIONS,
        "condition-kept-too-late",
        f"after:{node.id}:{condition.id}",
        f"“{node.name}” relies on “{condition.name}”, which is kept only after it, at “{first.name}”",
        _place(node, condition),
        condition.id,
        (condition.mention("the condition"), first.mention("it is kept here"), needed.mention("it is needed here")),
        "keep the condition in the same step or an earlier one, or do not rely on it",
    )


def _place(node: PromiseNode, condition: PromiseNode) -> Place:
    """Where a promise says that it relies on a condition; its own place where the language says it."""
    return dict(zip(node.relies_on, node.relies_on_at, strict=True)).get(condition.id, node.place)
