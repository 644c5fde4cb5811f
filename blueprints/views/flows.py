"""The ways between steps: lines where that helps, words on the step's card where it does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blueprints.views.view import Connector, ConnectorKind, Detail
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import Flow, StepNode

_MANY = 3
"""From so many steps on, an exit that can be taken anywhere is said in words at its target."""

_TIMES = {1: "at most once", 2: "at most twice"}


@dataclass(frozen=True, slots=True)
class Flows:
    """The lines between steps, and what is said on the steps' cards instead."""

    connectors: tuple[Connector, ...]
    said: Mapping[str, Sequence[Detail]]

    def details(self, step: str) -> tuple[Detail, ...]:
        """What a step's card says of the ways into and out of it."""
        return tuple(self.said.get(step, ()))


def read_flows(journey: JourneyGraph) -> Flows:
    """The ways of a journey: those out of it, back to the same step, and from anywhere, are said in words."""
    said: defaultdict[str, list[Detail]] = defaultdict(list)
    steps = {step.id: step for step in journey.steps}
    anywhere = _anywhere(journey)
    connectors: list[Connector] = []
    for flow in journey.flows:
        key = _exit(flow)
        if key in anywhere:
            if anywhere[key][0] is flow:
                said[flow.target or flow.source].append(_from_anywhere(flow, anywhere[key], steps, journey))
        elif flow.to_journey:
            said[flow.source].append(Detail("leave", _words(journey.workspace.journey_name(flow.to_journey), flow)))
        elif flow.target == flow.source:
            said[flow.source].append(Detail("again", _words("Again", flow)))
        elif flow.target in steps and flow.source in steps:
            kind = ConnectorKind.TOGETHER if flow.together else ConnectorKind.FLOW
            number = len(connectors) + 1
            connectors.append(Connector(f"flow-{number}", flow.source, flow.target, kind, _condition(flow)))
    return Flows(tuple(connectors), said)


_Exit = tuple[str, str, str]


def _exit(flow: Flow) -> _Exit | None:
    return (flow.target, flow.to_journey, flow.when) if flow.anywhere else None


def _anywhere(journey: JourneyGraph) -> dict[_Exit | None, list[Flow]]:
    """The exits that can be taken from many steps."""
    found: defaultdict[_Exit | None, list[Flow]] = defaultdict(list)
    for flow in journey.flows:
        if flow.anywhere:
            found[_exit(flow)].append(flow)
    return {key: flows for key, flows in found.items() if len(flows) >= _MANY}


def _from_anywhere(flow: Flow, flows: Sequence[Flow], steps: Mapping[str, StepNode], journey: JourneyGraph) -> Detail:
    phases = dict.fromkeys(steps[one.source].phase for one in flows)
    everywhere = len(phases) == len(journey.phases) or not all(phases)
    where = "From anywhere" if everywhere else f"From anywhere in {', '.join(phases)}"
    if flow.to_journey:
        where += f" to {journey.workspace.journey_name(flow.to_journey)}"
    return Detail("anywhere", _words(where, flow))


def _words(text: str, flow: Flow) -> str:
    condition = _condition(flow)
    return f"{text}: {condition}" if condition else text


def _condition(flow: Flow) -> str:
    """When a way is taken, after how long, how often."""
    parts = ["at once"] if flow.together else []
    parts += [flow.when] if flow.when else []
    parts += [f"after {flow.after}"] if flow.after else []
    parts += [_TIMES.get(flow.at_most, f"at most {flow.at_most} times")] if flow.at_most is not None else []
    return ", ".join(parts)
