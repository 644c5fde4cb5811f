"""Model to typed nodes: steps, actions and evidence, in the order of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from journeys.graph.directory import Directory
from journeys.graph.names import References, Target, unknown
from journeys.graph.nodes import (
    ActionNode,
    CustomerNode,
    EvidenceNode,
    Flow,
    InfoNode,
    PromiseNode,
    StepNode,
    Support,
    Trigger,
)
from journeys.graph.shared import Shared
from journeys.language.finding import Edit, Finding, KeyPath, Part, Place
from journeys.language.model.action import NONE, Action
from journeys.language.model.base import Model, fields_of
from journeys.language.model.journey import Journey
from journeys.language.model.key import own, plain
from journeys.language.model.lanes import Lane, LaneKind
from journeys.language.model.names import UNSAID, slug
from journeys.language.model.step import DROPPED_OUT, Phase, Step
from journeys.language.words import is_slip, nearest

Written = Callable[[KeyPath], KeyPath]

_MOVE = "take it away, or write it on the company's action that is meant"


class Said(NamedTuple):
    """An owner as somebody says it: the node's id (empty for nobody and for an unknown one), the word, the place."""

    owner: str = ""
    text: str = ""
    place: Place | None = None


@dataclass
class Draft:
    """What is gathered while the graph of one journey is built; nobody sees it afterwards.

    `others` are the drafts of all journeys by id, once their steps and actions are known; `circling` the journeys
    that a step of this one cannot stand for, since they come back to it. `whole` is not said of a text that breaks off.
    """

    id: str
    file: str
    model: Journey
    shared: Shared
    written: Written
    references: References
    directory: Directory
    whole: bool = True
    others: Mapping[str, Draft] = field(default_factory=dict)
    circling: frozenset[str] = frozenset()
    customers: list[CustomerNode] = field(default_factory=list)
    steps: list[StepNode] = field(default_factory=list)
    actions: list[ActionNode] = field(default_factory=list)
    evidence: list[EvidenceNode] = field(default_factory=list)
    infos: list[InfoNode] = field(default_factory=list)
    promises: list[PromiseNode] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    supports: list[Support] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    models: dict[str, Step | Action] = field(default_factory=dict)
    phases: list[tuple[Phase | None, KeyPath]] = field(default_factory=list)

    def place(self, *path: str | int, part: Part = Part.VALUE) -> Place:
        """The place of a key path of the model, in the file's own terms."""
        return Place(self.file, self.written(path), part)

    def step(self, word: str, place: Place) -> Target:
        """The step that a reference means, in this journey or, as `journey-id/…`, in another."""
        journey, slash, rest = word.partition("/")
        other = (
            self.others.get(self.directory.journey(journey)) if slash and not self.references.steps.get(word) else None
        )
        if other is None:
            return self.references.step(word, place)
        return _abroad(other, journey, other.references.step(rest, place))

    def action(self, word: str, place: Place) -> Target:
        """The action that a reference means, in this journey or, as `journey-id/…`, in another."""
        journey, slash, rest = word.partition("/")
        if not slash or self.references.means_action(word):
            return self.references.action(word, place)
        other = self.others.get(self.directory.journey(journey))
        if other is not None:
            return _abroad(other, journey, other.references.action(rest, place))
        near = nearest(word, self.references.words())
        if near and is_slip(word, near):
            return self.references.action(word, place)
        known = [f"{id_}/{rest}" for id_ in self.directory.files if id_ != self.id]
        return Target((), unknown(word, place, "journey", known, said=journey))

    def nested(self, word: str, place: Place) -> str:
        """The id of the journey that a step stands for; one that is not there, or comes back here, is a finding."""
        id_ = self.directory.journey(word)
        if not id_:
            self.findings.append(
                unknown(word, place, "journey", [one for one in self.directory.files if one != self.id])
            )
        elif id_ in self.circling:
            self.findings.append(_within_itself(self, id_, place))
            return ""
        return id_

    def said(self, word: str | None, *path: str | int) -> Said:
        """Who is said to be the owner at a place; `none` says that nobody is."""
        if not word:
            return Said()
        place = self.place(*path)
        return Said("" if word == NONE else self.owner(word, place), word, place)

    def owner(self, word: str, place: Place) -> str:
        """The node id of an owner named by id or exact name; an unknown one is a finding."""
        return self._person(word, place, "owner")

    def customer(self, word: str, place: Place) -> str:
        """The node id of a customer named by id or exact name; an unknown one is a finding."""
        return self._person(word, place, "customer")

    def anyone(self, word: str, place: Place) -> str:
        """The node id of a customer or an owner."""
        return self._person(word, place, "customer or owner")

    def variants(self, words: Iterable[str], *path: str | int) -> None:
        """Say that something is for some variants only: they are not told apart."""
        for number, word in enumerate(words):
            self.findings.append(
                Finding(
                    f"“{word}” is judged together with all else",
                    self.place(*path, "for", number),
                    help="keep variants that differ much in files of their own",
                    name="variant-not-told-apart",
                )
            )

    def without_effect(self, model: Model, keys: Iterable[str], why: str, path: KeyPath, *, help_: str = _MOVE) -> None:
        """Say of each of some keys that is written at a path that it counts for nothing there."""
        for key in keys:
            if getattr(model, key) not in (None, ()):
                place = Place(self.file, self.written((*path, key)), Part.KEY)
                text = f"“{key}” has no effect here: {why}"
                self.findings.append(Finding(text, place, help=help_, name="key-without-effect"))

    def _person(self, word: str, place: Place, what: str) -> str:
        if word == UNSAID:
            return ""
        known = (self.shared.customers if "customer" in what else {}) | (self.shared.owners if "owner" in what else {})
        node = known.get(word) or next((node for node in known.values() if node.name == word), None)
        if node is None:
            self.findings.append(unknown(word, place, what, known))
            return ""
        return node.id


