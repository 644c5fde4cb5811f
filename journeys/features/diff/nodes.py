"""Journeys, steps, actions and people compared, one field at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from journeys.features.diff.changes import Detail, How, NodeChange
from journeys.features.diff.declared import differing_declarations, own_declarations
from journeys.features.diff.listed import difference, differing_words
from journeys.features.diff.matching import Matching, customers, owners
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, CustomerNode, EvidenceNode, Flow, OwnerNode, StepNode
from journeys.graph.workspace import Workspace, workspace_around
from journeys.language.model.action import Action
from journeys.language.model.base import Model
from journeys.language.model.expectation import Expectation
from journeys.language.model.journey import Journey
from journeys.language.model.key import keys_of
from journeys.language.model.lanes import LaneKind
from journeys.language.model.shared import Customer, Owner
from journeys.language.model.step import Step


def people(old: Workspace, new: Workspace, matching: Matching) -> Iterator[NodeChange]:
    """Owners and customers that were added, removed or changed."""
    for kind, before, after in (("owner", owners(old), owners(new)), ("customer", customers(old), customers(new))):
        matched = {matching.ids[node.id]: node for node in before if node.id in matching.ids}
        for node in after:
            was = matched.get(node.id)
            yield from _one(kind, was, node, () if was is None else tuple(_person(was, node, matching)))
        for node in before:
            if node.id not in matching.ids:
                yield _gone(kind, node)


def _person(old: OwnerNode | CustomerNode, new: OwnerNode | CustomerNode, matching: Matching) -> Iterator[Detail]:
    yield from _details(old, new, ("key",))
    if isinstance(old, OwnerNode) and isinstance(new, OwnerNode):
        yield from _plain(Owner, old, new)
        if matching.all_of(old.judged_by) != set(new.judged_by):
            yield Detail("judged by", ", ".join(old.judged_by), ", ".join(new.judged_by))
        if _key_after(old, matching) != new.reports_to:
            yield Detail("reports to", old.reports_to, new.reports_to)
    else:
        yield from _plain(Customer, old, new)


def _key_after(owner: OwnerNode, matching: Matching) -> str:
    """What the owner above is called now."""
    prefix = owner.id.removesuffix(owner.key)
    return matching.ids.get(prefix + owner.reports_to, prefix + owner.reports_to).removeprefix(prefix)


def whole(old: JourneyGraph, new: JourneyGraph, matching: Matching) -> NodeChange | None:
    """What changed of a journey as a whole, None for nothing."""
    details = [*_details(old, new, ("id", "file")), *_plain(Journey, old, new), *_declared(old, new)]
    if matching.of(old.owner) != new.owner or bool(old.owner) != bool(new.owner):
        details.append(Detail("owner", _owner(old, old), _owner(new, new)))
    if matching.all_of(one.id for one in old.customers) != {one.id for one in new.customers}:
        details.append(Detail("customers", *(", ".join(one.name for one in each.customers) for each in (old, new))))
    ways = [tuple(_say(flow, each) for flow in _anywhere(each)) for each in (old, new)]
    details += difference("anywhere", ways[0], ways[1])
    if not details and old.name == new.name:
        return None
    return NodeChange("journey", How.CHANGED, new.id, new.name, old.id, old.name, details=tuple(details))


def _declared(old: JourneyGraph, new: JourneyGraph) -> Iterator[Detail]:
    """What differs of what the journey declares itself."""
    before, after = (own_declarations(each, workspace_around(each).shared) for each in (old, new))
    return differing_declarations(before, after)


def _anywhere(journey: JourneyGraph) -> Iterator[Flow]:
    seen = set()
    for flow in journey.flows:
        if flow.anywhere and flow.place not in seen:
            seen.add(flow.place)
            yield flow


def steps_and_actions(old: JourneyGraph, new: JourneyGraph, matching: Matching) -> Iterator[NodeChange]:
    """The steps and actions of a journey that were added, removed or changed, in the order of the new one."""
    back = {other: one for one, other in matching.ids.items()}
    moved = _moved(old, new, matching)
    for step in new.steps:
        was = old.nodes.get(back.get(step.id, ""))
        before = was if isinstance(was, StepNode) else None
        found = () if before is None else tuple(_step(before, step, old, new, matching, moved))
        yield from _one("step", before, step, found)
        for action in new.actions_of(step.id):
            had = old.nodes.get(back.get(action.id, ""))
            earlier = had if isinstance(had, ActionNode) else None
            changed = () if earlier is None else tuple(_action(earlier, action, old, new, matching))
            yield from _one("action", earlier, action, changed, _where(new, action))
    yield from (_gone("step", step) for step in old.steps if step.id not in matching.ids)
    yield from (_gone("action", action, _where(old, action)) for action in old.actions if action.id not in matching.ids)


def all_of(journey: JourneyGraph, how: How) -> Iterator[NodeChange]:
    """The steps of a journey that is new or gone."""
    for step in journey.steps:
        yield NodeChange("step", how, step.id, step.name, old_name=step.name if how is How.REMOVED else "")


def _one(
    kind: str, old: StepNode | ActionNode | OwnerNode | CustomerNode | None,
    new: StepNode | ActionNode | OwnerNode | CustomerNode, details: tuple[Detail, ...], where: str = "",
) -> Iterator[NodeChange]:  # fmt: skip
    if old is None:
        yield NodeChange(kind, How.ADDED, new.id, new.name, where=where)
    elif details or old.name != new.name:
        yield NodeChange(kind, How.CHANGED, new.id, new.name, old.id, old.name, where, details)


def _gone(kind: str, node: StepNode | ActionNode | OwnerNode | CustomerNode, where: str = "") -> NodeChange:
    return NodeChange(kind, How.REMOVED, node.id, node.name, node.id, node.name, where)


def _where(journey: JourneyGraph, action: ActionNode) -> str:
    return f"{journey.called(action.step)}, {action.lane.name}"


def _step(
    old: StepNode, new: StepNode, was: JourneyGraph, is_: JourneyGraph, matching: Matching, moved: set[str]
) -> Iterator[Detail]:
    if old.id in moved:
        yield Detail("place", _before(was, old), _before(is_, new))
    if old.name == new.name:
        yield from (Detail("id", one.old, one.new) for one in _details(old, new, ("key",)))
    yield from _details(old, new, ("phase", "phase_key", "phase_note"))
    yield from _plain(Step, old, new)
    yield from _stands_for(old, new, was, is_)
    yield from _expectations(old, new, matching)
    yield from _evidence(was.evidence_of(old.id), is_.evidence_of(new.id))
    yield from _ways(was.flows_from(old.id), is_.flows_from(new.id), was, is_, matching)


def _stands_for(old: StepNode, new: StepNode, was: JourneyGraph, is_: JourneyGraph) -> Iterator[Detail]:
    """The journey that a step stands for, whether the customer drops out there, and the texts of its info lanes."""
    names = [each.workspace.journey_name(step.nested) if step.nested else "" for each, step in ((was, old), (is_, new))]
    if names[0] != names[1]:
        yield Detail("journey", *names)
    if old.dropped_out != new.dropped_out:
        yield Detail("dropped out", *("yes" if step.dropped_out else "" for step in (old, new)))
    lanes = dict.fromkeys(lane.id for lane in (*was.lanes, *is_.lanes) if lane.kind is LaneKind.INFO)
    for lane in lanes:
        infos = [each.infos_of(step.id, lane) for each, step in ((was, old), (is_, new))]
        yield from difference(lane, *([info.name for info in each] for each in infos))
        before = {info.name: info for info in infos[0]}
        for info in infos[1]:
            if info.name in before:
                for one in _plain(Action, before[info.name], info):
                    yield Detail(_of(one.field, f"“{info.name}”"), one.old, one.new)


def _of(field: str, whose: str) -> str:
    """A field of what stands in another thing; “as of” with a second “of” behind it would be no English."""
    return f"{'day' if field == 'as of' else field} of {whose}"


def _expectations(old: StepNode, new: StepNode, matching: Matching) -> Iterator[Detail]:
    """What differs in the expectations that stayed; their words are compared with the step's other keys."""
    after = {node.id: node for node in new.expectations}
    for was in old.expectations:
        node = after.get(matching.of(was.id))
        if node is not None:
            ids = [Detail("id", was.key, node.key)] if was.name == node.name and was.key != node.key else []
            for one in (*ids, *_plain(Expectation, was, node)):
                yield Detail(_of(one.field, f"the expectation “{node.name}”"), one.old, one.new)


