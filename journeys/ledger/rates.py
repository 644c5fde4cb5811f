"""The rates that are multiplied for a promise: those of its conditions that lie beneath no other of them."""

from __future__ import annotations

from fractions import Fraction
from math import prod

from journeys.graph.components import components
from journeys.graph.workspace import Workspace


def nearest_rates(workspace: Workspace, promise: str) -> tuple[tuple[str, Fraction], ...]:
    """The conditions that count at point 9 of the calculus, each with its rate: stated, or that of its conditions."""
    nodes = workspace.promises
    node = nodes[promise]
    direct = tuple(dict.fromkeys(id_ for id_ in (*node.relies_on, *node.beneath) if id_ in nodes))
    beneath: set[str] = set()
    for id_ in direct:
        if id_ not in beneath:
            beneath |= workspace.relies_on(id_)
    rates = _rates(workspace, promise)
    return tuple((id_, rates[id_]) for id_ in direct if id_ not in beneath)


def _rates(workspace: Workspace, promise: str) -> dict[str, Fraction]:
    """The rate of each promise that one relies on; in a circle, where none can be said, 1."""
    nodes = workspace.promises
    ids = sorted(workspace.relies_on(promise))
    number = {id_: place for place, id_ in enumerate(ids)}
    below = [
        [number[one] for one in dict.fromkeys((*nodes[id_].relies_on, *nodes[id_].beneath)) if one in number]
        for id_ in ids
    ]
    rates: dict[str, Fraction] = {}
    for component in components(below):
        for place in component:
            stated = nodes[ids[place]].at_least
            circle = len(component) > 1 or place in below[place]
            reached = Fraction(1) if circle else prod((rates[ids[one]] for one in below[place]), start=Fraction(1))
            rates[ids[place]] = reached if stated is None else stated
    return rates
