"""All journeys of a folder, what they share, and the promises between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from journeys.graph.assemble import Assembled, assemble, unknown_superiors
from journeys.graph.designed import DesignedEverywhere
from journeys.graph.directory import Directory
from journeys.graph.journey import JourneyGraph, JourneyPromise
from journeys.graph.named import unknown_for_all
from journeys.graph.nodes import AnyNode, PromiseNode, Support
from journeys.graph.purpose import Purpose
from journeys.graph.shared import NOTHING_SHARED, Shared, shared_of
from journeys.graph.verdict import Breakage, Cause, Chain, Fault, Judgement, Root, Verdict
from journeys.language.finding import Finding
from journeys.language.loading.files import LoadedWorkspace
from journeys.language.model.blueprint import BlueprintSpec
from journeys.language.model.settings import Brand, Settings

if TYPE_CHECKING:
    import networkx as nx

    from journeys.graph.behind import Behind
    from journeys.graph.holding import Holding
    from journeys.graph.leaning import Leanings
    from journeys.graph.purpose_nodes import PracticeNode
    from journeys.graph.reliance import Reliance


T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Workspace(DesignedEverywhere):
    """Journeys by id, in the order of their files. Made by `journeys.load_workspace`."""

    files: LoadedWorkspace = field(repr=False)
    judge: Callable[[Workspace], Judgement] = field(repr=False)
    without: frozenset[str] = frozenset()

    @cached_property
    def shared(self) -> Shared:
        """What the workspace file declares."""
        if self.files.shared is None or self.files.shared_model is None:
            return NOTHING_SHARED
        model = self.files.shared_model
        return shared_of(model, model.customers, self.files.shared.source.name)

    @property
    def name(self) -> str:
        """The workspace's name, empty if it has none."""
        return (self.files.shared_model and self.files.shared_model.workspace) or ""

    @property
    def settings(self) -> Settings | None:
        """The workspace's settings of the checks."""
        return self.files.shared_model.settings if self.files.shared_model else None

    @property
    def brand(self) -> Brand | None:
        """The company's colours and font."""
        return self.files.shared_model.brand if self.files.shared_model else None

    @property
    def blueprints(self) -> Mapping[str, BlueprintSpec]:
        """The drawings the workspace file names."""
        return self.files.shared_model.blueprints if self.files.shared_model else {}

    @cached_property
    def _directory(self) -> Directory:
        return Directory(self.files.journeys)

    @cached_property
    def _assembled(self) -> Assembled:
        return assemble(self._directory, self.shared, self, self.files)

    @cached_property
    def journeys(self) -> Mapping[str, JourneyGraph]:
        """Every journey by its id."""
        return self._assembled.journeys

    @property
    def purpose(self) -> Purpose:
        """What the workspace's own file says of designing on purpose."""
        return self._assembled.purpose

    def imagined(self, change: Callable[[JourneyGraph], JourneyGraph]) -> Workspace:
        """What would be if a function changed each journey: another workspace, judged anew, nothing read again."""
        other = replace(self)
        # These are computed once and then attributes like any other; here they are known beforehand.
        journeys = {id_: replace(change(journey), workspace=other) for id_, journey in self.journeys.items()}
        other.__dict__.update(journeys=journeys, _assembled=Assembled(journeys, self.purpose, self._assembled.findings))
        return other

    @property
    def selected(self) -> tuple[JourneyGraph, ...]:
        """The journeys that were asked for (others are there because those rely on them)."""
        wanted = {file.source.name for file in self.files.journeys if file.selected}
        return tuple(journey for journey in self.journeys.values() if journey.file in wanted)

    def journey_named(self, word: str) -> str:
        """The id of a journey by its id, its file's name or its own name; empty if there is none."""
        return self._directory.journey(word)

    def journey_name(self, id_: str) -> str:
        """What a journey (by id) is called; the id where there is none."""
        return self.journeys[id_].name if id_ in self.journeys else id_

    def journey_words(self) -> Iterable[str]:
        """The ids of all journeys."""
        return self._directory.files

    @cached_property
    def _promises(self) -> Mapping[str, PromiseNode]:
        return {node.id: node for journey in self.journeys.values() for node in journey.promise_nodes}

    @property
    def promises(self) -> Mapping[str, PromiseNode]:
        """Every promise of every journey by node id."""
        return self._promises

    @cached_property
    def _supporters(self) -> Mapping[str, tuple[Support, ...]]:
        return _grouped((link.above, link) for journey in self.journeys.values() for link in journey.supports)

    @cached_property
    def _supported(self) -> Mapping[str, tuple[Support, ...]]:
        return _grouped((link.below, link) for journey in self.journeys.values() for link in journey.supports)

    def supports_of(self, action: str) -> tuple[Support, ...]:
        """The links from an action (of whichever journey) down to what supports it."""
        return self._supporters.get(action, ())

    def supported_by(self, action: str) -> tuple[Support, ...]:
        """The links from what an action supports, in whichever journey, down to it."""
        return self._supported.get(action, ())

    @cached_property
    def support_circles(self) -> tuple[tuple[str, ...], ...]:
        """The circles of actions (ids) that support one another, within a journey or over several."""
        from journeys.graph.support import support_circles

        journeys = self.journeys.values()
        return support_circles(
            (action for journey in journeys for action in journey.actions),
            [link for journey in journeys for link in journey.supports],
        )

    @cached_property
    def _kept_at(self) -> Mapping[str, tuple[PromiseNode, ...]]:
        return _grouped((action, promise) for promise in self.promises.values() for action in promise.kept)

    def kept_at(self, action: str) -> tuple[PromiseNode, ...]:
        """The promises, of whichever journey, that are kept at an action (by id)."""
        return self._kept_at.get(action, ())

    def promise(self, id_: str) -> JourneyPromise:
        """A promise (by node id) with its journey and its verdict. Raises KeyError."""
        node = self.promises[id_]
        return JourneyPromise(node, self.journeys[node.journey])

    @cached_property
    def reliance(self) -> Reliance:
        """Which promise relies on which, in all journeys."""
        from journeys.graph.reliance import Reliance

        return Reliance(self.promises)

    @cached_property
    def leanings(self) -> Leanings:
        """What nobody wrote down, and which promises lean on it."""
        from journeys.graph.leaning import Leanings

        return Leanings(self.reliance, self.verdicts)

    @cached_property
    def behind(self) -> Behind:
        """Who stands behind each promise: who promises it and all it rests on, and does the work."""
        from journeys.graph.behind import Behind

        journeys = self.journeys.values()
        actions = (action for journey in journeys for action in journey.actions)
        return Behind(self.promises, actions, (link for journey in journeys for link in journey.supports))

    def holding(self, practice: PracticeNode) -> Holding:
        """Where a practice holds, and whom it binds."""
        from journeys.graph.holding import holding

        return holding(practice, self.journeys)

    @cached_property
    def whole_files(self) -> frozenset[str]:
        """The files, by name, that could be read to their end: half a file says nothing of what is missing from it."""
        found = {journey.file for journey in self.journeys.values() if journey.whole}
        shared = self.files.shared
        return frozenset(found | {shared.source.name} if shared and shared.whole else found)

    @property
    def whole(self) -> bool:
        """Whether every file could be read to its end."""
        return self.files.documents.keys() <= self.whole_files

    def find(self, id_: str) -> AnyNode | None:
        """The node of an id in any journey, or None."""
        owner = id_.partition(":")[2].partition("/")[0]
        journey = self.journeys.get(owner)
        if journey is not None and id_ in journey.nodes:
            return journey.nodes[id_]
        return self._shared_nodes.get(id_)

    @cached_property
    def _shared_nodes(self) -> Mapping[str, AnyNode]:
        nodes: tuple[AnyNode, ...] = (
            *self.shared.owners.values(),
            *self.shared.customers.values(),
            *self.purpose.nodes,
        )
        return {node.id: node for node in nodes}

    def node(self, id_: str) -> AnyNode:
        """The node of an id in any journey. Raises KeyError."""
        found = self.find(id_)
        if found is None:
            raise KeyError(id_)
        return found

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """All journeys as one frozen `networkx.MultiDiGraph`, joined where they share owners and promises."""
        from journeys.graph.network import joined

        return joined([journey.graph for journey in self.journeys.values()], self)

    @cached_property
    def _judgement(self) -> Judgement:
        return self.judge(self)

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """A verdict by promise node id, for every promise of every journey."""
        return self._judgement.verdicts

    def chains(self, promise: str) -> tuple[Chain, ...]:
        """The way from a promise to each root cause that breaks it, shortest first."""
        return self._judgement.chains(promise)

    def relies_on(self, promise: str) -> frozenset[str]:
        """All promises that a promise relies on, to any depth."""
        return self.reliance.relies_on(promise)

    def relied_on_by(self, promise: str) -> frozenset[str]:
        """All promises that rely on a promise, to any depth."""
        return self.reliance.relied_on_by(promise)

    def nearest_rates(self, promise: str) -> tuple[tuple[str, Fraction], ...]:
        """The conditions of a promise whose rates count (calculus.md, point 9), each with its rate (0 to 1)."""
        return self._judgement.nearest_rates(promise)

    def breakage(self, promise: str) -> Breakage | None:
        """Why a promise is broken, by the nearest root cause; None if it is not."""
        return self._judgement.breakage(promise)

    @cached_property
    def causes(self) -> Mapping[Fault, tuple[Cause, ...]]:
        """Every root cause once, by what fails."""
        found: dict[Fault, list[Cause]] = {}
        for cause in self._judgement.causes:
            found.setdefault(cause.root.fault, []).append(cause)
        return {fault: tuple(causes) for fault, causes in found.items()}

    def broken_by(self, root: Root) -> Sequence[str]:
        """The ids of the promises to customers that a root cause breaks."""
        return self._judgement.broken_by(root)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the workspace file itself."""
        if self.files.shared is None:
            return self.files.shared_findings
        superiors = unknown_superiors(self.shared, self.files.shared.source.name) if self.files.shared.whole else ()
        named = unknown_for_all(self.blueprints, self.files.shared.source.name, self.journeys, self._directory)
        return (*self.files.shared_findings, *self.shared.findings, *superiors, *named, *self._assembled.findings)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for id_, one in pairs:
        found.setdefault(id_, []).append(one)
    return {id_: tuple(group) for id_, group in found.items()}


def workspace_around(journey: JourneyGraph) -> Workspace:
    """The workspace that a loaded journey belongs to. Raises TypeError for a journey made by hand."""
    if not isinstance(journey.workspace, Workspace):
        raise TypeError(f"the journey {journey.id} belongs to no workspace")
    return journey.workspace
