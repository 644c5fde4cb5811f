"""10. One word: to one promisee, in the same places, one deadline has one rate and one rate one deadline."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction

from journeys.graph.facts import Contradiction
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Cause, Fault, Found, Point, Root
from journeys.language.model.duration import WorkingTime
from journeys.promises.judged import Judged


def contradictions(journeys: Iterable[JourneyGraph]) -> Mapping[str, Sequence[Contradiction]]:
    """By promise, the sets it belongs to that give one deadline at several rates, or one rate by several deadlines.

    A rate unsaid is always; no deadline is no other deadline.
    """
    rows: dict[tuple[Hashable, str, Hashable], dict[str, Hashable]] = {}
    for journey in journeys:
        for node in journey.promise_nodes:
            if node.kept:
                _enter(rows, node, journey.working_time)
    unlike = {
        Contradiction(word, tuple(row), min(row)): None
        for (_, word, _), row in rows.items()
        if len(set(row.values())) > 1
    }
    found: dict[str, list[Contradiction]] = {}
    for contradiction in unlike:
        for id_ in contradiction.promises:
            found.setdefault(id_, []).append(contradiction)
    return found


def _enter(
    rows: dict[tuple[Hashable, str, Hashable], dict[str, Hashable]], node: PromiseNode, hours: WorkingTime
) -> None:
    rate = Fraction(1) if node.at_least is None else node.at_least
    time: Hashable = None
    if node.within is not None:
        seconds = node.within.seconds(hours)
        time = (node.within.working and bool(seconds), seconds)
    for person in node.promisees:
        places = (person, frozenset(node.makings), frozenset(node.kept), node.any_place, node.standing)
        rows.setdefault((places, "within", time), {})[node.id] = rate
        if time is not None:
            rows.setdefault((places, "at_least", rate), {})[node.id] = time


def one_word(judged: Judged, found: Sequence[Contradiction]) -> Found:
    """Ask the point of a promise, given what it contradicts."""
    return Found(tuple(_cause(judged, one) for one in found))


def _cause(judged: Judged, one: Contradiction) -> Cause:
    root = Root(Fault.CONTRADICTION, (one.word, one.first))
    return Cause(Point.ONE_WORD, root, judged.node.id, one.promises[1], one)
