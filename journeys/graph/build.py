"""Model to typed nodes: steps, actions and evidence, in the order of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from journeys.graph.names import References, unknown
from journeys.graph.nodes import ActionNode, CustomerNode, EvidenceNode, Flow, PromiseNode, StepNode, Support, Trigger
from journeys.graph.shared import Shared
from journeys.language.finding import Finding, KeyPath, Part, Place
from journeys.language.model.action import Action
from journeys.language.model.base import Model
from journeys.language.model.journey import Journey
from journeys.language.model.key import plain
from journeys.language.model.lanes import Lane, LaneKind
from journeys.language.model.names import UNSAID, slug
from journeys.language.model.step import Phase, Step

Written = Callable[[KeyPath], KeyPath]

_MOVE = "take it away, or write it on the company's action that is meant"


@dataclass
class Draft:
    """What is gathered while the graph of one journey is built; nobody sees it afterwards."""

    id: str
    file: str
    model: Journey
    shared: Shared
    written: Written
    references: References
    customers: list[CustomerNode] = field(default_factory=list)
    steps: list[StepNode] = field(default_factory=list)
    actions: list[ActionNode] = field(default_factory=list)
    evidence: list[EvidenceNode] = field(default_factory=list)
    promises: list[PromiseNode] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    supports: list[Support] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    models: dict[str, Step | Action] = field(default_factory=dict)
    phases: list[tuple[Phase | None, KeyPath]] = field(default_factory=list)

    def place(self, *path: str | int) -> Place:
        """The place of a key path of the model, in the file's own terms."""
        return Place(self.file, self.written(path))

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
        for number, step in enumerate(steps):
            _add_step(draft, step, (*path, "steps", number), phase, phase_index)


def _add_step(draft: Draft, step: Step, path: KeyPath, phase: Phase | None, phase_index: int) -> None:
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
        phase_note=(phase.note if phase else "") or "",
        stands_for=(step.journey or "").removesuffix("/"),
        owner=draft.owner(step.owner, draft.place(*path, "owner")) if step.owner and step.owner != "none" else "",
        **plain(step),
    )
    draft.steps.append(node)
    draft.variants(step.for_, *path)
    draft.models[node.id] = step
    # The slug names a step only where no id was given: an id replaces it.
    draft.references.steps.add(node, key, node.name)
    for lane in draft.shared.lanes:
        _add_cell(draft, step, node, lane, path)


def _add_cell(draft: Draft, step: Step, node: StepNode, lane: Lane, path: KeyPath) -> None:
    standard: tuple[Action, ...] | None = getattr(step, lane.id) if lane.id in _CELLS else None
    cell = step.lanes.get(lane.id, ()) if standard is None else standard
    for number, action in enumerate(cell):
        where = (*path, lane.id, number)
        if lane.kind is LaneKind.EVIDENCE:
            _add_evidence(draft, action, node, lane, number, where)
        else:
            _add_action(draft, action, step, node, lane, number, len(cell) > 1, where, path)


_CELLS = frozenset(("evidence", "customer", "frontstage", "backstage", "support"))
_DONE = ("id", "owner", "takes", "uses", "triggers", "promised")
"""What is said of something that is done."""


def _add_evidence(draft: Draft, action: Action, node: StepNode, lane: Lane, number: int, where: KeyPath) -> None:
    suffix = "" if lane.id == "evidence" else f".{lane.id}"
    draft.evidence.append(
        EvidenceNode(
            id=f"evidence:{draft.id}/{node.id.partition('/')[2]}{suffix}.{number + 1}",
            name=action.do,
            place=draft.place(*where, "do"),
            journey=draft.id,
            step=node.id,
            lane=lane,
            order=number,
            **plain(action),
        )
    )
    draft.variants(action.for_, *where)
    draft.without_effect(action, _DONE, "a piece of evidence is seen or held, not done", where)


def _add_action(
    draft: Draft, action: Action, step: Step, node: StepNode, lane: Lane, number: int, several: bool,
    where: KeyPath, step_path: KeyPath,
) -> None:  # fmt: skip
    key = f"{node.key}.{lane.id}" + (f".{number + 1}" if several else "")
    owner, owner_text, owner_place = _owner_of(draft, action, step, node, lane, where, step_path)
    result = ActionNode(
        id=f"action:{draft.id}/{node.id.partition('/')[2]}.{lane.id}.{number + 1}",
        name=action.do,
        place=draft.place(*where, "do"),
        journey=draft.id,
        key=action.id or key,
        step=node.id,
        lane=lane,
        order=number,
        owner=owner,
        owner_text=owner_text,
        owner_place=owner_place,
        owners_named=len(action.owner),
        **plain(action),
    )
    draft.actions.append(result)
    draft.variants(action.for_, *where)
    if not result.company:
        draft.without_effect(action, ("promised",), "what the customer does is promised by nobody", where)
    draft.models[result.id] = action
    draft.references.add_action(result, action.id or "")


def _owner_of(
    draft: Draft, action: Action, step: Step, node: StepNode, lane: Lane, where: KeyPath, step_path: KeyPath
) -> tuple[str, str, Place | None]:
    """The action's own owner, or else the step's for a company action; `none` takes it away again."""
    if action.owner:
        text, place = action.owner[0], draft.place(*where, "owner", 0)
        if text == "none":
            return "", "none", place
        for number, other in enumerate(action.owner[1:], 1):
            draft.owner(other, draft.place(*where, "owner", number))
        return draft.owner(text, place), text, place
    if step.owner and lane.kind is LaneKind.COMPANY:
        return node.owner, step.owner, draft.place(*step_path, "owner")
    return "", "", None


def _unique(id_: str, taken: dict[str, Step | Action]) -> str:
    if id_ not in taken:
        return id_
    count = 2
    while f"{id_}~{count}" in taken:
        count += 1
    return f"{id_}~{count}"
