"""The smallest sets of edits that make a promise sound, found breadth first; where many are needed, one after the other.

Each step asks what still fails, at the promise or at anything that it relies on, and tries every remedy for it. All sets
of one edit are tried before any of two, and those before any of three: what is found first is smallest among the edits
that are thought of. Beyond that the best next edit is taken again and again, and what is found so is not said to be
smallest.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeys.api import edited
from journeys.graph.verdict import Assumption, Cause, State
from journeys.graph.workspace import Workspace
from journeys.mending.case import Case
from journeys.mending.causes import remedies
from journeys.mending.effects import effects
from journeys.mending.imagined import Count, Imagined, around
from journeys.mending.mend import Mend, Mends
from journeys.mending.remedy import Remedy
from journeys.mending.written import written

_PROVEN = 3
"""Sets of up to so many edits are all tried."""
_MOST_EDITS = 40
_MOST_WAYS = 40
ENOUGH = 600
"""How often promises are judged for one mend, unless it is said otherwise: some seconds, for a journey as people write
them."""


def mends(workspace: Workspace, promise: str, *, most: int = ENOUGH, seek: State = State.SOUND) -> Mends:
    """The ways to make a promise (by id) sound that take the fewest edits, the one that costs least first.

    Where nothing makes it sound, those after which it is assumed; `seek` says that this will do. The promises are
    judged at most about `most` times. Raises KeyError for a promise that is not there.
    """
    node, state = workspace.promises[promise], workspace.verdicts[promise].state
    count = Count(most)
    start = Imagined(around(workspace, node.journey), count)
    if state.rank <= seek.rank:
        return Mends(promise, state)
    found, smallest = _Search(start, promise, seek).run()
    ways = [_told(workspace, one, promise, smallest=smallest) for one in found[:_MOST_WAYS]]
    ordered = sorted((one for one in ways if one is not None), key=lambda one: (one.cost, _text(one)))
    return Mends(promise, state, tuple(ordered), count.done, count.left <= 0)


def _text(mend: Mend) -> tuple[str, ...]:
    return tuple(remedy.text for remedy in mend.remedies)


def _told(workspace: Workspace, one: Imagined, promise: str, *, smallest: bool) -> Mend | None:
    """A way as it would be written, with what it does to all promises to customers; None if it cannot be written."""
    texts = written(workspace, one.remedies)
    if texts is None:
        return None
    after = edited(workspace, texts)
    verdict = after.verdicts.get(promise)
    if verdict is None or verdict.state is not one.state(promise):
        return None
    return Mend(one.remedies, texts, verdict.state, effects(workspace, after), smallest)


class _Search:
    """The states that were come to, by the edits that lead there."""

    def __init__(self, start: Imagined, promise: str, seek: State) -> None:
        self._start, self._promise, self._seek = start, promise, seek
        self._seen: set[object] = {start.made}

    def run(self) -> tuple[list[Imagined], bool]:
        """The states of the smallest sets after which the promise is as it should be, and whether they are smallest."""
        level, holding = [self._start], list[Imagined]()
        for size in range(1, _PROVEN + 1):
            reached = list(self._level(level, size))
            found = [one for one in reached if one.state(self._promise).rank <= self._seek.rank]
            whole = self._start.count.left > 0
            if found:
                return found, whole
            holding = holding or [one for one in reached if one.state(self._promise).holds]
            if not whole:
                break
            level = reached
        best = self._one_by_one()
        if best is not None:
            return [best], False
        return holding, False

    def _level(self, level: list[Imagined], size: int) -> Iterator[Imagined]:
        """All states of so many edits; those that override an edit stay as many, and are looked at again."""
        queue = list(level)
        for state in queue:
            for after in self._next(state):
                if len(after.remedies) < size:
                    queue.append(after)
                else:
                    yield after

    def _next(self, state: Imagined) -> Iterator[Imagined]:
        for remedy in self._remedies(state):
            after = state.after(remedy) if state.count.left > 0 else None
            if after is None or after.made in self._seen or after.wrong > state.wrong:
                continue
            self._seen.add(after.made)
            if self._promise in after.workspace.verdicts:
                yield after

    def _remedies(self, state: Imagined) -> Iterator[Remedy]:
        found: dict[object, Remedy] = {}
        for one in open_points(state.workspace, self._promise):
            for remedy in remedies(Case(state, one)):
                if remedy not in state.remedies:
                    found.setdefault((remedy.text, remedy.edits), remedy)
        yield from found.values()

    def _one_by_one(self) -> Imagined | None:
        """The best next edit, again and again, as long as each brings it nearer."""
        state = self._start
        self._seen = {state.made}
        for _ in range(_MOST_EDITS):
            if state.state(self._promise).rank <= self._seek.rank:
                return state
            now = _open(state, self._promise)
            best = min(self._next(state), key=lambda one: _open(one, self._promise), default=None)
            if best is None or _open(best, self._promise) >= now:
                return state if state.state(self._promise).holds else None
            state = best
        return None


def _open(state: Imagined, promise: str) -> tuple[int, int, int, int]:
    """How far a promise is from sound: what is wrong, what is unproven, what is assumed, what it costs."""
    points = list(open_points(state.workspace, promise))
    causes = [one for one in points if isinstance(one, Cause)]
    wrong = sum(not one.unproven for one in causes)
    agree = {one for remedy in state.remedies for one in (*remedy.agree, *remedy.weakened)}
    return wrong, len(causes) - wrong, len(points) - len(causes), len(agree)


def open_points(workspace: Workspace, promise: str) -> Iterator[Cause | Assumption]:
    """What keeps a promise from being sound: the causes at and beneath it, then what it takes for nothing."""
    seen: set[object] = set()
    for id_ in (promise, *sorted(workspace.relies_on(promise) - {promise})):
        for cause in workspace.verdicts[id_].causes:
            if cause.root not in seen:
                seen.add(cause.root)
                yield cause
    for leaning in workspace.leanings.of(promise):
        yield leaning.assumption
