"""Support and triggers as connectors between actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from blueprints.views.view import Connector, ConnectorKind, Detail
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode

_Pair = tuple[str, str]


def link_connectors(journey: JourneyGraph) -> Iterator[Connector]:
    """Each link within the journey once, in its order; one line between two cells that all support one another."""
    here = {action.id: action for action in journey.actions}
    supports = _within(here, ((one.above, one.below) for one in journey.supports))
    triggers = _within(here, ((one.source, one.target) for one in journey.triggers))
    whole = dict(_whole_cells(supports, here))
    number = 0
    for pair in supports:
        cells = whole.get(pair)
        if cells is None or pair == cells[0]:
            number += 1
            yield _support(number, pair, cells)
    for place, (source, target) in enumerate(triggers, start=number + 1):
        yield Connector(f"trigger-{place}", source, target, ConnectorKind.TRIGGER)


def _within(here: dict[str, ActionNode], pairs: Iterable[_Pair]) -> list[_Pair]:
    return list(dict.fromkeys((one, other) for one, other in pairs if one != other and other in here))


def _support(number: int, pair: _Pair, cells: Sequence[_Pair] | None) -> Connector:
    """One link, or the one line of two whole cells: from the last card above to the first below, which are nearest."""
    if cells is None:
        return Connector(f"support-{number}", *pair, ConnectorKind.SUPPORT)
    above, below = tuple(dict.fromkeys(one for one, _ in cells)), tuple(dict.fromkeys(other for _, other in cells))
    return Connector(f"cells-{number}", above[-1], below[0], ConnectorKind.CELLS, sources=above, targets=below)


def _whole_cells(supports: Iterable[_Pair], here: dict[str, ActionNode]) -> Iterator[tuple[_Pair, Sequence[_Pair]]]:
    """The links between two cells of several actions each of which is supported by each: by link, all of the two."""
    sizes: defaultdict[tuple[str, str], int] = defaultdict(int)
    for action in here.values():
        sizes[action.step, action.lane.id] += 1
    between: defaultdict[tuple[str, str, str], list[_Pair]] = defaultdict(list)
    for above, below in supports:
        one, other = here[above], here[below]
        if one.step == other.step:
            between[one.step, one.lane.id, other.lane.id].append((above, below))
    for (step, upper, lower), pairs in between.items():
        heights = sizes[step, upper], sizes[step, lower]
        if min(heights) > 1 and len(pairs) == heights[0] * heights[1]:
            in_order = sorted(pairs, key=lambda pair: (here[pair[0]].order, here[pair[1]].order))
            yield from ((pair, in_order) for pair in in_order)


def links_elsewhere(action: ActionNode, journey: JourneyGraph) -> Iterator[Detail]:
    """What an action uses or sets off in other journeys, in words: no line leads there."""
    links = [("Uses", one.below) for one in journey.supports_of(action.id)]
    links += [("Sets off", one.target) for one in journey.triggers if one.source == action.id]
    for word, id_ in dict.fromkeys(links):
        other = journey.action(id_)
        if other.journey != journey.id:
            yield Detail("leave", f"{word}: {other.name} ({journey.workspace.journey_name(other.journey)})")
