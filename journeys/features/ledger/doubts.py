"""What the points of a proof lean on that nobody wrote down, with the first places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from journeys.features.ledger.entry import where
from journeys.graph.leaning import Leaning
from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Point, Silence
from journeys.graph.workspace import Workspace

# So many places are named, and the others counted: the list of assumptions has them all.
_MOST_NAMED = 3
_UNSAID = {Silence.TIME: "time", Silence.RATE: "rate"}


def doubts(workspace: Workspace, promise: PromiseNode) -> Mapping[Point, tuple[str, ...]]:
    """By point, what is not said that it leans on, and where: `no time is said for “Cook” (dinner.journey.yaml:13)`.

    What is not said for the promises that it relies on stands under their point.
    """
    verdict = workspace.verdicts[promise.id]
    if not verdict.assumptions and not verdict.assumed_conditions:
        return {}
    found: dict[Point, dict[Silence, list[Leaning]]] = {}
    for one in workspace.leanings.of(promise.id):
        silence = one.assumption.silence
        if silence in _UNSAID:
            point = silence.point if len(one.way) == 1 else Point.CONDITIONS
            found.setdefault(point, {}).setdefault(silence, []).append(one)
    return {
        point: tuple(_told(workspace, point, silence, ones) for silence, ones in by_silence.items())
        for point, by_silence in found.items()
    }


def _told(workspace: Workspace, point: Point, silence: Silence, ones: Sequence[Leaning]) -> str:
    what = f"no {_UNSAID[silence]}"
    unsaid = f"what it relies on says {what} for" if point is Point.CONDITIONS else f"{what} is said for"
    more = f" and {len(ones) - _MOST_NAMED} more" if len(ones) > _MOST_NAMED else ""
    return f"{unsaid} {', '.join(_places(workspace, ones[:_MOST_NAMED]))}{more}"


def _places(workspace: Workspace, ones: Sequence[Leaning]) -> Iterator[str]:
    for one in ones:
        node = workspace.node(one.assumption.at)
        yield f"“{node.name}” ({where(workspace, node.place)})"
