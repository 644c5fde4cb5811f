"""Trees in a grid: levels from the top, each parent over the middle of what is beneath it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Node(NamedTuple):
    """Something with somebody above it (an id; empty or unknown for nobody)."""

    id: str
    above: str


class TreePlace(NamedTuple):
    """A level from the top and a column from the left, both from 0."""

    level: int
    column: int


def place_trees(nodes: Sequence[Node]) -> dict[str, TreePlace]:
    """The place of each node, in the order given: leaves side by side, no two nodes in one place.

    A circle is cut open where the way up first meets it. No recursion, so that depth does not matter.
    """
    below = _children(nodes)
    places: dict[str, TreePlace] = {}
    free = 0
    for root in _roots(nodes, below):
        levels = {root: 0}
        waiting = [(root, False)]
        while waiting:
            id_, done = waiting.pop()
            under = [child for child in below[id_] if child not in levels or levels[child] == levels[id_] + 1]
            if done and any(child in places for child in under):
                spread = [places[child].column for child in under if child in places]
                places[id_] = TreePlace(levels[id_], (spread[0] + spread[-1]) // 2)
            elif done:
                places[id_] = TreePlace(levels[id_], free)
                free += 1
            else:
                waiting.append((id_, True))
                new = [child for child in below[id_] if child not in levels]
                levels.update(dict.fromkeys(new, levels[id_] + 1))
                waiting += [(child, False) for child in reversed(new)]
    return {node.id: places[node.id] for node in nodes}


def _children(nodes: Sequence[Node]) -> dict[str, list[str]]:
    below: dict[str, list[str]] = {node.id: [] for node in nodes}
    for node in nodes:
        if node.above in below and node.above != node.id:
            below[node.above].append(node.id)
    return below


def _roots(nodes: Sequence[Node], below: Mapping[str, Sequence[str]]) -> list[str]:
    """Those with nobody above them, and one of each circle."""
    roots = [node.id for node in nodes if node.above not in below or node.above == node.id]
    seen: set[str] = set()
    for root in roots:
        _mark(root, below, seen)
    above = {node.id: node.above for node in nodes}
    for node in nodes:
        if node.id not in seen:
            roots.append(_on_circle(node.id, above))
            _mark(roots[-1], below, seen)
    return roots


def _on_circle(start: str, above: Mapping[str, str]) -> str:
    """The first node of the circle that the way up from `start` ends in."""
    way: set[str] = set()
    while start not in way:
        way.add(start)
        start = above[start]
    return start


def _mark(root: str, below: Mapping[str, Sequence[str]], seen: set[str]) -> None:
    waiting = [root]
    while waiting:
        id_ = waiting.pop()
        if id_ not in seen:
            seen.add(id_)
            waiting += below[id_]
