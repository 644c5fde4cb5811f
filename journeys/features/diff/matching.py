"""Old nodes and new nodes matched across a whole workspace: people, journeys, steps, actions, promises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from journeys.features.diff.pairing import likeness, overlap, pair_up
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, CustomerNode, OwnerNode, PromiseNode, PurposeNode, StepNode
from journeys.graph.purpose import Purpose
from journeys.graph.workspace import Workspace


@dataclass
class Matching:
    """New ids by old ones, for nodes; and the journeys that belong together."""

    journeys: list[tuple[JourneyGraph, JourneyGraph]] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)

    def of(self, id_: str) -> str:
        """The new id of an old node; the old one where it has no match."""
        return self.ids.get(id_, id_)

    def all_of(self, ids: Iterable[str]) -> set[str]:
        """The new ids of old nodes."""
        return {self.of(id_) for id_ in ids}


def match(old: Workspace, new: Workspace) -> Matching:
    """Who is who. The same id says so; else the same name; else what stands around it and in it."""
    result = Matching(pair_up(old.selected, new.selected, _JOURNEY_KEYS, _journeys_alike))
    if len(old.selected) == len(new.selected) == 1 and not result.journeys:
        result.journeys = [(old.selected[0], new.selected[0])]
    for one, other in pair_up(owners(old), owners(new), (_key, _name), _owners_alike):
        result.ids[one.id] = other.id
    for customer, other_customer in pair_up(customers(old), customers(new), (_key, _name)):
        result.ids[customer.id] = other_customer.id
    for before, after in result.journeys:
        _match_steps(before, after, result)
        _match_actions(before, after, result)
    for before, after in result.journeys:
        _match_promises(before, after, result)
        _match_expectations(before, after, result)
        _match_entries(before.purpose, after.purpose, result)
    _match_entries(old.purpose, new.purpose, result)
    return result


def owners(workspace: Workspace) -> list[OwnerNode]:
    """The owners of a workspace and of its journeys, each once."""
    found = {owner.id: owner for owner in workspace.shared.owners.values()}
    for journey in workspace.selected:
        found |= {owner.id: owner for owner in journey.owners.values()}
    return list(found.values())


def customers(workspace: Workspace) -> list[CustomerNode]:
    """The customers of a workspace and of its journeys, each once."""
    found = {customer.id: customer for customer in workspace.shared.customers.values()}
    for journey in workspace.selected:
        found |= {customer.id: customer for customer in journey.known_customers.values()}
    return list(found.values())


def _key(node: OwnerNode | CustomerNode) -> str:
    return node.key


def _name(node: OwnerNode | CustomerNode) -> str:
    return node.name


_JOURNEY_KEYS = (lambda journey: journey.id, lambda journey: journey.file, lambda journey: journey.name)


def _journeys_alike(old: JourneyGraph, new: JourneyGraph) -> float:
    return overlap({step.name for step in old.steps}, {step.name for step in new.steps})


def _owners_alike(old: OwnerNode, new: OwnerNode) -> float:
    held = bool(old.holder) and old.holder == new.holder
    return 0.6 * likeness(old.name, new.name) + 0.3 * held + 0.1 * (old.reports_to == new.reports_to)


def _match_steps(old: JourneyGraph, new: JourneyGraph, result: Matching) -> None:
    same = (lambda step: step.key, lambda step: step.name)
    known = {one.id: other.id for one, other in pair_up(old.steps, new.steps, same)}
    before, after = _Around(old), _Around(new)

    def alike(one: StepNode, other: StepNode) -> float:
        if one.id in known or other.id in known.values():
            return 0.0
        beside = (
            sum(
                known.get(left, "?") == right
                for left, right in zip(before.beside(one), after.beside(other), strict=True)
            )
            / 2
        )
        inside, also = before.inside(one), after.inside(other)
        if inside or also:
            return 0.3 * likeness(one.name, other.name) + 0.5 * overlap(inside, also) + 0.2 * beside
        return 0.7 * likeness(one.name, other.name) + 0.3 * beside

    pairs = pair_up(old.steps, new.steps, same, alike)
    result.ids |= {one.id: other.id for one, other in pairs}


class _Around:
    """What stands beside a step and in it. Ends of the journey are neighbours too."""

    def __init__(self, journey: JourneyGraph) -> None:
        self._journey = journey
        self._ids = ["", *(step.id for step in journey.steps), ""]

    def beside(self, step: StepNode) -> tuple[str, str]:
        """The ids of the step before and the step after."""
        return self._ids[step.index], self._ids[step.index + 2]

    def inside(self, step: StepNode) -> set[str]:
        """What is done, seen and held there."""
        actions = {action.name for action in self._journey.actions_of(step.id)}
        return actions | {piece.name for piece in self._journey.evidence_of(step.id)}


def _match_actions(old: JourneyGraph, new: JourneyGraph, result: Matching) -> None:
    for step in old.steps:
        partner = result.ids.get(step.id)
        if partner is not None:
            _pair_actions(old.actions_of(step.id), new.actions_of(partner), result, nearby=True)
    taken = set(result.ids.values())
    left = [action for action in old.actions if action.id not in result.ids]
    _pair_actions(left, [action for action in new.actions if action.id not in taken], result, nearby=False)


def _pair_actions(old: Iterable[ActionNode], new: Iterable[ActionNode], result: Matching, *, nearby: bool) -> None:
    def alike(one: ActionNode, other: ActionNode) -> float:
        if one.lane.id != other.lane.id:
            return 0.0
        owned = bool(one.owner) and result.of(one.owner) == other.owner
        return 0.6 * likeness(one.name, other.name) + 0.25 * owned + 0.15 * (one.order == other.order)

    same = (_own_id, lambda action: (action.lane.id, action.name), lambda action: action.name)
    for one, other in pair_up(list(old), list(new), same, alike if nearby else None):
        result.ids[one.id] = other.id


def _own_id(action: ActionNode) -> str | None:
    """The id that the file gives an action; one made from its place says nothing."""
    return None if f".{action.lane.id}" in action.key else action.key


def _match_promises(old: JourneyGraph, new: JourneyGraph, result: Matching) -> None:
    def alike(one: PromiseNode, other: PromiseNode) -> float:
        kept = overlap(result.all_of(one.kept), set(other.kept)) if not one.standing else float(other.standing)
        people = 0.2 * (result.of(one.by) == other.by) + 0.2 * (result.all_of(one.to) == set(other.to))
        return 0.4 * kept + people + 0.2 * likeness(one.name, other.name)

    same = (_promise_key, lambda promise: (promise.implied, promise.name))
    for one, other in pair_up(old.promise_nodes, new.promise_nodes, same, alike, least=0.65):
        result.ids[one.id] = other.id


def _match_expectations(old: JourneyGraph, new: JourneyGraph, result: Matching) -> None:
    before, after = (list(each.expectations.values()) for each in (old, new))
    for one, other in pair_up(before, after, (lambda node: node.key, lambda node: node.name)):
        result.ids[one.id] = other.id


def _match_entries(old: Purpose, new: Purpose, result: Matching) -> None:
    """The entries of a file: of one kind the same id says so, else the same name, else much the same words."""

    def alike(one: PurposeNode, other: PurposeNode) -> float:
        return likeness(one.name, other.name) if type(one) is type(other) else 0.0

    same = (lambda node: (type(node), node.key), lambda node: (type(node), node.name))
    for one, other in pair_up(old.nodes, new.nodes, same, alike, least=0.65):
        result.ids[one.id] = other.id


def _promise_key(promise: PromiseNode) -> str | None:
    """The id that the file gives a promise; an implied one may have none of its own."""
    return None if promise.implied and "." in promise.key else promise.key
