"""The calculus held against the brute-force oracle: what differs on a workspace, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from journeys import api
from journeys.graph.verdict import Point, Verdict
from journeys.graph.workspace import Workspace

from .bruteforce.oracle import Answer, answers

NUMBERS = {point: number for number, point in enumerate(Point, 1)}


BACKED = NUMBERS[Point.BACKED]


def _points(verdict: Verdict) -> set[int]:
    return {NUMBERS[cause.point] for cause in verdict.causes if not cause.unproven}


def load(workspace: dict[str, Any]) -> Workspace:
    """The tool's own reading of a workspace."""
    texts = {f"{id_}.journey.yaml": yaml.safe_dump(one, sort_keys=False) for id_, one in workspace["journeys"].items()}
    return api.loads_workspace(texts, yaml.safe_dump(workspace["shared"], sort_keys=False))


def differences(workspace: dict[str, Any]) -> list[str]:
    """What the two say differently of any promise; empty where they agree."""
    return compared(load(workspace), answers(workspace))


def compared(loaded: Workspace, told: dict[str, Answer]) -> list[str]:
    """What the oracle's answers say differently of any promise of a workspace."""
    return list(_compared(loaded, told))


def _compared(loaded: Workspace, told: dict[str, Answer]) -> Iterator[str]:
    found = {id_.removeprefix("promise:"): verdict for id_, verdict in loaded.verdicts.items()}
    if found.keys() != told.keys():
        yield f"promises: {sorted(found.keys() ^ told.keys())}"
    for key in found.keys() & told.keys():
        yield from (f"{key}: {one}" for one in _of_promise(loaded, found[key], told[key]))


def _of_promise(loaded: Workspace, verdict: Verdict, answer: Answer) -> Iterator[str]:
    mine = _points(verdict) - {BACKED}
    theirs = {fault[0] for fault in answer.faults} - {BACKED}
    # What lies below an action where a condition is kept is told of that condition alone.
    beneath = [loaded.verdicts[id_] for id_ in loaded.relies_on(verdict.promise)]
    mine |= {BACKED} & set().union(*map(_points, (verdict, *beneath)))
    theirs |= {BACKED} & {fault[0] for _, fault in answer.roots}
    if verdict.state.value != answer.state:
        yield f"state {verdict.state.value}, oracle {answer.state}"
    if mine != theirs:
        yield f"points {sorted(mine)}, oracle {sorted(theirs)}"
    silent = {(one.silence.value, loaded.node(one.at)) for one in verdict.assumptions}
    if len(silent) != len(answer.assumptions):
        names = sorted((kind, node.key if hasattr(node, "key") else node.id) for kind, node in silent)
        yield f"assumptions {names}, oracle {sorted(answer.assumptions)}"
    slack = verdict.timing.slack if verdict.timing else None
    if slack != answer.slack:
        yield f"slack {slack}, oracle {answer.slack}"
    said = loaded.promises[verdict.promise].at_least is not None
    rates = (verdict.rate.sure, verdict.rate.likely) if verdict.rate else None
    if rates is not None and answer.sure is not None and not said and rates != (answer.sure, answer.likely):
        assert verdict.rate
        yield f"rates {verdict.rate.sure} {verdict.rate.likely}, oracle {answer.sure} {answer.likely}"
