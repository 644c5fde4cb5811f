"""One journey as a typed graph, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from journeys.graph.designed import DesignedHere
from journeys.graph.elsewhere import Elsewhere
from journeys.graph.nodes import (
    ActionNode,
    AnyNode,
    CustomerNode,
    EvidenceNode,
    Flow,
    InfoNode,
    OwnerNode,
    PromiseNode,
    StepNode,
    Support,
    Trigger,
)
from journeys.graph.purpose import NO_PURPOSE, Purpose
from journeys.graph.verdict import Chain, Point, Verdict
from journeys.language.finding import Finding, Place
from journeys.language.model.blueprint import BlueprintSpec
from journeys.language.model.duration import WorkingTime
from journeys.language.model.lanes import Lane
from journeys.language.model.settings import Settings

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class JourneyPromise:
    """A promise of a journey together with what the calculus says of it."""

    node: PromiseNode
    journey: JourneyGraph

    @property
    def verdict(self) -> Verdict:
        """Sound, assumed, unproven or broken, with causes, assumptions, slack and rates."""
        return self.journey.workspace.verdicts[self.node.id]

    @property
    def boundless(self) -> bool:
        """Whether nobody can say how late it may be: what is left of its deadline is then not to be told."""
        return any(cause.point is Point.IN_TIME and cause.unproven for cause in self.verdict.causes)

    @property
    def chains(self) -> tuple[Chain, ...]:
        """The way from this promise to each root cause that breaks it, shortest first."""
        return self.journey.workspace.chains(self.node.id)

    @property
    def relies_on(self) -> frozenset[str]:
        """Ids of all promises it relies on, to any depth and across journeys."""
        return self.journey.workspace.relies_on(self.node.id)

    @property
    def relied_on_by(self) -> frozenset[str]:
        """Ids of all promises that rely on it, to any depth and across journeys."""
        return self.journey.workspace.relied_on_by(self.node.id)


@dataclass(frozen=True, eq=False)
class JourneyGraph(DesignedHere):
    """A journey: typed nodes in the order of the file, and the edges between them.

    Load one with `journeys.load(path)`. `graph` is the same as a `networkx.MultiDiGraph`. `workspace` is what answers
    for all that stands in other journeys. `purpose` is what the journey itself says of designing on purpose; `values`,
    `measures` and so on are the workspace's too.
    """

    id: str
    name: str
    file: str
    place: Place
    workspace: Elsewhere = field(repr=False)
    job: str = ""
    status: str = ""
    version: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    entry: tuple[str, ...] = ()
    success: tuple[str, ...] = ()
    note: str = ""
    link: str = ""
    own: tuple[tuple[str, str], ...] = ()
    owner: str = ""
    owner_text: str = ""
    customers: tuple[CustomerNode, ...] = ()
    lanes: tuple[Lane, ...] = ()
    phases: tuple[str, ...] = ()
    steps: tuple[StepNode, ...] = field(default=(), repr=False)
    actions: tuple[ActionNode, ...] = field(default=(), repr=False)
    evidence: tuple[EvidenceNode, ...] = field(default=(), repr=False)
    infos: tuple[InfoNode, ...] = field(default=(), repr=False)
    promise_nodes: tuple[PromiseNode, ...] = field(default=(), repr=False)
    flows: tuple[Flow, ...] = field(default=(), repr=False)
    supports: tuple[Support, ...] = field(default=(), repr=False)
    triggers: tuple[Trigger, ...] = field(default=(), repr=False)
    owners: Mapping[str, OwnerNode] = field(default_factory=dict, repr=False)
    known_customers: Mapping[str, CustomerNode] = field(default_factory=dict, repr=False)
    channels: Mapping[str, str] = field(default_factory=dict, repr=False)
    channel_kinds: Mapping[str, str] = field(default_factory=dict, repr=False)
    working_time: WorkingTime = field(default_factory=WorkingTime)
    purpose: Purpose = field(default=NO_PURPOSE, repr=False)
    blueprints: Mapping[str, BlueprintSpec] = field(default_factory=dict, repr=False)
    settings: Settings | None = field(default=None, repr=False)
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    whole: bool = True

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The journey as a frozen `networkx.MultiDiGraph`; see `journeys.graph.network` for its attributes."""
        from journeys.graph.network import network

        return network(self)

    @cached_property
    def promises(self) -> Mapping[str, JourneyPromise]:
        """The promises by their id in the file (`online-in-five-days`), in its order."""
        return {node.key: JourneyPromise(node, self) for node in self.promise_nodes}

    @cached_property
    def nodes(self) -> Mapping[str, AnyNode]:
        """Every node of this journey by its id."""
        found: dict[str, AnyNode] = {owner.id: owner for owner in self.owners.values()}
        found.update((customer.id, customer) for customer in self.known_customers.values())
        groups: tuple[Iterable[AnyNode], ...] = (
            self.steps,
            self.actions,
            self.evidence,
            self.infos,
            self.promise_nodes,
            self.expectations.values(),
            self.purpose.nodes,
        )
        for group in groups:
            found.update((node.id, node) for node in group)
        return found

    def node(self, id_: str) -> AnyNode:
        """The node of an id, in this journey or another of the workspace. Raises KeyError."""
        return self.nodes.get(id_) or self.workspace.node(id_)

    def step_of(self, node: ActionNode | EvidenceNode | InfoNode) -> StepNode:
        """The step an action or a piece of evidence belongs to."""
        found = self.node(node.step)
        assert isinstance(found, StepNode)
        return found

    def action(self, id_: str) -> ActionNode:
        """The action of a node id, in this journey or another of the workspace. Raises KeyError."""
        found = self.node(id_)
        if not isinstance(found, ActionNode):
            raise KeyError(id_)
        return found

    def owner_of(self, node: Any) -> OwnerNode | None:
        """The declared owner of an action, a step, a promise (who promises) or this journey; None if there is none."""
        id_ = getattr(node, "by", "") or getattr(node, "owner", "")
        found = (self.nodes.get(id_) or self.workspace.find(id_)) if id_ else None
        return found if isinstance(found, OwnerNode) else None

    def called(self, id_: str) -> str:
        """The name of a node, or `nobody` for none."""
        found = self.nodes.get(id_) or self.workspace.find(id_)
        return found.name if found else "nobody"

    @cached_property
    def _by_step(self) -> Mapping[str, tuple[ActionNode, ...]]:
        found: dict[str, list[ActionNode]] = {}
        for action in self.actions:
            found.setdefault(action.step, []).append(action)
        return {step: tuple(actions) for step, actions in found.items()}

    @cached_property
    def _cells(self) -> Mapping[tuple[str, str], tuple[ActionNode, ...]]:
        found: dict[tuple[str, str], list[ActionNode]] = {}
        for action in self.actions:
            found.setdefault((action.step, action.lane.id), []).append(action)
        return {cell: tuple(actions) for cell, actions in found.items()}

    @cached_property
    def _evidence_by_step(self) -> Mapping[str, tuple[EvidenceNode, ...]]:
        found: dict[str, list[EvidenceNode]] = {}
        for piece in self.evidence:
            found.setdefault(piece.step, []).append(piece)
        return {step: tuple(pieces) for step, pieces in found.items()}

    def actions_of(self, step: str) -> tuple[ActionNode, ...]:
        """All actions of a step (by id), lane by lane."""
        return self._by_step.get(step, ())

    def cell(self, step: str, lane: str) -> tuple[ActionNode, ...]:
        """The actions of a step in a lane (both by id)."""
        return self._cells.get((step, lane), ())

    def infos_of(self, step: str, lane: str) -> tuple[InfoNode, ...]:
        """The texts of a step in a lane that holds no actions."""
        return tuple(info for info in self._infos_by_step.get(step, ()) if info.lane.id == lane)

    @cached_property
    def _infos_by_step(self) -> Mapping[str, tuple[InfoNode, ...]]:
        found: dict[str, list[InfoNode]] = {}
        for info in self.infos:
            found.setdefault(info.step, []).append(info)
        return {step: tuple(infos) for step, infos in found.items()}

    def evidence_of(self, step: str) -> tuple[EvidenceNode, ...]:
        """What the customer sees or holds at a step."""
        return self._evidence_by_step.get(step, ())

    def touchpoints(self, step: str) -> tuple[ActionNode, ...]:
        """The company's actions in the frontstage of a step."""
        return self.cell(step, "frontstage")

    def unowned(self, *lanes: str) -> Iterator[ActionNode]:
        """The company's actions of some lanes that name no owner at all."""
        asked = frozenset(lanes)
        for action in self.actions:
            if action.company and action.lane.id in asked and not action.owner and action.owner_text in ("", "none"):
                yield action

    @cached_property
    def _out(self) -> Mapping[str, tuple[Flow, ...]]:
        found: dict[str, list[Flow]] = {step.id: [] for step in self.steps}
        for flow in self.flows:
            found[flow.source].append(flow)
        return {step: tuple(flows) for step, flows in found.items()}

    @cached_property
    def _into(self) -> Mapping[str, tuple[Flow, ...]]:
        found: dict[str, list[Flow]] = {step.id: [] for step in self.steps}
        for flow in self.flows:
            if flow.target:
                found[flow.target].append(flow)
        return {step: tuple(flows) for step, flows in found.items()}

    def flows_from(self, step: str) -> tuple[Flow, ...]:
        """The ways that lead out of a step."""
        return self._out[step]

    def flows_to(self, step: str) -> tuple[Flow, ...]:
        """The ways that lead into a step."""
        return self._into[step]

    @cached_property
    def starts(self) -> tuple[StepNode, ...]:
        """The first step, and each that says `start: true`."""
        return tuple(step for step in self.steps if step.index == 0 or step.start)

    @cached_property
    def ends(self) -> tuple[StepNode, ...]:
        """The steps at which a journey can come to its end: they say so, exit to another journey, or lead nowhere."""
        return tuple(step for step in self.steps if self._leaves(step))

    def _leaves(self, step: StepNode) -> bool:
        out = self.flows_from(step.id)
        return step.end or not out or any(flow.to_journey for flow in out)

    @cached_property
    def step_graph(self) -> nx.DiGraph[str]:
        """The steps (by id) and which leads to which, for the questions of `journeys.graph.algorithms`."""
        from journeys.graph.flow import step_graph

        return step_graph(self.steps, self.flows)

    @cached_property
    def support_graph(self) -> nx.DiGraph[str]:
        """The actions (by id) and which is supported by which."""
        from journeys.graph.support import support_graph

        return support_graph(self.actions, self.supports)

    def supports_of(self, action: str) -> tuple[Support, ...]:
        """The links from an action (of whichever journey) down to what supports it."""
        return self.workspace.supports_of(action)

    def supported_by(self, action: str) -> tuple[Support, ...]:
        """The links from what an action supports, in whichever journey, down to it."""
        return self.workspace.supported_by(action)

    def kept_at(self, action: str) -> tuple[PromiseNode, ...]:
        """The promises that are kept at an action, those of other journeys too."""
        return self.workspace.kept_at(action)

    def finding(self, message: str, *, at: Place | None = None, help: str = "", **more: Any) -> Finding:  # noqa: A002
        """A finding about the journey as a whole, at its name (or at `at`)."""
        return Finding(message, at or self.place, help=help, journey=self.id, **more)
