"""Points 1 to 7 and 10 of the calculus: each takes a promise and gives the causes at which it fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from journeys.graph.handoffs import backing
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.graph.reliance import Reliance
from journeys.graph.resting import links_below
from journeys.graph.verdict import Cause, Point
from journeys.language.finding import Place, Related
from journeys.promises.paths import Escape, Paths

# The rules that report an action which nobody owns, by lane.
_UNOWNED = {"frontstage": "touchpoint-without-owner", "backstage": "backstage-action-without-owner"}


class Judged:
    """One promise under judgement, with its journey and all it needs to know of the others."""

    def __init__(self, node: PromiseNode, journey: JourneyGraph, paths: Paths, reliance: Reliance) -> None:
        self.node = node
        self.journey = journey
        self.all_paths = paths
        self.paths = paths.under(next((making.when for making in node.makings if making.when), ""))
        self.reliance = reliance
        self.number = reliance.number[node.id]
        self.kept: Sequence[ActionNode] = [journey.action(id_) for id_ in node.kept]
        self.conditions: Sequence[PromiseNode] = [
            reliance.nodes[reliance.ids[number]] for number in reliance.conditions[self.number]
        ]

    def step(self, action: ActionNode) -> int:
        """The number of an action's step."""
        return self.paths.number[action.step]

    def cause(
        self, point: Point, rule: str, key: str, message: str, place: Place, at: str,
        related: tuple[Related, ...] = (), help_: str = "", *, unproven: bool = False,
    ) -> Cause:  # fmt: skip
        """A cause at this promise."""
        return Cause(point, rule, key, message, place, self.node.id, at, related, help_, unproven)


def promised(judged: Judged) -> Iterator[Cause]:
    """1. `by` is a declared owner whose post is filled; `to` is a declared customer or owner."""
    node, called = judged.node, judged.journey.called
    where = node.place
    owner = judged.journey.owner_of(node)
    if owner is None:
        who = f"“{node.by_text}” is no owner" if node.by_text not in ("", "none") else "nobody makes it"
        yield judged.cause(
            Point.PROMISED,
            "promise-by-nobody",
            f"by:{node.id}",
            f"“{node.name}” is promised by nobody: {who}",
            where if node.implied else where.at("by"),
            node.id,
            help_="name a declared owner: `owner:` at the action" if node.implied else "name a declared owner in `by`",
        )
    elif owner.vacant:
        yield judged.cause(
            Point.PROMISED,
            "promise-by-vacant-post",
            f"vacant:{owner.id}",
            f"“{called(owner.id)}” promises, and nobody fills that post",
            where if node.implied else where.at("by"),
            owner.id,
            (owner.mention("the post is vacant"),),
            "let an owner promise whose post is filled, or fill the post and take `vacant` away",
        )
    if not node.to:
        yield judged.cause(
            Point.PROMISED,
            "promise-to-nobody",
            f"to:{node.id}",
            f"“{node.name}” is promised to nobody",
            where if node.implied else where.at("to"),
            node.id,
            help_="say in `to` which customer or owner it is for",
        )


def somewhere_kept(judged: Judged) -> Iterator[Cause]:
    """2. There is an action where it is kept (and, but for a standing promise, a step where it is made)."""
    node = judged.node
    if not node.kept:
        help_ = "name in `kept` the step or action that delivers it"
        if node.standing:
            help_ = "its promiser supports its promisee nowhere: name the action in `kept`, or leave the promise out"
        message = f"“{node.name}” is kept nowhere"
        yield judged.cause(
            Point.KEPT, "promise-kept-nowhere", f"kept:{node.id}", message, node.place, node.id, help_=help_
        )
    elif not node.made and not node.standing:
        message = f"“{node.name}” is made nowhere"
        yield judged.cause(
            Point.KEPT, "promise-made-nowhere", f"made:{node.id}", message, node.place, node.id,
            help_="name in `made` the step where the promisee hears it, or write `kept: wherever` if it always holds",
        )  # fmt: skip


def on_every_path(judged: Judged) -> Iterator[Cause]:
    """3. From each step where it is made every path comes to each place where it is kept, or releases it."""
    node, paths = judged.node, judged.paths
    released = [paths.number[step] for step in node.unless]
    for goal in dict.fromkeys(judged.step(action) for action in judged.kept):
        for made in node.made:
            start = paths.number[made]
            if not paths.reaches(start, goal):
                yield _unreachable(judged, start, goal)
                continue
            escape = paths.escape(start, {goal, *released})
            if escape is not None:
                yield _escaping(judged, escape, goal)


