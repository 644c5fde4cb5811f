"""Support and triggers as connectors between actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping

from blueprints.views.view import Connector, ConnectorKind, Detail
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode

_Pair = tuple[str, str]
_Ends = tuple[tuple[str, ...], tuple[str, ...]]


def link_connectors(journey: JourneyGraph) -> Iterator[Connector]:
    """Each link within the journey once, in its order; one line between two cells that all support one another."""
    here = {action.id: action for action in journey.actions}
    supports = _within(here, ((one.above, one.below) for one in journey.supports))
    triggers = _within(here, ((one.source, one.target) for one in journey.triggers))
    whole = united(supports, {action.id: (action.step, action.lane.id) for action in here.values()})
    number = 0
    for pair in supports:
        ends = whole.get(pair)
        if ends is None or pair == (ends[0][0], ends[1][0]):
            number += 1
            yield _support(number, pair, ends)
    for place, (source, target) in enumerate(triggers, start=number + 1):
        yield Connector(f"trigger-{place}", source, target, ConnectorKind.TRIGGER)


def _within(here: dict[str, ActionNode], pairs: Iterable[_Pair]) -> list[_Pair]:
    return list(dict.fromkeys((one, other) for one, other in pairs if one != other and other in here))


def _support(number: int, pair: _Pair, ends: _Ends | None) -> Connector:
    """One link, or the one line of two whole cells: from the last card above to the first below, which are nearest."""
    if ends is None:
        return Connector(f"support-{number}", *pair, ConnectorKind.SUPPORT)
    above, below = ends
    return Connector(f"cells-{number}", above[-1], below[0], ConnectorKind.CELLS, sources=above, targets=below)


def united(pairs: Iterable[_Pair], cells: Mapping[str, Hashable]) -> dict[_Pair, _Ends]:
    """The links between two cells of several actions where each of the one has one to each of the other.

    `cells` gives the cell of every action (by id), those of a cell in their order. Each such link comes with what one
    line for all of them would join: the actions of the first cell, and those of the second.
    """
    members: defaultdict[Hashable, list[str]] = defaultdict(list)
    for action, cell in cells.items():
        members[cell].append(action)
    between: defaultdict[tuple[Hashable, Hashable], dict[_Pair, None]] = defaultdict(dict)
    for one, other in pairs:
        between[cells[one], cells[other]][one, other] = None
    found: dict[_Pair, _Ends] = {}
    for (first, second), linked in between.items():
        ends = tuple(members[first]), tuple(members[second])
        if first != second and min(map(len, ends)) > 1 and len(linked) == len(ends[0]) * len(ends[1]):
            found.update(dict.fromkeys(linked, ends))
    return found


def links_elsewhere(action: ActionNode, journey: JourneyGraph) -> Iterator[Detail]:
    """What an action uses or sets off in other journeys, in words: no line leads there."""
    links = [("Uses", one.below) for one in journey.supports_of(action.id)]
    links += [("Sets off", one.target) for one in journey.triggers if one.source == action.id]
    for word, id_ in dict.fromkeys(links):
        other = journey.action(id_)
        if other.journey != journey.id:
            yield Detail("leave", f"{word}: {other.name} ({journey.workspace.journey_name(other.journey)})")
