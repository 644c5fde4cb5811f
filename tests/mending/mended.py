"""What is asked of each way that a mend shows, and of the edits that it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from journeys.api import workspace_of
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace
from journeys.mending import Mends, Remedy
from journeys.mending.case import Case
from journeys.mending.causes import remedies
from journeys.mending.imagined import Count, Imagined
from journeys.mending.search import open_points


def after(workspace: Workspace, texts: dict[str, str]) -> Workspace:
    """A workspace read anew from all its texts, some of them changed."""
    shared = workspace.files.shared.source.name if workspace.files.shared else ""
    all_texts = {name: document.source.text for name, document in workspace.files.documents.items()}
    return workspace_of({**all_texts, **texts}, shared=shared)


def wrong(workspace: Workspace, found: Mends) -> Iterator[str]:
    """What is not so of the ways that were shown: the state after each, and what it says it breaks."""
    for way in found.ways:
        then = after(workspace, dict(way.texts))
        state = then.verdicts[found.promise].state
        if state is not way.state or not state.holds:
            yield f"{found.promise}: said to be {way.state}, and is {state}: {[one.text for one in way.remedies]}"
        broken = {
            id_
            for id_, node in workspace.promises.items()
            if node.to_customer
            and workspace.verdicts[id_].state is not State.BROKEN
            and then.verdicts[id_].state is State.BROKEN
        }
        if broken != set(way.effects.broken):
            yield f"{found.promise}: breaks {broken}, and says {way.effects.broken}"


def smaller(workspace: Workspace, found: Mends) -> Iterator[str]:
    """Sets of fewer edits that do what is said to be done by no fewer: of all edits that anything asks for, found by
    brute force."""
    for way in found.ways[:1]:
        if not way.smallest:
            continue
        for size in range(len(way.remedies)):
            for some in combinations(_all(workspace, found.promise), size):
                state = Imagined(workspace, Count(1 << 30))
                made = all((state := state.after(one) or state).remedies[-1:] == (one,) for one in some)
                if made and state.state(found.promise).rank <= way.state.rank:
                    yield f"{found.promise}: {[one.text for one in some]} for {[one.text for one in way.remedies]}"


def _all(workspace: Workspace, promise: str) -> list[Remedy]:
    """The edits for what fails now, and for what fails after any of them."""
    start = Imagined(workspace, Count(1 << 30))
    found: dict[object, Remedy] = {}
    for state in (start, *filter(None, map(start.after, _next(start, promise)))):
        if promise in state.workspace.promises:
            found.update(((one.text, one.edits), one) for one in _next(state, promise))
    return list(found.values())[:24]


def _next(state: Imagined, promise: str) -> list[Remedy]:
    points = open_points(state.workspace, promise)
    return [remedy for one in points for remedy in remedies(Case(state, one))]