def _unreachable(judged: Judged, start: int, goal: int) -> Cause:
    steps, node = judged.paths.steps, judged.node
    return judged.cause(
        Point.EVERY_PATH,
        "promise-out-of-reach",
        f"reach:{node.id}:{start}:{goal}",
        f"“{node.name}” is made at “{steps[start].name}”, and no path leads from there to “{steps[goal].name}”, "
        "where it is kept",
        node.place,
        steps[goal].id,
        (steps[start].mention("it is made here"), steps[goal].mention("it is kept here")),
        "make it at a step before the one where it is kept, or add the missing `next`",
    )


def _escaping(judged: Judged, escape: Escape, goal: int) -> Cause:
    steps, node = judged.paths.steps, judged.node
    last = steps[escape.steps[-1]]
    how = "goes round and round from" if escape.trapped else "ends at"
    related = tuple(
        steps[number].mention("it is made here" if place == 0 else "and the path goes on here")
        for place, number in enumerate(escape.steps[:-1])
    )
    ending = "the path can never leave from here" if escape.trapped else "the path ends here, and it was not kept"
    where, help_ = "", f"release it there with `unless: [{last.name}]`, or lead the path through “{steps[goal].name}”"
    if not {judged.step(action) for action in judged.kept}.isdisjoint(escape.steps):
        where = f" at “{steps[goal].name}”"
        help_ = (
            "all the places of `kept` have to be reached; where one will do, write a promise for each place, "
            "and release it with `unless` where another is kept"
        )
    return judged.cause(
        Point.EVERY_PATH,
        "promise-missed-on-a-path",
        f"path:{node.id}:{escape.steps[0]}:{goal}:{escape.steps[-1]}",
        f"“{node.name}” is not kept{where} on a path that {how} “{last.name}”",
        node.place,
        last.id,
        (*related, last.mention(ending)),
        help_,
    )


def own_behaviour(judged: Judged) -> Iterator[Cause]:
    """4. The promiser owns each action where it is kept, or has its owner's promise for it."""
    node, called = judged.node, judged.journey.called
    for action in judged.kept:
        if not action.owner:
            yield judged.cause(
                Point.OWN_BEHAVIOUR,
                _UNOWNED.get(action.lane.id, "support-process-without-owner"),
                f"owner:{action.id}",
                f"“{action.name}” keeps a promise, and nobody owns it",
                action.place,
                action.id,
                (node.mention(f"“{node.name}” is to be kept there"),),
                "write `owner:` and the id of an owner",
            )
        elif (
            node.by
            and action.owner != node.by
            and not any(other in judged.conditions for other in backing(judged.journey, action, node.by))
        ):
            yield judged.cause(
                Point.OWN_BEHAVIOUR,
                "promise-of-foreign-behaviour",
                f"foreign:{node.id}:{action.id}",
                f"{called(node.by)} promises what {called(action.owner)} does, who promised nothing of it",
                node.place if node.implied else node.place.at("by"),
                action.id,
                (action.mention(f"{called(action.owner)} owns this"),),
                f"let {called(action.owner)} promise it to {called(node.by)} (`promised:` there), and rely on that",
            )


def backed(judged: Judged) -> Iterator[Cause]:
    """5. Each link below between two owners carries a promise that this one relies on.

    Below an action where a condition is kept that condition is judged itself, so this stops there.
    """
    journey, node = judged.journey, judged.node
    answered = {id_ for condition in judged.conditions for id_ in condition.kept}
    for above, below in links_below(journey, node, answered):
        if not below.owner:
            yield _nobody_supports(judged, above, below)
        elif above.owner and below.owner != above.owner and not _covered(judged, above, below):
            yield _no_promise(judged, above, below)


def _covered(judged: Judged, above: ActionNode, below: ActionNode) -> bool:
    reliance, number = judged.reliance, judged.reliance.number
    return any(
        reliance.relies(judged.number, number[other.id]) for other in backing(judged.journey, below, above.owner)
    )


def _nobody_supports(judged: Judged, above: ActionNode, below: ActionNode) -> Cause:
    return judged.cause(
        Point.BACKED,
        _UNOWNED.get(below.lane.id, "support-process-without-owner"),
        f"owner:{below.id}",
        f"“{below.name}” stands behind a promise, and nobody owns it",
        below.place,
        below.id,
        (above.mention("it supports this"), judged.node.mention(f"“{judged.node.name}” rests on it")),
        "write `owner:` and the id of an owner, and what that owner promises",
    )


