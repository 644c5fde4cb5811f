"""What a change does to the promises to customers: before and after, each by its verdict."""

from __future__ import annotations

from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace
from journeys.mending.mend import Effects


def effects(before: Workspace, after: Workspace) -> Effects:
    """What becomes of the promises to customers; one that is there no more is broken."""
    mended: list[str] = []
    broken: list[str] = []
    worse: list[str] = []
    for id_, node in before.promises.items():
        if not node.to_customer:
            continue
        was = before.verdicts[id_].state
        now = after.verdicts[id_].state if id_ in after.verdicts else State.BROKEN
        if now.holds and not was.holds:
            mended.append(id_)
        elif now is State.BROKEN and was is not State.BROKEN:
            broken.append(id_)
        elif now.rank > was.rank:
            worse.append(id_)
    return Effects(tuple(mended), tuple(broken), tuple(worse))
