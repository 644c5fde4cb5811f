from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from journeys.checks.designed import said
from journeys.checks.rule import Example, rule
from journeys.graph.nodes import OwnerNode, PromiseNode
from journeys.graph.workspace import Workspace
from journeys.language.finding import Finding, Place, Related
from journeys.language.model.names import slug

if TYPE_CHECKING:
    from journeys.graph.holding import Holding
    from journeys.graph.purpose_nodes import GoalNode, PracticeNode

_STEPS = """
        steps:
          - step: Eat
            evidence: The dish
            customer: Eat
            frontstage: {do: Serve the dish, owner: waiter}
            end: true
        values: {calm: You have the table for the evening}
        measures:
          turns: {measure: Guests per table, better: higher, owner: manager}
          again: {measure: Guests who come again, unit: "%", better: higher, owner: manager}
        practices:
          no-hurry:
            practice: Nobody is asked to pay before they ask
            instead_of: Guests per table
            serves: calm
            at: Eat
            measure: again
"""


@rule(
    "E408",
    wrong=True,
    source="Kerr 1975, On the folly of rewarding A, while hoping for B",
    over="workspace",
    bad=Example(
        _STEPS
        + """\
        owners:
          manager: {name: Restaurant manager}
          waiter: {name: Waiters, reports_to: manager, judged_by: [turns]}
          #                                                        ^^^^^ “Waiters” is judged by “Guests per table”
    """
    ),
    good=Example(
        _STEPS
        + """\
        owners:
          manager: {name: Restaurant manager}
          waiter: {name: Waiters, reports_to: manager, judged_by: [again]}
    """
    ),
)
def practice_undone(workspace: Workspace) -> Iterator[Finding]:
    """What a practice sets aside is still measured where it holds.

    People do what they are judged by, so the practice is undone by what is measured, whatever was agreed. It is
    asked of those who work where the practice holds (`at:`, everywhere if it names no place), of whoever is
    accountable for it, and of all to whom these report; of their goals and of goals that name nobody; of promises
    that are made or kept there; and of the practice itself. Judge them by what the practice is for, or do not set
    the measure aside.
    """
    if not workspace.practices:
        return
    uses = _by_measure(workspace)
    for practice in workspace.practices.values():
        named = [use for key in _set_aside(practice) for use in uses.get(key, ())]
        held = workspace.holding(practice) if named else None
        for use in named:
            if held and use.reaches(practice, held):
                aside = Related(practice.place.at("instead_of"), "it is set aside here")
                yield Finding(
                    f"{use.words}, which “{practice.name}” sets aside",
                    use.place,
                    (aside, *_below(use.owner, held, workspace)),
                    _instead(practice, workspace),
                    journey=use.journey,
                )


class _Use(NamedTuple):
    """That something goes by a measure (`key`: its id, or the slug of words): in words, and where it says so.

    `reaches` tells whether it counts where a practice holds; `owner` is who is accountable for it, if anybody.
    """

    key: str
    words: str
    place: Place
    journey: str
    reaches: Callable[[PracticeNode, Holding], bool]
    owner: str = ""


def _by_measure(workspace: Workspace) -> Mapping[str, list[_Use]]:
    found: dict[str, list[_Use]] = {}
    for use in (*_designed(workspace), *_promised(workspace)):
        found.setdefault(use.key, []).append(use)
    return found


def _designed(workspace: Workspace) -> Iterator[_Use]:
    for file in said(workspace):
        for owner in file.owners.values():
            for number, id_ in enumerate(owner.judged_by if owner.journey == file.journey else ()):
                words = f"“{owner.name}” is judged by {_called(id_, workspace)}"
                place = Place(owner.place.file, (*owner.place.path, "judged_by", number))
                yield _Use(id_, words, place, file.journey, partial(_binds, owner), owner.id)
        for goal in file.purpose.governance.goals:
            if goal.measure:
                words = f"“{goal.name}” is measured by {_called(goal.measure, workspace)}"
                reaches = partial(_binds_goal, goal)
                yield _Use(goal.measure, words, goal.entry("measure"), file.journey, reaches, goal.owner)
        for practice in file.purpose.practices.values():
            for id_ in practice.measures:
                words = f"“{practice.name}” is measured by {_called(id_, workspace)}"
                yield _Use(id_, words, practice.place.at("measure"), file.journey, partial(_is_itself, practice))


def _promised(workspace: Workspace) -> Iterator[_Use]:
    for journey in workspace.selected:
        for promise in journey.promise_nodes if journey.whole else ():
            if promise.measure:
                called = _called(promise.measured_by, workspace) if promise.measured_by else f"“{promise.measure}”"
                words = f"“{promise.name}” is measured by {called}"
                key, place = promise.measured_by or slug(promise.measure), promise.place.at("measure")
                yield _Use(key, words, place, journey.id, partial(_touches, promise))


def _binds(owner: OwnerNode, _: PracticeNode, held: Holding) -> bool:
    return held.binds(owner.id)


def _binds_goal(goal: GoalNode, _: PracticeNode, held: Holding) -> bool:
    """A goal that names nobody is everybody's, in its journey or everywhere."""
    return (not goal.journey or held.within(goal.journey)) and (not goal.owner or held.binds(goal.owner))


def _is_itself(one: PracticeNode, practice: PracticeNode, _: Holding) -> bool:
    return one.id == practice.id


def _touches(promise: PromiseNode, _: PracticeNode, held: Holding) -> bool:
    return held.touches(promise)


def _set_aside(practice: PracticeNode) -> Iterable[str]:
    return dict.fromkeys((*practice.replaces, *map(slug, practice.instead_of)))


def _below(owner: str, held: Holding, workspace: Workspace) -> Iterator[Related]:
    """Who works where the practice holds, where that is not the owner who is told but somebody below."""
    below = held.owners.get(owner, owner)
    if below != owner:
        one, above = (workspace.node(id_) for id_ in (below, owner))
        yield one.mention(f"it holds for “{one.name}”, and “{above.name}” stands above")


def _called(measure: str, workspace: Workspace) -> str:
    return f"“{workspace.node(measure).name}”"


def _instead(practice: PracticeNode, workspace: Workspace) -> str:
    better = [workspace.measures[one] for one in practice.measures if one not in practice.replaces]
    other = f"`{better[0].key}` (“{better[0].name}”)" if better else "a measure of what the practice is for"
    return f"name {other} in its place, or take it out of `instead_of:`"