def _no_promise(judged: Judged, above: ActionNode, below: ActionNode) -> Cause:
    called, node = judged.journey.called, judged.node
    promiser, promisee = called(below.owner), called(above.owner)
    existing = backing(judged.journey, below, above.owner)
    related: tuple[Related, ...] = ()
    if existing:
        message = f"“{existing[0].name}” would back “{node.name}”, which does not rely on it"
        help_ = f"add `{existing[0].key}` to `relies_on` of `{node.key}`"
        related = (existing[0].mention(f"{promiser} promises it here"),)
    else:
        message = f"“{node.name}” needs “{below.name}”, and {promiser} promised {promisee} nothing"
        help_ = f"agree with {promiser} on `promised: {{within: …}}` at that action"
    return judged.cause(
        Point.BACKED,
        "promise-not-relied-on" if existing else "handoff-not-covered",
        f"link:{above.id}:{below.id}",
        message,
        below.place,
        below.id,
        (*related, above.mention(f"{promisee} depends on it here"), node.mention(f"“{node.name}” rests on it")),
        help_,
    )


def conditions_promised(judged: Judged) -> Iterator[Cause]:
    """6. Each condition exists, is made to the promiser or the same promisee, and is kept in time for each k."""
    node, called = judged.node, judged.journey.called
    for word, place, help_ in node.unmet:
        yield judged.cause(
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
            yield judged.cause(
                Point.CONDITIONS,
                "condition-promised-to-another",
                f"promisee:{node.id}:{condition.id}",
                f"“{node.name}” relies on “{condition.name}”, which is promised neither to {called(node.by)} "
                "nor to the same promisee",
                _condition_place(node, condition),
                condition.id,
                (condition.mention(f"it is promised to {', '.join(map(called, condition.to)) or 'nobody'}"),),
                f"have it promised to {called(node.by)}, or rely on a promise that is",
            )
        yield from _kept_too_late(judged, condition)


def _kept_too_late(judged: Judged, condition: PromiseNode) -> Iterator[Cause]:
    node, journey, paths = judged.node, judged.journey, judged.all_paths
    if condition.journey != node.journey or not condition.kept:
        return
    places = [paths.number[journey.action(id_).step] for id_ in condition.kept]
    for action in judged.kept:
        goal = judged.step(action)
        if not any(paths.reaches(place, goal) for place in places):
            first = paths.steps[places[0]]
            yield judged.cause(
                Point.CONDITIONS,
                "condition-kept-too-late",
                f"after:{node.id}:{condition.id}:{goal}",
                f"“{node.name}” relies on “{condition.name}”, which is kept only after it, at “{first.name}”",
                _condition_place(node, condition),
                condition.id,
                (
                    condition.mention("the condition"),
                    first.mention("it is kept here"),
                    action.mention("it is needed here"),
                ),
                "keep the condition in the same step or an earlier one, or do not rely on it",
            )
            return


def _condition_place(node: PromiseNode, condition: PromiseNode) -> Place:
    """Where a promise says that it relies on a condition; its own place where the language says it."""
    return dict(zip(node.relies_on, node.relies_on_at, strict=True)).get(condition.id, node.place)


def no_circle(judged: Judged) -> Iterator[Cause]:
    """7. A promise does not wait for itself, at whatever distance."""
    reliance = judged.reliance
    if not reliance.in_circle(judged.number):
        return
    nodes = [reliance.nodes[reliance.ids[number]] for number in reliance.circle(judged.number)[:8]]
    names = ", ".join(f"“{node.name}”" for node in nodes[:5]) + (" …" if len(nodes) > 5 else "")
    message = f"{names} wait for one another" if len(nodes) > 1 else f"{names} waits for itself"
    yield judged.cause(
        Point.NO_CIRCLE,
        "promises-in-a-circle",
        f"circle:{nodes[0].id}",
        message,
        nodes[0].place,
        nodes[0].id,
        tuple(node.mention("it relies on the others, and they on it") for node in nodes[1:]),
        "let one of them be kept without the others: take it out of `relies_on`",
    )


class Contradiction(NamedTuple):
    """Promises (ids, in the order of the file) that share a `word`, `within` or `at_least`, and differ in the other."""

    word: str
    promises: tuple[str, ...]


def one_word(judged: Judged, contradictions: Iterable[Contradiction]) -> Iterator[Cause]:
    """10. To one promisee, in the same places, one deadline has one rate and one rate has one deadline."""
    for word, ids in contradictions:
        nodes = [judged.reliance.nodes[id_] for id_ in ids[:6]]
        names = "”, “".join(node.name for node in nodes)
        more = " …" if len(ids) > len(nodes) else ""
        yield judged.cause(
            Point.ONE_WORD,
            "promises-contradict",
            f"word:{word}:{min(ids)}",
            f"“{names}”{more} promise the same thing in different words",
            nodes[1].place,
            nodes[1].id,
            tuple(node.mention("the other word is given here") for node in (nodes[0], *nodes[2:])),
            "keep one of them; or make a ladder, in which the later deadline has the higher rate",
        )
