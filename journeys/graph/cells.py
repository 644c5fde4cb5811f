"""What stands in the cells of a step: actions, evidence, and texts that nobody does."""

from __future__ import annotations

from typing import Any

from journeys.graph.draft import Draft
from journeys.graph.nodes import ActionNode, EvidenceNode, InfoNode, StepNode
from journeys.graph.sheet import Said
from journeys.language.finding import KeyPath
from journeys.language.model.action import NONE, Action
from journeys.language.model.base import fields_of
from journeys.language.model.key import own, plain
from journeys.language.model.lanes import Lane, LaneKind
from journeys.language.model.step import Step


def add_cell(draft: Draft, step: Step, node: StepNode, lane: Lane, path: KeyPath, above: Said) -> None:
    """What a step has in a lane; `path` is the step's, `above` who owns its actions if they do not say."""
    standard: tuple[Action, ...] | None = getattr(step, lane.id) if lane.id in _CELLS else None
    cell = step.lanes.get(lane.id, ()) if standard is None else standard
    for number, action in enumerate(cell):
        where = (*path, lane.id, number)
        if lane.kind is LaneKind.EVIDENCE:
            _add_evidence(draft, action, node, lane, number, where)
        elif lane.kind is LaneKind.INFO:
            _add_info(draft, action, node, lane, number, where)
        else:
            _add_action(draft, action, node, lane, number, len(cell) > 1, where, above)


_CELLS = frozenset(("evidence", "customer", "frontstage", "backstage", "support"))
_ASKED = "write it on the action of the customer"
_DONE = ("id", "owner", "takes", "uses", "triggers", "promised", "asks")
"""What is said of something that is done."""


def _standing(draft: Draft, action: Action, node: StepNode, lane: Lane, number: int, where: KeyPath) -> dict[str, Any]:
    """What all that stands in a cell says of its place."""
    draft.variants(action.for_, *where)
    return {
        "name": action.do,
        "place": draft.place(*where, "do"),
        "journey": draft.id,
        "step": node.id,
        "lane": lane,
        "order": number,
    }


def _add_evidence(draft: Draft, action: Action, node: StepNode, lane: Lane, number: int, where: KeyPath) -> None:
    suffix = "" if lane.id == "evidence" else f".{lane.id}"
    piece = EvidenceNode(
        id=f"evidence:{draft.id}/{node.id.partition('/')[2]}{suffix}.{number + 1}",
        **_standing(draft, action, node, lane, number, where),
        **plain(action),
    )
    draft.evidence.append(piece)
    draft.without_effect(action, _DONE, "a piece of evidence is seen or held, not done", where)
    draft.references.add_evidence(piece, action.id or "", f"{node.key}.{lane.id}", f"{node.name}.{lane.id}")


_SHOWN = ("status", "note", "link")


def _shown(draft: Draft, action: Action, where: KeyPath) -> dict[str, Any]:
    """What can be said of what is read and not done; each other key that is written is a finding."""
    others = [name for key, name in fields_of(Action).items() if key not in ("do", "for", *_SHOWN)]
    draft.without_effect(action, others, "nobody acts here", where)
    return {name: getattr(action, name) or "" for name in _SHOWN} | {"own": own(action)}


def _add_info(draft: Draft, action: Action, node: StepNode, lane: Lane, number: int, where: KeyPath) -> None:
    draft.infos.append(
        InfoNode(
            id=f"info:{draft.id}/{node.id.partition('/')[2]}.{lane.id}.{number + 1}",
            **_standing(draft, action, node, lane, number, where),
            **_shown(draft, action, where),
        )
    )


def _add_action(
    draft: Draft, action: Action, node: StepNode, lane: Lane, number: int, several: bool, where: KeyPath, above: Said
) -> None:
    key = f"{node.key}.{lane.id}" + (f".{number + 1}" if several else "")
    said = _owner_of(draft, action, lane, where, above)
    words = draft.shared.lane_words.get(lane.id)
    takes = {"takes": words.takes} if words and words.takes is not None and action.takes is None else {}
    result = ActionNode(
        id=f"action:{draft.id}/{node.id.partition('/')[2]}.{lane.id}.{number + 1}",
        key=action.id or key,
        owner=said.owner,
        owner_text=said.text,
        owner_place=said.place,
        owners_named=len(action.owner),
        **_standing(draft, action, node, lane, number, where),
        **(takes | plain(action)),
    )
    draft.actions.append(result)
    if not result.company:
        draft.without_effect(action, ("promised",), "what the customer does is promised by nobody", where)
    elif action.asks:
        draft.without_effect(action, ("asks",), "it is the customer who asks", where, help_=_ASKED)
    draft.models[result.id] = action
    draft.references.add_action(result, action.id or "")


def _owner_of(draft: Draft, action: Action, lane: Lane, where: KeyPath, above: Said) -> Said:
    """The nearest that is said: the action's own owner, or else its step's or phase's (`above`), or its lane's."""
    if action.owner:
        said = draft.said(action.owner[0], *where, "owner", 0)
        if said.text != NONE:
            for number, other in enumerate(action.owner[1:], 1):
                draft.owner(other, draft.place(*where, "owner", number))
        return said
    if lane.kind is not LaneKind.COMPANY:
        return Said()
    words = draft.shared.lane_words.get(lane.id)
    if above.text or words is None:
        return above
    return Said(words.owner, words.owner_text, words.owner_place)