def _evidence(old: Sequence[EvidenceNode], new: Sequence[EvidenceNode]) -> Iterator[Detail]:
    """The evidence of a step that came and went, and what differs in what stayed."""
    yield from difference("evidence", [piece.name for piece in old], [piece.name for piece in new])
    before = {piece.name: piece for piece in old}
    for piece in new:
        was = before.get(piece.name)
        if was is not None:
            lanes = [Detail("lane", was.lane.name, piece.lane.name)] if was.lane.id != piece.lane.id else []
            for one in (*lanes, *_plain(Action, was, piece)):
                yield Detail(_of(one.field, f"the evidence “{piece.name}”"), one.old, one.new)


def _ways(
    old: Iterable[Flow], new: Iterable[Flow], was: JourneyGraph, is_: JourneyGraph, matching: Matching
) -> Iterator[Detail]:
    """The ways written out of a step. One to a step that goes by another name now is the same way."""
    before = {(matching.of(flow.target), *_terms(flow)): _say(flow, was) for flow in old if _own(flow)}
    after = {(flow.target, *_terms(flow)): _say(flow, is_) for flow in new if _own(flow)}
    yield from (Detail("way", text, "") for key, text in before.items() if key not in after)
    yield from (Detail("way", "", text) for key, text in after.items() if key not in before)


