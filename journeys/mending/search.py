"""The smallest sets of edits that make a promise sound: breadth first; where many are needed, one after the other.

Each step asks what still fails, at the promise or at anything that it relies on, and tries every remedy for it: all
sets of one edit before any of two, and those before any of three. For each thing that nobody wrote down there is one
edit, and it changes nothing else: all of those are made together, once nothing fails any more, and each counts. Where
more than three edits against faults are needed the best next one is taken again and again; what is found so is not said
to be smallest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeys.api import edited
from journeys.graph.verdict import Assumption, Cause, Silence, State
from journeys.graph.workspace import Workspace
from journeys.mending.case import Case
from journeys.mending.causes import remedies
from journeys.mending.effects import effects
from journeys.mending.imagined import Count, Imagined, around
from journeys.mending.mend import Mend, Mends
from journeys.mending.remedy import Remedy
from journeys.mending.written import written

_PROVEN = 3
"""Sets of up to so many edits against faults are all tried."""
_MOST_EDITS = 12
_MOST_WAYS = 12
ENOUGH = 400
"""How often promises are judged for one mend, unless it is said otherwise: some seconds, for a journey as people write
them."""


def mends(workspace: Workspace, promise: str, *, most: int = ENOUGH, seek: State = State.SOUND) -> Mends:
    """The ways to make a promise (by id) sound that take the fewest edits, the one that costs least first.

    Where nothing makes it sound, those after which it is assumed; `seek` says that this will do. The promises are
    judged at most about `most` times. Raises KeyError for a promise that is not there.
    """
    node, state = workspace.promises[promise], workspace.verdicts[promise].state
    count = Count(most)
    if state.rank <= seek.rank:
        return Mends(promise, state)
    found, smallest = _Search(Imagined(around(workspace, node.journey), count), promise, seek).run()
    ways = [_told(workspace, one, promise, smallest=smallest) for one in found]
    ordered = sorted((one for one in ways if one is not None), key=lambda one: (one.cost, _text(one)))
    return Mends(promise, state, tuple(ordered[:_MOST_WAYS]), count.done, count.left <= 0)


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
        self._done: dict[object, Imagined] = {}

    def run(self) -> tuple[list[Imagined], bool]:
        """The states of the smallest sets after which the promise is as it should be, and whether they are smallest."""
        level, tried = [self._start], 0
        self._finish(level)
        while tried < min(_PROVEN, self._least - 1) and self._start.count.left > 0:
            level = list(self._level(level, tried + 1))
            self._finish(level)
            tried += self._start.count.left > 0
            if not self._done and self._needed(level, tried) > _PROVEN:
                break
        if not self._done:
            self._finish(filter(None, [self._one_by_one()]))
        found = [one for one in self._done.values() if len(one.remedies) == self._least]
        best = min((one.state(self._promise).rank for one in found), default=0)
        # Whatever is smaller has no more edits than were tried: had it been sound, it would have been found.
        return [one for one in found if one.state(self._promise).rank == best], tried >= self._least - 1

    def _needed(self, level: Sequence[Imagined], size: int) -> int:
        """How many edits it will take, as far as one can tell from what so many of them bring."""
        before = sum(_open(self._start, self._promise)[:2])
        after = min((sum(_open(one, self._promise)[:2]) for one in level), default=before)
        return size * before // max(1, before - after) if level else _PROVEN + 1

    @property
    def _least(self) -> int:
        """The edits of the smallest set found."""
        return min((len(one.remedies) for one in self._sound()), default=1 << 30)

    def _sound(self) -> Iterator[Imagined]:
        """What was found that is sound; if nothing is, all that holds."""
        sound = [one for one in self._done.values() if one.state(self._promise).rank <= self._seek.rank]
        yield from sound or self._done.values()

    def _finish(self, states: Iterator[Imagined] | Sequence[Imagined]) -> None:
        for state in states:
            if state.state(self._promise).holds:
                for after in self._said(state):
                    self._done.setdefault(after.made, after)

    def _said(self, state: Imagined) -> Iterator[Imagined]:
        """A promise that is assumed, with all written down that nobody wrote; as it is where that does not make it
        sound."""
        queue, sound = [state], False
        for now in queue:
            if now.state(self._promise).rank <= self._seek.rank:
                sound = True
                yield now
                continue
            single, several = self._unsaid(now)
            after = now
            for remedy in single:
                after = (after.after(remedy) if after.count.left > 0 else None) or after
            nexts = [after] if after is not now else [one for one in map(now.after, several) if one]
            queue += [one for one in nexts if one.made not in self._seen]
            self._seen.update(one.made for one in nexts)
        if not sound and state.remedies:
            yield state

    def _unsaid(self, state: Imagined) -> tuple[list[Remedy], list[Remedy]]:
        """What can be written about the assumptions of a promise: all of the first, one of the second."""
        single: dict[object, Remedy] = {}
        several: list[Remedy] = []
        for one in open_points(state.workspace, self._promise):
            found = list(remedies(Case(state, one)))
            if isinstance(one, Assumption) and one.silence is Silence.INDEPENDENCE:
                several = several or found
            else:
                single.update(((remedy.text, remedy.edits), remedy) for remedy in found)
        return list(single.values()), several

    def _level(self, level: Sequence[Imagined], size: int) -> Iterator[Imagined]:
        """All states of so many edits; those that override an edit stay as many, and are looked at again."""
        queue = list(level)
        for state in queue:
            for after in self._next(state):
                if len(after.remedies) < size:
                    queue.append(after)
                    self._finish([after])
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
        """What can be done about the faults that are left."""
        found: dict[object, Remedy] = {}
        for one in open_points(state.workspace, self._promise):
            for remedy in remedies(Case(state, one)) if isinstance(one, Cause) else ():
                found.setdefault((remedy.text, remedy.edits), remedy)
        yield from found.values()

    def _one_by_one(self) -> Imagined | None:
        """The best next edit, again and again, as long as each brings it nearer."""
        state = self._start
        state.count.left = max(state.count.left, state.count.done // 2)
        self._seen = {state.made}
        for _ in range(_MOST_EDITS):
            if state.state(self._promise).holds:
                return self._needless_left_out(state)
            best = min(self._next(state), key=self._left, default=None)
            if best is None or self._left(best)[0] > self._left(state)[0]:
                return None
            state = best
        return None

    def _needless_left_out(self, state: Imagined) -> Imagined:
        """What was found one by one, without what turned out not to be needed."""
        for gone in state.remedies:
            other: Imagined | None = self._start
            for remedy in (one for one in state.remedies if one is not gone):
                other = other.after(remedy) if other else None
            if other is not None and other.state(self._promise).rank <= state.state(self._promise).rank:
                return self._needless_left_out(other)
        return state

    def _left(self, state: Imagined) -> tuple[int, int, int]:
        """How far the promise is from holding: all that is left, what of it is wrong, and what it costs."""
        wrong, unproven, cost = _open(state, self._promise)
        return wrong + unproven, wrong, cost


def _open(state: Imagined, promise: str) -> tuple[int, int, int]:
    """How far a promise is from holding: what is wrong, what is unproven, what it costs."""
    causes = [one for one in open_points(state.workspace, promise) if isinstance(one, Cause)]
    wrong = sum(not one.unproven for one in causes)
    agree = {one for remedy in state.remedies for one in (*remedy.agree, *remedy.weakened)}
    return wrong, len(causes) - wrong, len(agree)


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
