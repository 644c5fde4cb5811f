"""Where work goes from one owner to another, and the promise that covers it, if there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.language.finding import Place


@dataclass(frozen=True, slots=True)
class Handoff:
    """`below` supports `above`, or is set off by it (`trigger` says where), and their owners differ.

    `promise` is one by the owner below to the owner above, kept at the action below; None where nobody promised.
    """

    above: ActionNode
    below: ActionNode
    promise: PromiseNode | None
    trigger: Place | None = None

    @property
    def covered(self) -> bool:
        """Whether the owner below has promised it to the owner above."""
        return self.promise is not None

    @property
    def owned(self) -> bool:
        """Whether both actions have a known owner."""
        return bool(self.above.owner and self.below.owner)


class Handover(NamedTuple):
    """The owned touchpoints of a step, and those of a step after it that all have other owners."""

    before: tuple[ActionNode, ...]
    after: tuple[ActionNode, ...]


def handoffs(journey: JourneyGraph) -> Iterator[Handoff]:
    """Each handoff between two company actions once: support, then triggers, in the order of the file.

    An action that nobody owns hands over too; no promise covers that.
    """
    links: dict[tuple[str, str, bool], Place | None] = {
        (link.above, link.below, False): None for link in journey.supports
    }
    for trigger in journey.triggers:
        links.setdefault((trigger.source, trigger.target, True), trigger.place)
    for (one, other, _), place in links.items():
        above, below = journey.action(one), journey.action(other)
        if above.company and below.company and above.owner != below.owner:
            promises = backing(journey, below, above.owned) or (_standing(journey, above, below) if place else ())
            yield Handoff(above, below, next(iter(promises), None), place)


def _standing(journey: JourneyGraph, above: ActionNode, below: ActionNode) -> tuple[PromiseNode, ...]:
    """The promises that stand always between the owners of what sets off and what is set off."""
    standing = (one for one in journey.workspace.promises.values() if one.standing)
    return tuple(one for one in standing if one.promiser == below.owned and above.owned in one.to)


def backing(journey: JourneyGraph, action: ActionNode, promisee: str) -> tuple[PromiseNode, ...]:
    """The promises by an action's owner to `promisee` (a node id) that cover the action, of whichever journey."""
    if not action.owned or not promisee:
        return ()
    kept = (one for one in journey.kept_at(action.id) if one.firm)
    return tuple(one for one in kept if one.promiser == action.owned and promisee in one.promisees)


def handovers(journey: JourneyGraph) -> Iterator[Handover]:
    """Every way from one step to the next between whose touchpoints the owner changes (exits of `anywhere` aside)."""
    met = {step.id: tuple(action for action in journey.touchpoints(step.id) if action.owner) for step in journey.steps}
    seen: set[tuple[str, str]] = set()
    for flow in journey.flows:
        before, after = met[flow.source], met.get(flow.target, ())
        if flow.anywhere or not before or not after or (flow.source, flow.target) in seen:
            continue
        seen.add((flow.source, flow.target))
        if {action.owner for action in before}.isdisjoint(action.owner for action in after):
            yield Handover(before, after)