def _own(flow: Flow) -> bool:
    return flow.written and not flow.anywhere


def _terms(flow: Flow) -> tuple[str, str, str, int | None, bool]:
    return flow.to_journey, flow.when, str(flow.after or ""), flow.at_most, flow.together


def _say(flow: Flow, journey: JourneyGraph) -> str:
    text = f"to {flow.to_journey or journey.called(flow.target)}"
    text += " at once with others" if flow.together else ""
    text += f" when {flow.when}" if flow.when else ""
    text += f" after {flow.after}" if flow.after else ""
    return text + (f" at most {flow.at_most} times" if flow.at_most is not None else "")


def _action(
    old: ActionNode, new: ActionNode, was: JourneyGraph, is_: JourneyGraph, matching: Matching
) -> Iterator[Detail]:
    if matching.of(old.step) != new.step or old.lane.id != new.lane.id:
        yield Detail("place", _where(was, old), _where(is_, new))
    if matching.of(old.owner) != new.owner or (not old.owner and old.owner_text != new.owner_text):
        yield Detail("owner", _owner(was, old), _owner(is_, new))
    yield from _plain(Action, old, new)
    for field, before, after in (
        ("uses", _uses(was, old), _uses(is_, new)), ("triggers", _triggers(was, old), _triggers(is_, new)),
    ):  # fmt: skip
        if matching.all_of(before) != set(after):
            yield Detail(field, *(", ".join(map(each.called, ids)) for each, ids in ((was, before), (is_, after))))


def _uses(journey: JourneyGraph, action: ActionNode) -> list[str]:
    return [link.below for link in journey.supports if link.explicit and link.above == action.id]


def _triggers(journey: JourneyGraph, action: ActionNode) -> list[str]:
    return [link.target for link in journey.triggers if link.source == action.id]


def _owner(journey: JourneyGraph, node: ActionNode | JourneyGraph) -> str:
    return journey.called(node.owner) if node.owner else node.owner_text or "nobody"


def _before(journey: JourneyGraph, step: StepNode) -> str:
    return f"after {journey.steps[step.index - 1].name}" if step.index else "first"


def _moved(old: JourneyGraph, new: JourneyGraph, matching: Matching) -> set[str]:
    """The old steps that stand elsewhere among the others: those outside the longest run that kept its order."""
    places = {step.id: step.index for step in new.steps}
    kept = [(step.id, places[matching.ids[step.id]]) for step in old.steps if matching.ids.get(step.id) in places]
    return {kept[number][0] for number in set(range(len(kept))) - set(longest_run([place for _, place in kept]))}


def longest_run(numbers: Sequence[int]) -> list[int]:
    """The indexes of a longest rising run of some different numbers (patience sorting, O(n log n))."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [number]
        ends[pile : pile + 1] = [index]
    run: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(at)
        at = before[at]
    return run[::-1]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _details(old: object, new: object, fields: Iterable[str]) -> Iterator[Detail]:
    for field in fields:
        before, after = _text(getattr(old, field, None)), _text(getattr(new, field, None))
        if before != after:
            yield Detail(field.replace("_", " "), before, after)


def _plain(model: type[Model], old: object, new: object) -> Iterator[Detail]:
    """What differs under the plain keys of a model: lists by what came and went, switches in words, others as text.

    The user's own keys come last.
    """
    for name, _ in keys_of(model):
        before, after = getattr(old, name, None), getattr(new, name, None)
        if isinstance(before, tuple) and isinstance(after, tuple):
            yield from difference(name, before, after)
        elif isinstance(after, bool):
            if before != after:
                yield Detail(name.replace("_", " "), "yes" if before else "no", "yes" if after else "no")
        else:
            yield from _details(old, new, (name,))
    yield from (Detail(*one) for one in differing_words(getattr(old, "own", ()), getattr(new, "own", ())))
