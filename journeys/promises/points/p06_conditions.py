"""6. Conditions are promised: each exists, is made to one who may rely on it, and comes first."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Point, Silence
from journeys.language.finding import Place
from journeys.promises.judged import Judged


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
        fits = condition.by == node.by or node.by in condition.to or set(condition.to) & set(node.to)
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
    if condition.standing or not condition.kept or not judged.kept:
        return
    places = _places(judged, condition)
    if not places:
        _elsewhere(judged, condition)
        return
    met = [_met(judged, places, start, goal) for start, goal in _pairs(judged)]
    if None in met:
        _too_late(judged, condition)
    elif False in met:
        judged.assume(
            Silence.CONDITION,
            condition.id,
            f"“{condition.name}” is kept on some of the ways only, and it is assumed that the others do not need it",
            _place(judged.node, condition),
            "keep it where all ways pass, or promise to each kind of customer apart",
        )


def _places(judged: Judged, condition: PromiseNode) -> frozenset[int]:
    steps = (judged.action(id_).step for id_ in condition.kept)
    return frozenset(judged.paths.number[step] for step in steps if step in judged.paths.number)


def _elsewhere(judged: Judged, condition: PromiseNode) -> None:
    other = judged.journeys.get(judged.action(condition.kept[0]).journey)
    judged.assume(
        Silence.CONDITION,
        condition.id,
        f"“{condition.name}” is kept in “{other.name if other else condition.journey}”, whose clock is its own, and it "
        "is assumed that it is kept first",
        _place(judged.node, condition),
        "nothing can be written that proves it; keep it in this journey if it must be proven",
    )


def _pairs(judged: Judged) -> Iterator[tuple[int | None, int]]:
    """Each place where it is made (none for one that stands) with each step where it is kept."""
    for goals in judged.targets:
        for goal in sorted(goals):
            if judged.node.standing:
                yield None, goal
            for making in judged.asked:
                start = judged.paths.begin(making)
                if goal == judged.paths.step(start) or judged.paths.reaches(start, goal):
                    yield start, goal


def _met(judged: Judged, places: frozenset[int], start: int | None, goal: int) -> bool | None:
    """Whether all ways to where a promise is kept pass one of some places first; None where no way does."""
    paths = judged.paths
    if goal in places:
        return True
    if start is None:
        return _before(judged, places, paths.starts, goal)
    made = paths.step(start)
    between = set(paths.between(start, {goal}, judged.released)) - {goal}
    on_the_way = not places.isdisjoint({paths.step(one) for one in between} | {made})
    if on_the_way and (made in places or paths.cut([start], goal, places | judged.released)):
        return True
    earlier = _before(judged, places, paths.starts, made)
    if earlier:
        return True
    return False if on_the_way or earlier is False else None


def _before(judged: Judged, places: frozenset[int], starts: list[int], step: int) -> bool | None:
    """Whether all ways from the starts to a step pass one of some places, the step among them; None where none does."""
    paths = judged.paths
    leading = [place for place in places if paths.reaches(place, step)]
    if not leading:
        return None
    return paths.cut(starts, step, places)


def _too_late(judged: Judged, condition: PromiseNode) -> None:
    node, steps = judged.node, judged.paths.steps
    first = steps[min(_places(judged, condition))]
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
