"""Where the calculus and the oracle differ on a workspace, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from journeys.graph.verdict import Cause, Point, Verdict
from journeys.graph.workspace import Workspace

from .oracle import Answer, Oracle, Root


def differences(workspace: Workspace) -> list[str]:
    """One line for each thing that the calculus and the oracle say differently."""
    oracle = Oracle(workspace)
    answers = {id_: oracle.answer(id_) for id_ in oracle.promises}
    if set(workspace.verdicts) != set(answers):
        return [f"all: judged: {sorted(set(workspace.verdicts) ^ set(answers))}"]
    compared = [
        (id_, *line) for id_, answer in answers.items() for line in _of_one(workspace, oracle, id_, answer)
    ] + list(_of_all(workspace, oracle, answers))
    return [
        f"{id_}: {what}: calculus {_shown(ours)}, oracle {_shown(theirs)}"
        for id_, what, ours, theirs in compared
        if ours != theirs
    ]


def _of_one(workspace: Workspace, oracle: Oracle, id_: str, answer: Answer) -> Iterator[tuple[str, Any, Any]]:
    verdict, beneath = workspace.verdicts[id_], oracle.chains.beneath(oracle.promises[id_])
    yield "state", verdict.state, answer.state
    # The calculus may leave a gap to a promise beneath that is judged at the same link: it is among the roots.
    yield "failing", failing(verdict) - {Point.BACKED}, answer.failing - {Point.BACKED}
    yield "unproven", any(cause.unproven for cause in verdict.causes), answer.unproven
    yield "slack", verdict.slack, answer.slack
    timing = verdict.timing if verdict.timing and not verdict.timing.calendar and answer.latest is not None else None
    yield "latest", timing and timing.latest, answer.latest
    if timing and timing.critical_path:
        yield "end of the critical path", timing.critical_path[-1].seconds, timing.latest
    yield "best", verdict.best_rate, answer.best
    yield "least", verdict.rate.least if verdict.rate else None, answer.least
    causes = [chain.cause for chain in workspace.chains(id_) if not chain.cause.unproven]
    yield "roots", {_plain(_root(cause, oracle)) for cause in causes}, {_plain(root) for root in answer.roots}
    contradictions = {root for root in (_root(cause, oracle) for cause in causes) if root[0] == "word"}
    yield "contradictions", contradictions - answer.roots, set()
    yield "number of roots", len({cause.key for cause in causes if _single(cause)}), _number(answer.roots)
    yield "relies on", workspace.relies_on(id_) - {id_}, beneath - {id_}
    above = {other for other, node in oracle.promises.items() if id_ in oracle.chains.beneath(node)}
    yield "relied on by", workspace.relied_on_by(id_) - {id_}, above - {id_}
    for chain in workspace.chains(id_):
        yield "chain", _is_chain(chain.promises, id_, oracle), True


def _of_all(workspace: Workspace, oracle: Oracle, answers: dict[str, Answer]) -> Iterator[tuple[str, str, Any, Any]]:
    causes = [cause for group in workspace.causes.values() for cause in group if not cause.unproven]
    yield "all", "each cause once", len(causes), len({cause.key for cause in causes})
    roots = {_plain(root) for answer in answers.values() for root in answer.roots}
    yield "all", "causes", {_plain(_root(cause, oracle)) for cause in causes}, roots
    for cause in causes:
        if cause.point in (Point.PROMISED, Point.OWN_BEHAVIOUR, Point.NO_CIRCLE, Point.IN_TIME):
            theirs = {id_ for id_, answer in answers.items() if _root(cause, oracle) in answer.roots}
            customers = {id_ for id_ in theirs if oracle.promises[id_].to_customer}
            yield cause.key, "breaks", set(workspace.broken_by(cause.key)), customers


def failing(verdict: Verdict) -> frozenset[Point]:
    """The points that fail at a promise itself."""
    return frozenset(cause.point for cause in verdict.causes if not cause.unproven)


_NAMES = {
    Point.PROMISED: "promised",
    Point.KEPT: "kept",
    Point.EVERY_PATH: "path",
    Point.OWN_BEHAVIOUR: "foreign",
    Point.BACKED: "link",
    Point.CONDITIONS: "conditions",
    Point.NO_CIRCLE: "circle",
    Point.IN_TIME: "late",
    Point.OFTEN_ENOUGH: "rate",
    Point.ONE_WORD: "word",
}


def _root(cause: Cause, oracle: Oracle) -> Root:
    """A cause in the oracle's terms; of a link only the lower end is known, of a contradiction the key names both."""
    if cause.rule.endswith("-without-owner"):
        return "unowned", (cause.at,)
    if cause.rule == "promise-by-vacant-post":
        return "vacant", (cause.at,)
    places = {
        Point.OWN_BEHAVIOUR: (cause.promise, cause.at),
        Point.BACKED: (cause.at,),
        Point.NO_CIRCLE: tuple(sorted(oracle.chains.circle(oracle.promises[cause.promise]))),
        Point.ONE_WORD: tuple(cause.key.split(":", 2)[1:]),
    }
    return _NAMES[cause.point], places.get(cause.point, (cause.promise,))


def _plain(root: Root) -> Root:
    """A root as far as both tell it: the lower end of a link, and that there is a contradiction, if not each pair."""
    name, nodes = root
    return {"link": (name, nodes[-1:]), "word": (name, ())}.get(name, root)


def _single(cause: Cause) -> bool:
    """Whether there is one cause of its kind at a place (a promise may be missed on several paths)."""
    return cause.point in (Point.OWN_BEHAVIOUR, Point.BACKED, Point.NO_CIRCLE, Point.IN_TIME, Point.OFTEN_ENOUGH)


def _number(roots: frozenset[Root]) -> int:
    return sum(name in ("unowned", "foreign", "link", "circle", "late", "rate") for name, _ in roots)


def _is_chain(promises: tuple[str, ...], start: str, oracle: Oracle) -> bool:
    return promises[0] == start and all(
        below in {q.id for q in oracle.chains.conditions(oracle.promises[above])} for above, below in pairwise(promises)
    )


def _shown(value: Any) -> str:
    return str(sorted(map(str, value))) if isinstance(value, set | frozenset) else str(value)
