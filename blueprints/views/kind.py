"""A kind of view: how it is called, and the function that makes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from blueprints.views.findings import Mark, PromiseState
from blueprints.views.view import View
from journeys.graph.journey import JourneyGraph


class Maker(Protocol):
    """Reads a view from a journey, with findings as marks and promises in the states given."""

    def __call__(
        self, journey: JourneyGraph, *, findings: Sequence[Mark] = (), promises: Sequence[PromiseState] = ()
    ) -> View: ...


def _always(_: JourneyGraph) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class ViewKind:
    """A kind of view: `title` is what it is called on a page, `tells` whether it has anything to tell of a journey.

    One that has nothing to tell is left out where all views are asked for.
    """

    title: str
    make: Maker
    tells: Callable[[JourneyGraph], bool] = _always
