"""Names to nodes: what a reference in a journey file means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Generic, NamedTuple, Protocol, TypeVar

from journeys.graph.node import Node
from journeys.graph.nodes import ActionNode, EvidenceNode, PromiseNode, StepNode
from journeys.language.finding import Edit, Finding, Part, Place, Related
from journeys.language.model.lanes import FRONTSTAGE, Lane
from journeys.language.model.names import UNSAID, slug
from journeys.language.signs import described, stranger
from journeys.language.words import is_slip, nearest, shortened, suggestion


class Called(Protocol):
    """What has a name."""

    @property
    def name(self) -> str:
        """What people call it."""


N = TypeVar("N", bound=Called)


class Names(Generic[N]):
    """Nodes by id and by exact name. Two of a name are fine until someone asks for it."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[N]] = {}
        self._without_id: list[N] = []

    def add(self, node: N, *words: str) -> None:
        """Let `node` be found under each of `words`."""
        for word in dict.fromkeys(words):
            if word and word != UNSAID:
                self._by_word.setdefault(word, []).append(node)

    def add_named(self, node: N, id_: str) -> None:
        """Let `node` be found under its name; and under the slug of that, which stands for an id left out."""
        self.add(node, node.name)
        if not id_:
            self._without_id.append(node)

    def slugged(self, word: str) -> list[N]:
        """All nodes without an id of whose names a word is the slug. Asked when all nodes are known."""
        return self._by_slug.get(word, []) if word and word == slug(word) else []

    @cached_property
    def _by_slug(self) -> Mapping[str, list[N]]:
        # Made when the first word is not found otherwise: most journeys need no slug of any action.
        found: dict[str, list[N]] = {}
        for node in self._without_id:
            found.setdefault(slug(node.name), []).append(node)
        return found

    def get(self, word: str) -> list[N]:
        """All nodes of that word."""
        return self._by_word.get(word, [])

    def words(self) -> Iterable[str]:
        """All words that name something."""
        return self._by_word


class Target(NamedTuple):
    """What a reference came to: nodes, or a finding (both empty where the word was never written)."""

    nodes: tuple[Node, ...] = ()
    finding: Finding | None = None