def _abroad(other: Draft, journey: str, target: Target) -> Target:
    """What a word means in another journey; what is wrong with it is said in the words of this one."""
    found = target.finding
    if found is None:
        return target
    # What is meant may stand in the part of the other text that was not read.
    if not other.whole:
        return Target()
    fix = tuple(Edit(edit.place, edit.action, f"{journey}/{edit.text}") for edit in found.fix)
    return Target((), replace(found, message=f"{found.message} in the journey “{journey}”", fix=fix))


def _within_itself(draft: Draft, nested: str, place: Place) -> Finding:
    name = draft.directory.files[nested].model.journey
    itself = nested == draft.id
    return Finding(
        "this step stands for the journey that it is a step of"
        if itself
        else f"this step stands for “{name}”, which comes back to this journey",
        place,
        help="take `journey` away at one of the steps, or let `next` lead to that journey: `next: other-journey/`",
        name="journey-within-itself",
    )


def add_steps(draft: Draft) -> None:
    """All steps with their actions and evidence."""
    model = draft.model
    groups: list[tuple[Phase | None, KeyPath, Iterable[Step]]] = [
        (phase, ("phases", number), phase.steps) for number, phase in enumerate(model.phases)
    ]
    if model.steps:
        groups.append((None, (), model.steps))
    for phase_index, (phase, path, steps) in enumerate(groups):
        draft.phases.append((phase, path))
        said = draft.said(phase.owner if phase else None, *path, "owner")
        for number, step in enumerate(steps):
            _add_step(draft, step, (*path, "steps", number), phase, phase_index, said)


def _add_step(draft: Draft, step: Step, path: KeyPath, phase: Phase | None, phase_index: int, above: Said) -> None:
    said = draft.said(step.owner, *path, "owner")
    key = step.id or slug(step.step) or f"step-{len(draft.steps) + 1}"
    node = StepNode(
        id=_unique(f"step:{draft.id}/{key}", draft.models),
        name=step.step,
        place=draft.place(*path, "step"),
        journey=draft.id,
        key=key,
        index=len(draft.steps),
        phase=phase.phase if phase else "",
        phase_index=phase_index,
        phase_key=(phase.id if phase else "") or "",
        phase_note=_note(phase),
        owner=said.owner,
        dropped_out=step.end == DROPPED_OUT,
        nested=draft.nested(step.journey, draft.place(*path, "journey")) if step.journey else "",
        **(plain(step) | {"end": bool(step.end)}),
    )
    draft.steps.append(node)
    draft.variants(step.for_, *path)
    draft.models[node.id] = step
    # The slug names a step only where no id was given: an id replaces it.
    draft.references.steps.add(node, key, node.name)
    for lane in draft.shared.lanes:
        _add_cell(draft, step, node, lane, path, said if said.text else above)


def _note(phase: Phase | None) -> str:
    """A phase's note and the user's own keys, as one text."""
    if phase is None:
        return ""
    return " · ".join((*((phase.note,) if phase.note else ()), *(f"{key}: {text}" for key, text in own(phase))))


def _add_cell(draft: Draft, step: Step, node: StepNode, lane: Lane, path: KeyPath, above: Said) -> None:
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
_DONE = ("id", "owner", "takes", "uses", "triggers", "promised")
"""What is said of something that is done."""


def _add_evidence(draft: Draft, action: Action, node: StepNode, lane: Lane, number: int, where: KeyPath) -> None:
    suffix = "" if lane.id == "evidence" else f".{lane.id}"
    piece = EvidenceNode(
        id=f"evidence:{draft.id}/{node.id.partition('/')[2]}{suffix}.{number + 1}",
        name=action.do,
        place=draft.place(*where, "do"),
        journey=draft.id,
        step=node.id,
        lane=lane,
        order=number,
        **plain(action),
    )
    draft.evidence.append(piece)
    draft.variants(action.for_, *where)
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
            name=action.do,
            place=draft.place(*where, "do"),
            journey=draft.id,
            step=node.id,
            lane=lane,
            order=number,
            **_shown(draft, action, where),
        )
    )
    draft.variants(action.for_, *where)


def _add_action(
    draft: Draft, action: Action, node: StepNode, lane: Lane, number: int, several: bool, where: KeyPath, above: Said
) -> None:
    key = f"{node.key}.{lane.id}" + (f".{number + 1}" if several else "")
    said = _owner_of(draft, action, lane, where, above)
    words = draft.shared.lane_words.get(lane.id)
    takes = {"takes": words.takes} if words and words.takes is not None and action.takes is None else {}
    result = ActionNode(
        id=f"action:{draft.id}/{node.id.partition('/')[2]}.{lane.id}.{number + 1}",
        name=action.do,
        place=draft.place(*where, "do"),
        journey=draft.id,
        key=action.id or key,
        step=node.id,
        lane=lane,
        order=number,
        owner=said.owner,
        owner_text=said.text,
        owner_place=said.place,
        owners_named=len(action.owner),
        **(takes | plain(action)),
    )
    draft.actions.append(result)
    draft.variants(action.for_, *where)
    if not result.company:
        draft.without_effect(action, ("promised",), "what the customer does is promised by nobody", where)
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


def _unique(id_: str, taken: dict[str, Step | Action]) -> str:
    if id_ not in taken:
        return id_
    count = 2
    while f"{id_}~{count}" in taken:
        count += 1
    return f"{id_}~{count}"
