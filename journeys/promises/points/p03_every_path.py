"""3. On every path: from where it is made, each path comes to where it is kept, or releases it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from journeys.graph.verdict import Point
from journeys.language.finding import Edit, Related
from journeys.promises.judged import Asked, Judged
from journeys.promises.paths import Escape

_MOST_TOLD = 12


def on_every_path(judged: Judged) -> None:
    """Ask the point of a promise."""
    for asked in judged.asked:
        if asked.made in asked.goals:
            continue
        if not any(asked.paths.reaches(asked.start, goal) for goal in asked.goals):
            _out_of_reach(judged, asked)
            continue
        escapes = asked.paths.escapes(asked.start, asked.goals | judged.released(asked.paths))
        if escapes:
            _missed(judged, asked, escapes)


def _out_of_reach(judged: Judged, asked: Asked) -> None:
    steps, node = asked.paths.steps, judged.node
    made, goals = steps[asked.made], [steps[goal] for goal in sorted(asked.goals)]
    abroad = next((goal for goal in goals if goal.journey != made.journey), None)
    where = f" in “{judged.journeys[abroad.journey].name}”" if abroad else ""
    judged.fail(
        Point.EVERY_PATH,
        "promise-out-of-reach",
        f"reach:{node.id}:{made.id}:{goals[0].id}",
        f"“{node.name}” is made at “{made.name}”, and no path leads from there to “{goals[0].name}”{where}, "
        "where it is kept",
        node.place,
        goals[0].id,
        (made.mention("it is made here"), *(goal.mention("it is kept here") for goal in goals)),
        f"lead the way there with `next: {{to: {abroad.journey}/}}`, or keep it in this journey"
        if abroad
        else "make it at a step before the one where it is kept, or add the missing `next`",
    )


def _missed(judged: Judged, asked: Asked, escapes: Sequence[Escape]) -> None:
    """One finding for all ends at which it is missed."""
    steps, node, goals = asked.paths.steps, judged.node, asked.goals
    lasts = list(dict.fromkeys(steps[escape.steps[-1]].name for escape in escapes))
    places = " or ".join(f"“{steps[goal].name}”" for goal in sorted(goals))
    passed = {steps[one].id for escape in escapes for one in escape.steps}
    kept = list(dict.fromkeys(action.step for action in judged.kept))
    others = set(kept) - {steps[goal].id for goal in goals}
    where, help_ = "", f"release it there with `unless: [{', '.join(lasts)}]`, or lead the path through {places}"
    if not others.isdisjoint(passed):
        where = f" at {places}"
        names = ", ".join(judged.journey.called(step) for step in kept)
        help_ = f"each place of `kept` has to be come to; where one will do, write `kept: {{any: [{names}]}}`"
    judged.fail(
        Point.EVERY_PATH,
        "promise-missed-on-a-path",
        f"path:{node.id}:{asked.making.step}:{asked.making.when}:{steps[min(goals)].id}",
        f"“{node.name}” is not kept{where} on {_how_many(escapes, lasts)}",
        node.place,
        steps[escapes[0].steps[-1]].id,
        tuple(_told(asked, escapes)),
        help_,
        fix=() if where else _released_there(judged, asked, escapes),
    )


def _released_there(judged: Judged, asked: Asked, escapes: Sequence[Escape]) -> tuple[Edit, ...]:
    """All the ends at once in `unless`; nothing where a path never ends, or a step cannot be named in one word."""
    steps = asked.paths.steps
    if any(steps[escape.steps[-1]].journey != judged.journey.id for escape in escapes):
        return ()
    ends = {escape.steps[-1] for escape in escapes}
    names = Counter(step.name for step in judged.journey.steps)
    if any(escape.trapped for escape in escapes) or any(names[steps[end].name] > 1 for end in ends):
        return ()
    return (Edit(judged.node.place, "extend", key="unless", items=tuple(steps[end].name for end in sorted(ends))),)


def _how_many(escapes: Sequence[Escape], lasts: Sequence[str]) -> str:
    if len(escapes) == 1:
        how = "goes round and round from" if escapes[0].trapped else "ends at"
        return f"a path that {how} “{lasts[0]}”"
    named = ", ".join(f"“{last}”" for last in lasts[:6]) + (" …" if len(lasts) > 6 else "")
    return f"{len(escapes)} paths, which end at {named}"


def _told(asked: Asked, escapes: Sequence[Escape]) -> list[Related]:
    steps = asked.paths.steps
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