class References:
    """The names of one journey, and how a reference is resolved among them."""

    def __init__(self, lanes: Iterable[Lane]) -> None:
        self.steps: Names[StepNode] = Names()
        self.actions: Names[ActionNode] = Names()
        self.texts: Names[ActionNode] = Names()
        self.evidence: Names[EvidenceNode] = Names()
        self._lanes = {lane.id: lane for lane in lanes}
        self._step_nodes: dict[str, StepNode] = {}
        self._cells: dict[str, dict[str, list[ActionNode]]] = {}

    def add_step(self, step: StepNode, key: str) -> None:
        """Make a step known by its id and its name."""
        self.steps.add(step, key, step.name)
        self._step_nodes[step.id] = step

    def add_action(self, action: ActionNode, id_: str) -> None:
        """Make an action known by its id, its text and its cell."""
        self.actions.add(action, id_)
        self.texts.add_named(action, id_)
        self._cells.setdefault(action.step, {}).setdefault(action.lane.id, []).append(action)

    def add_evidence(self, piece: EvidenceNode, id_: str, *cells: str) -> None:
        """Make a piece of evidence known, so that whoever takes it for an action is told what it is."""
        self.evidence.add_named(piece, id_)
        self.evidence.add(piece, id_, *cells, *(f"{cell}.{piece.order + 1}" for cell in cells))

    def cell(self, step: str, lane: str) -> list[ActionNode]:
        """The actions of one cell."""
        return self._cells.get(step, {}).get(lane, [])

    def step(self, word: str, place: Place) -> Target:
        """The step a reference means; a reference to an action means its step."""
        if word == UNSAID:
            return Target()
        found: list[StepNode] = self.steps.get(word)
        if not found:
            actions = self._actions_named(word)
            found = [self._step_nodes[id_] for id_ in dict.fromkeys(action.step for action in actions)]
        return self._only(word, place, found, "step")

    def action(self, word: str, place: Place) -> Target:
        """The one company action a reference means; a step's is its touchpoint, where there is just one."""
        if word == UNSAID:
            return Target()
        found = self._actions_named(word)
        if found:
            return self._only(word, place, found, "action")
        steps = self.steps.get(word)
        if len(steps) == 1:
            return self._touchpoint(word, place, steps[0])
        if steps:
            return self._only(word, place, steps, "step")
        if self._evidence_named(word):
            return Target((), _no_action(word, place))
        return Target((), unknown(word, place, "step or action", self.words()))

    def places(self, word: str) -> list[Node]:
        """The steps of a word, or else the actions."""
        return [*(self.steps.get(word) or self._actions_named(word))]

    def words(self) -> list[str]:
        """The ids and names by which an action can be meant."""
        return [*self.steps.words(), *self.actions.words(), *self.texts.words()]

    def means_action(self, word: str) -> bool:
        """Whether a word names a step, an action or evidence of this journey, be it one or several."""
        return bool(self._actions_named(word) or self.steps.get(word) or self._evidence_named(word))

    def _actions_named(self, word: str) -> list[ActionNode]:
        found = self.actions.get(word) or self._in_cell(word)
        if found or self.steps.get(word):
            return found
        return self.texts.get(word) or self.texts.slugged(word)

    def _evidence_named(self, word: str) -> list[EvidenceNode]:
        return self.evidence.get(word) or self.evidence.slugged(word)

    def _in_cell(self, word: str) -> list[ActionNode]:
        """`step.lane` and `step.lane.2`; a step's own name may hold dots."""
        head, _, tail = word.rpartition(".")
        number = int(tail) if tail.isascii() and tail.isdigit() and len(tail) < 5 else None
        if number is not None:
            head, _, tail = head.rpartition(".")
        if tail not in self._lanes:
            return []
        cells = [self.cell(step.id, tail) for step in self.steps.get(head)]
        return [action for cell in cells for action in (cell if number is None else cell[number - 1 : number])]

    def _touchpoint(self, word: str, place: Place, step: StepNode) -> Target:
        touchpoints = self.cell(step.id, FRONTSTAGE.id)
        if len(touchpoints) == 1:
            return Target((touchpoints[0],))
        company = [action for cell in self._cells.get(step.id, {}).values() for action in cell if action.company]
        if not touchpoints and len(company) == 1:
            return Target((company[0],))
        if not company:
            message = f"“{word}” is a step in which the company does nothing"
            return Target(
                (), Finding(message, place, name="unknown-reference", help="name a step with an action of the company")
            )
        choice = touchpoints or company
        names = ", ".join(f"`{_reference(action)}`" for action in choice[:6])
        message = f"“{word}” has {len(choice)} actions that could be meant"
        return Target((), Finding(message, place, name="ambiguous-reference", help=f"say which: {names}"))

    def _only(self, word: str, place: Place, found: Iterable[Node], what: str) -> Target:
        nodes = list({node.id: node for node in found}.values())
        if len(nodes) == 1:
            return Target((nodes[0],))
        if not nodes:
            return Target((), unknown(word, place, what, self.steps.words(), besides=self.texts.words()))
        related = tuple(Related(node.place, f"this {what} is one") for node in nodes[:4])
        message = f"“{word}” names {len(nodes)} {what}s"
        help_ = f"say which: {', '.join(f'`{_reference(node)}`' for node in nodes[:6])}" if what == "action" else ""
        help_ = help_ or f"give the {what} that is meant an `id` and refer to that"
        return Target((), Finding(message, place, related, help_, name="ambiguous-reference"))


class PromiseNames:
    """The names of one journey's promises. A promise without an id has its action's: `step.lane`."""

    def __init__(self) -> None:
        self.by_key: dict[str, PromiseNode] = {}
        self._texts: Names[PromiseNode] = Names()

    def add(self, promise: PromiseNode, id_: str) -> bool:
        """Make a promise known by its key and its words. False if another of that key is known already."""
        self._texts.add_named(promise, id_)
        return self.by_key.setdefault(promise.key, promise) is promise

    def get(self, word: str) -> list[PromiseNode]:
        """All promises that a reference may mean."""
        if word in self.by_key:
            return [self.by_key[word]]
        return self._texts.get(word) or self._texts.slugged(word)

    def words(self) -> Iterable[str]:
        """The keys and the words of all."""
        return dict.fromkeys((*self.by_key, *self._texts.words()))


def _no_action(word: str, place: Place) -> Finding:
    return Finding(
        f"“{word}” is evidence: it is seen or held, and does nothing",
        place,
        help="name the action of the company that gives it, such as the step's touchpoint",
        name="unknown-reference",
    )


def unknown(
    word: str, place: Place, what: str, known: Iterable[str], *, said: str = "", besides: Iterable[str] = ()
) -> Finding:
    """A finding for a reference that leads nowhere, with the nearest right word; `said` is the part that is wrong.

    Words `besides` the known ones may be meant too, where none of those is near; they are not listed.
    """
    shown = shortened(said or word)
    words = list(known)
    found = nearest(word, words) or nearest(word, besides)
    action = "rename" if place.part is Part.KEY else "replace"
    fix = (Edit(place, action, found),) if found and is_slip(word, found) else ()
    help_ = suggestion(found, words, shown)
    odd = stranger(shown, found) if found else ""
    strange = f": in it is {described(odd)}" if odd else ""
    return Finding(f"there is no {what} “{shown}”{strange}", place, help=help_, fix=fix, name="unknown-reference")


def _reference(node: Node) -> str:
    return node.key if isinstance(node, ActionNode) else node.name
