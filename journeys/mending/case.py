"""A cause of a promise's failing, with what is asked and written where remedies for it are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeys.graph.facts import Facts
from journeys.graph.journey import JourneyGraph
from journeys.graph.node import short
from journeys.graph.nodes import ActionNode, OwnerNode, PromiseNode, StepNode
from journeys.graph.verdict import Assumption, Cause, Silence
from journeys.graph.workspace import Workspace
from journeys.language.finding import Edit, Place
from journeys.language.words import nearest
from journeys.mending.imagined import Imagined
from journeys.mending.remedy import Remedy

MOST_CHOICES = 3
"""Of owners, actions or promises that could be named, so many are; the nearest first."""


@dataclass(frozen=True)
class Case:
    """A cause, or an assumption, of a promise in a workspace as it is imagined."""

    imagined: Imagined
    one: Cause | Assumption

    @property
    def workspace(self) -> Workspace:
        """The workspace as it is imagined."""
        return self.imagined.workspace

    @property
    def node(self) -> PromiseNode:
        """The promise that fails by it."""
        return self.workspace.promises[self.one.promise]

    @property
    def journey(self) -> JourneyGraph:
        """The promise's journey."""
        return self.workspace.journeys[self.node.journey]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the nodes between which it fails."""
        return self.one.root.ids if isinstance(self.one, Cause) else (self.one.at,)

    @property
    def facts(self) -> Facts | None:
        """What was found there."""
        return self.one.facts

    def gone(self, remedy: Remedy) -> bool:
        """Whether it is no more after a remedy; False where that was asked too often already."""
        if self.imagined.count.left <= 0:
            return False
        after = self.imagined.after(remedy)
        verdict = after.workspace.verdicts.get(self.one.promise) if after else None
        if verdict is None:
            return False
        if isinstance(self.one, Cause):
            return self.one.root not in {cause.root for cause in verdict.causes}
        return (self.one.silence, self.one.at) not in {(one.silence, one.at) for one in verdict.assumptions}

    def late(self, remedy: Remedy) -> bool:
        """Whether the promise is late after a remedy, or the remedy cannot be had."""
        after = self.imagined.after(remedy) if self.imagined.count.left > 0 else None
        verdict = after.workspace.verdicts.get(self.one.promise) if after else None
        return verdict is None or (verdict.slack is not None and verdict.slack < 0)

    def owner(self, id_: str) -> str:
        """What an owner is called."""
        return self.journey.called(id_)

    def people(self, *ids: str) -> tuple[str, ...]:
        """Those ids that are of declared owners, each once: who can agree to something."""
        return tuple(dict.fromkeys(id_ for id_ in ids if isinstance(self.workspace.find(id_), OwnerNode)))

    def parties(self, node: PromiseNode) -> tuple[str, ...]:
        """The owners between whom a promise is made."""
        return self.people(node.by, *node.to)


def silent(one: Cause | Assumption) -> Silence | None:
    """The kind of an assumption, None for a cause."""
    return one.silence if isinstance(one, Assumption) else None


def beside(node: ActionNode | StepNode, key: str, text: str) -> Edit:
    """A key of an action, or of a step, put to what a text says as YAML."""
    return Edit(node.entry(key), "put", text, "do")


def term(node: PromiseNode, key: str, text: str) -> Edit:
    """A key of a promise put to what a text says as YAML."""
    return Edit(node.place.at(key), "put", text)


def relying(node: PromiseNode, other: PromiseNode) -> Edit:
    """A promise says that it relies on another."""
    word = other.key if other.journey == node.journey else short(other.id)
    return Edit(Place(node.place.file, node.place.path), "extend", key="relies_on", items=(word,))


def step_word(journey: JourneyGraph, step: StepNode) -> str:
    """A word by which a step can be referred to: its name, if no other has it."""
    return step.name if sum(one.name == step.name for one in journey.steps) == 1 else step.key


def called_like(word: str, owners: Iterable[OwnerNode]) -> list[OwnerNode]:
    """The owners whose id or name is nearest to a word, if any is."""
    known = list(owners)
    found = nearest(word, [text for owner in known for text in (owner.key, owner.name)])
    return [owner for owner in known if found in (owner.key, owner.name)]
