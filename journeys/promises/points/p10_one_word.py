"""10. One word: to one promisee, in the same places, one deadline has one rate and one rate one deadline."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
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
    alike: dict[Hashable, list[tuple[PromiseNode, WorkingTime]]] = {}
    for journey in journeys:
        for node in journey.promise_nodes:
            for places in _places(node):
                alike.setdefault(places, []).append((node, journey.working_time))
    rows: dict[tuple[Hashable, str, Hashable], dict[str, Hashable]] = {}
    for places, found_there in alike.items():
        if len(found_there) > 1:
            for node, hours in found_there:
                _enter(rows, places, node, hours)
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


def _places(node: PromiseNode) -> Iterator[Hashable]:
    """To each promisee, in which places."""
    if node.kept:
        where = (frozenset(node.makings), frozenset(node.kept), node.any_place, node.standing)
        yield from ((person, where) for person in node.promisees)


def _enter(
    rows: dict[tuple[Hashable, str, Hashable], dict[str, Hashable]],
    places: Hashable,
    node: PromiseNode,
    hours: WorkingTime,
) -> None:
    rate = Fraction(1) if node.at_least is None else node.at_least
    time: Hashable = None
    if node.within is not None:
        seconds = node.within.seconds(hours)
        time = (node.within.working and bool(seconds), seconds)
    rows.setdefault((places, "within", time), {})[node.id] = rate
    if time is not None:
        rows.setdefault((places, "at_least", rate), {})[node.id] = time


def one_word(judged: Judged, found: Sequence[Contradiction]) -> Found:
    """Ask the point of a promise, given what it contradicts."""
    return Found(tuple(_cause(judged, one) for one in found))


def _cause(judged: Judged, one: Contradiction) -> Cause:
    root = Root(Fault.CONTRADICTION, (one.word, one.first))
    return Cause(Point.ONE_WORD, root, judged.node.id, one.promises[1], one)
