"""3. On every path: from where it is made, each path comes to where it is kept, or releases it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from journeys.graph.nodes import ActionNode, Making
from journeys.graph.verdict import Point
from journeys.language.finding import Edit, Related
from journeys.promises.judged import Judged
from journeys.promises.paths import Escape

_MOST_TOLD = 12


def on_every_path(judged: Judged) -> None:
    """Ask the point of a promise."""
    if judged.node.standing:
        return
    for making in judged.asked:
        start = judged.paths.begin(making)
        for goals in judged.targets:
            if not _reached(judged, making, goals):
                _out_of_reach(judged, making, goals)
                continue
            if judged.paths.step(start) in goals:
                continue
            escapes = judged.paths.escapes(start, goals | judged.released)
            if escapes:
                _missed(judged, goals, escapes)
        for action in _elsewhere(judged):
            _never_led_there(judged, making, action)


def _reached(judged: Judged, making: Making, goals: frozenset[int]) -> bool:
    start = judged.paths.begin(making)
    return any(goal == judged.paths.step(start) or judged.paths.reaches(start, goal) for goal in goals)


def _elsewhere(judged: Judged) -> list[ActionNode]:
    """The places in other journeys where it is to be kept; none where one in its own will do."""
    others = [action for action in judged.kept if action.journey != judged.journey.id]
    return [] if judged.node.any_place and judged.goals else others


def _never_led_there(judged: Judged, making: Making, action: ActionNode) -> None:
    leads = leading(judged, making, action)
    if leads:
        return
    node = judged.node
    made = judged.journey.node(making.step)
    other = judged.journeys[action.journey]
    judged.fail(
        Point.EVERY_PATH,
        "promise-out-of-reach",
        f"reach:{node.id}:{making.step}:{action.id}",
        f"“{node.name}” is made at “{made.name}”, and no way leads from there to “{action.name}” in “{other.name}”, "
        "where it is kept",
        node.place,
        action.id,
        (made.mention("it is made here"), action.mention("it is kept here")),
        f"lead the way there with `next: {{to: {action.journey}/}}`, or keep it in this journey",
    )


def leading(judged: Judged, making: Making, action: ActionNode) -> bool:
    """Whether a way leads from where it is made to an action of another journey: by exits, or through a nested one."""
    seen: set[str] = set()
    start = judged.paths.begin(making)
    queue = _onward(judged, judged.journey.id, {judged.paths.steps[one].id for one in judged.paths.region(start, ())})
    for journey in queue:
        if journey == action.journey:
            return True
        if journey not in seen and journey in judged.journeys:
            seen.add(journey)
            steps = {step.id for step in judged.journeys[journey].steps}
            queue += _onward(judged, journey, steps)
    return False


def _onward(judged: Judged, journey: str, steps: set[str]) -> list[str]:
    graph = judged.journeys[journey]
    exits = [flow.to_journey for step in steps for flow in graph.flows_from(step) if flow.to_journey]
    nested = [step.nested for step in graph.steps if step.id in steps and step.nested]
    return sorted({*exits, *nested})


def _out_of_reach(judged: Judged, making: Making, goals: frozenset[int]) -> None:
    steps, node = judged.paths.steps, judged.node
    start = judged.paths.number[making.step]
    goal = min(goals)
    judged.fail(
        Point.EVERY_PATH,
        "promise-out-of-reach",
        f"reach:{node.id}:{start}:{goal}",
        f"“{node.name}” is made at “{steps[start].name}”, and no path leads from there to “{steps[goal].name}”, "
        "where it is kept",
        node.place,
        steps[goal].id,
        (steps[start].mention("it is made here"), *(steps[one].mention("it is kept here") for one in sorted(goals))),
        "make it at a step before the one where it is kept, or add the missing `next`",
    )


def _missed(judged: Judged, goals: frozenset[int], escapes: Sequence[Escape]) -> None:
    """One finding for all ends at which it is missed."""
    steps, node = judged.paths.steps, judged.node
    lasts = list(dict.fromkeys(steps[escape.steps[-1]].name for escape in escapes))
    places = " or ".join(f"“{steps[goal].name}”" for goal in sorted(goals))
    passed = {judged.paths.step(one) for escape in escapes for one in escape.steps}
    others = {goal for goal in judged.goals if goal not in goals}
    where, help_ = "", f"release it there with `unless: [{', '.join(lasts)}]`, or lead the path through {places}"
    if not others.isdisjoint(passed):
        where = f" at {places}"
        names = ", ".join(steps[goal].name for goal in sorted(judged.goals))
        help_ = f"each place of `kept` has to be come to; where one will do, write `kept: {{any: [{names}]}}`"
    judged.fail(
        Point.EVERY_PATH,
        "promise-missed-on-a-path",
        f"path:{node.id}:{escapes[0].steps[0]}:{min(goals)}",
        f"“{node.name}” is not kept{where} on {_how_many(escapes, lasts)}",
        node.place,
        steps[escapes[0].steps[-1]].id,
        tuple(_told(judged, escapes)),
        help_,
        fix=() if where else _released_there(judged, escapes),
    )


def _released_there(judged: Judged, escapes: Sequence[Escape]) -> tuple[Edit, ...]:
    """All the ends at once in `unless`; nothing where a path never ends, or a step cannot be named in one word."""
    steps = judged.paths.steps
    ends = {escape.steps[-1] for escape in escapes}
    names = Counter(step.name for step in steps)
    if any(escape.trapped for escape in escapes) or any(names[steps[end].name] > 1 for end in ends):
        return ()
    return (Edit(judged.node.place, "extend", key="unless", items=tuple(steps[end].name for end in sorted(ends))),)


def _how_many(escapes: Sequence[Escape], lasts: Sequence[str]) -> str:
    if len(escapes) == 1:
        how = "goes round and round from" if escapes[0].trapped else "ends at"
        return f"a path that {how} “{lasts[0]}”"
    named = ", ".join(f"“{last}”" for last in lasts[:6]) + (" …" if len(lasts) > 6 else "")
    return f"{len(escapes)} paths, which end at {named}"


def _told(judged: Judged, escapes: Sequence[Escape]) -> list[Related]:
    steps = judged.paths.steps
    if len(escapes) > 1:
        ends = [
            steps[escape.steps[-1]].mention(
                f"it is missed here, by {' → '.join(f'“{steps[one].name}”' for one in escape.steps)}"
            )
            for escape in escapes[:_MOST_TOLD]
        ]
        return [steps[escapes[0].steps[0]].mention("it is made here"), *ends]
    (escape,) = escapes
    on_the_way = [
        steps[number].mention("it is made here" if place == 0 else "and the path goes on here")
        for place, number in enumerate(escape.steps[:-1])
    ]
    ending = "the path can never leave from here" if escape.trapped else "the path ends here, and it was not kept"
    return [*on_the_way, steps[escape.steps[-1]].mention(ending)]
