"""A comparison for machines.

The object holds `format` (1; it grows when a key changes its meaning), `summary`, and the fields of
`journeys.features.diff.changes.WorkspaceDiff` by their names: `journeys` (each with `nodes` and `promises`), `people`,
`shared`, `appeared`, `gone`, `agreements`. A promise also has `weakened`, `strengthened`, `made`, `dropped` and
`broken`, a node `renamed`, so that nobody has to work them out. Empty text stands for what is not said.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from journeys.checks.report.replace import whole
from journeys.features.diff.changes import NodeChange, PromiseChange, WorkspaceDiff
from journeys.features.diff.words import summary

FORMAT = 1


def render(diff: WorkspaceDiff) -> str:
    """The comparison as JSON text, keys in a fixed order."""
    data = {
        "format": FORMAT,
        "summary": summary(diff),
        "journeys": [
            asdict(journey)
            | {"itself": _node(journey.itself) if journey.itself else None}
            | {"nodes": list(map(_node, journey.nodes)), "promises": list(map(_promise, journey.promises))}
            for journey in diff.journeys
        ],
        "people": list(map(_node, diff.people)),
        "shared": list(map(_node, diff.shared)),
        "appeared": [asdict(finding) for finding in diff.appeared],
        "gone": [asdict(finding) for finding in diff.gone],
        "agreements": [asdict(agreement) for agreement in diff.agreements],
    }
    return whole(json.dumps(data, indent=2, ensure_ascii=False)) + "\n"


def _node(node: NodeChange) -> dict[str, Any]:
    return asdict(node) | {"renamed": node.renamed}


def _promise(promise: PromiseChange) -> dict[str, Any]:
    names = ("weakened", "strengthened", "made", "dropped", "broken")
    return asdict(promise) | {name: getattr(promise, name) for name in names}
