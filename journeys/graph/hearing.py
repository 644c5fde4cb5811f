"""What was heard, and what became of it: which voices are open, which change answers what, who was listened to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from journeys.graph.nodes import ActionNode, AnyNode, StepNode

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import ChangeNode, VoiceNode


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice, and the changes that answer it, in the order of the files."""

    voice: VoiceNode
    changes: tuple[ChangeNode, ...] = ()

    @property
    def open(self) -> bool:
        """Whether no change answers it, be it done or only begun."""
        return not self.changes

    @property
    def done(self) -> bool:
        """Whether a change that answers it is done."""
        return any(change.done for change in self.changes)


class Hearing:
    """The voices and changes (by node id) of all journeys, and what became of them. `Workspace.hearing` is one.

    `actions` are those of all journeys, `find` gives the node of an id.
    """

    def __init__(
        self,
        voices: Mapping[str, VoiceNode],
        changes: Mapping[str, ChangeNode],
        actions: Iterable[ActionNode],
        find: Callable[[str], AnyNode | None],
    ) -> None:
        self._voices = voices
        self._written = changes
        self._actions = tuple(actions)
        self._find = find

    @cached_property
    def _changes(self) -> Mapping[str, tuple[ChangeNode, ...]]:
        found: dict[str, list[ChangeNode]] = {}
        for change in self._written.values():
            for id_ in change.answers:
                found.setdefault(id_, []).append(change)
        return {id_: tuple(changes) for id_, changes in found.items()}

    def changes(self, id_: str) -> tuple[ChangeNode, ...]:
        """The changes that answer a voice or an expectation (by node id)."""
        return self._changes.get(id_, ())

    @cached_property
    def heard(self) -> tuple[Heard, ...]:
        """Every voice: the unanswered ones first, of each the oldest first, those without a day last."""
        found = [Heard(voice, self.changes(voice.id)) for voice in self._voices.values()]
        return tuple(sorted(found, key=lambda one: (not one.open, one.voice.heard or date.max)))

    @cached_property
    def front_line(self) -> frozenset[str]:
        """The ids of the owners who meet customers: who own a touchpoint."""
        return frozenset(action.owner for action in self._actions if action.touchpoint and action.owner)

    def from_front_line(self, change: ChangeNode) -> bool:
        """Whether a change answers what an owner at the front line said."""
        voices = (self._voices.get(id_) for id_ in change.answers)
        return any(voice.by in self.front_line for voice in voices if voice)

    def about(self, voice: VoiceNode, owners: frozenset[str]) -> bool:
        """Whether a voice is from one of some owners (by id), or about what they do.

        That is an action that they own, or a step that they own or at which they do something.
        """
        return voice.by in owners or any(not owners.isdisjoint(self._owners_at(id_)) for id_ in voice.at)

    def _owners_at(self, id_: str) -> Iterator[str]:
        node = self._find(id_)
        if isinstance(node, ActionNode | StepNode):
            yield node.owner
        yield from self._owners_by_step.get(id_, ())

    @cached_property
    def _owners_by_step(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for action in self._actions:
            found.setdefault(action.step, set()).add(action.owner)
        return {step: frozenset(owners - {""}) for step, owners in found.items()}
