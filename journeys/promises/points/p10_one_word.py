"""10. One word: to one promisee, in the same places, one deadline has one rate and one rate one deadline."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Point
from journeys.language.model.duration import WorkingTime
from journeys.promises.judged import Judged


class Contradiction(NamedTuple):
    """Promises (ids, in the order of the file) that share a `word`, `within` or `at_least`, and differ in the other.

    `first` is the first of them by the alphabet, by which the contradiction is known.
    """

    word: str
    promises: tuple[str, ...]
    first: str


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


def one_word(judged: Judged, found: Sequence[Contradiction]) -> None:
    """Ask the point of a promise, given what it contradicts."""
    for word, ids, first in found:
        nodes = [judged.reliance.nodes[id_] for id_ in ids[:6]]
        names = "”, “".join(node.name for node in nodes)
        more = " …" if len(ids) > len(nodes) else ""
        judged.fail(
            Point.ONE_WORD,
            "promises-contradict",
            f"word:{word}:{first}",
            f"“{names}”{more} promise the same thing in different words",
            nodes[1].place,
            nodes[1].id,
            tuple(node.mention("the other word is given here") for node in (nodes[0], *nodes[2:])),
            "keep one of them; or make a ladder, in which the later deadline has the higher rate",
        )
