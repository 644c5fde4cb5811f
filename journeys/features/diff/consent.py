"""Who has to agree to a change: nobody can promise what another does, nor take back what another relies on.

After Burgess, *Thinking in Promises*: an agent promises its own behaviour only, and a promise that is used as a
condition is relied upon by whoever promised on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeys.features.diff.changes import Agreement, Effect, How, JourneyDiff, PromiseChange
from journeys.features.diff.matching import Matching, owners
from journeys.graph.nodes import OwnerNode, PromiseNode
from journeys.graph.workspace import Workspace

_Reason = tuple[OwnerNode, str]


def agreements(
    journeys: Iterable[JourneyDiff], old: Workspace, new: Workspace, matching: Matching
) -> tuple[Agreement, ...]:
    """Each owner who has to agree, in the order of the workspace, with the reasons."""
    asking = _Asking(old, new, matching)
    found: dict[str, tuple[OwnerNode, dict[str, None]]] = {}
    for journey in journeys:
        for promise in journey.promises:
            for owner, reason in asking.about(promise):
                found.setdefault(owner.id, (owner, {}))[1][reason] = None
        for owner, reason in asking.about_actions(journey):
            found.setdefault(owner.id, (owner, {}))[1][reason] = None
    order = {owner.id: place for place, owner in enumerate((*owners(new), *owners(old)))}
    ranked = sorted(found.values(), key=lambda pair: (order.get(pair[0].id, 0), pair[0].id))
    return tuple(Agreement(owner.name, owner.holder, tuple(reasons)) for owner, reasons in ranked)


def _what(change: PromiseChange) -> str:
    """What became of a promise that is worth less now: its terms go before what they lead to."""
    if change.dropped:
        return "dropped"
    own = any(term.effect is Effect.WEAKER and term.field != "verdict" for term in change.terms)
    return "weakened" if own else f"{change.new_state} now"


class _Asking:
    """Looks for owners in the new state, and in the old one where they are gone."""

    def __init__(self, old: Workspace, new: Workspace, matching: Matching) -> None:
        self._old, self._new, self._matching = old, new, matching
        self._back = {other: one for one, other in matching.ids.items()}

    def about(self, change: PromiseChange) -> Iterator[_Reason]:
        """The owners that a change of a promise concerns."""
        after = self._new.promises.get(change.id) if change.how is not How.REMOVED else None
        before = self._old.promises.get(change.old_id) if change.old_id else None
        if after is not None:
            yield from self._promiser(change, before, after)
        if change.dropped or change.weakened:
            what = _what(change)
            mine = self._matching.of(before.by) if before else ""
            for node in self._dependents(before, after):
                if node.by != mine:
                    yield from self._owner(node.by, f"relies on “{change.name}”, which is {what}, for “{node.name}”")
            for person in before.to if before else ():
                if self._matching.of(person) != mine:
                    yield from self._owner(self._matching.of(person), f"is promised “{change.name}”, which is {what}")

    def _promiser(self, change: PromiseChange, before: PromiseNode | None, after: PromiseNode) -> Iterator[_Reason]:
        if change.made:
            yield from self._owner(after.by, f"promises “{change.name}”, which is new")
        elif before is not None and self._matching.of(before.by) != after.by:
            yield from self._owner(after.by, f"takes over the promise “{change.name}”")
        elif any(term.effect is Effect.STRONGER and term.field != "verdict" for term in change.terms):
            yield from self._owner(after.by, f"promises more with “{change.name}”")
        if change.broken and not change.made:
            yield from self._owner(after.by, f"can no longer be held to “{change.name}”, which is broken now")

    def _dependents(self, before: PromiseNode | None, after: PromiseNode | None) -> Iterator[PromiseNode]:
        """The promises that relied on it or rely on it now, as they are now where they still are."""
        ids: dict[str, PromiseNode] = {}
        if before is not None:
            for id_ in sorted(self._old.relied_on_by(before.id)):
                now = self._new.promises.get(self._matching.of(id_))
                node = now or self._old.promises[id_]
                ids[node.id] = node
        if after is not None:
            ids |= {id_: self._new.promises[id_] for id_ in sorted(self._new.relied_on_by(after.id))}
        yield from ids.values()

    def about_actions(self, journey: JourneyDiff) -> Iterator[_Reason]:
        """The owners that are accountable for something anew."""
        graph = self._new.journeys.get(journey.id)
        if graph is None or journey.how is How.REMOVED:
            return
        for change in journey.nodes:
            owned = any(detail.field == "owner" for detail in change.details)
            if change.kind == "action" and (change.how is How.ADDED or owned) and change.how is not How.REMOVED:
                action = graph.action(change.id)
                yield from self._owner(action.owner, f"becomes accountable for “{action.name}” ({change.where})")

    def _owner(self, id_: str, reason: str) -> Iterator[_Reason]:
        node = self._new.find(id_) or self._old.find(id_)
        if isinstance(node, OwnerNode):
            yield node, reason
