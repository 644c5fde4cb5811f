"""Which promises to customers would break under some hypotheses, and by which chain."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from journeys.checks.told import told
from journeys.features.ledger.entry import Entry, entry_of, where
from journeys.features.ledger.hypothesis import Hypothesis, HypothesisKind
from journeys.features.ledger.imagine import imagine
from journeys.graph.node import short
from journeys.graph.nodes import PromiseNode
from journeys.graph.verdict import Cause, Fault, Point, Root, State
from journeys.graph.workspace import Workspace

# The first promises of a chain that are named: longer lists are read by nobody.
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class BrokenPromise:
    """A promise to a customer that breaks: as it stands now, and the way down to what breaks it.

    `chain` goes from the promise to the one that fails by itself; of a long one it has the first twelve and the
    last, and `left_out` is the number of those between. `because` says how the last fails, `at` is the place of
    that as `file:line`.
    """

    promise: Entry
    chain: tuple[Entry, ...]
    left_out: int
    because: str
    at: str


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows from some hypotheses, of all promises to customers. One holds that is sound or assumed.

    `void` hold now and would break; `open` are unproven now and would break; `already` are broken now and would be hit
    too. `standing` is the number that hold now and go on holding, `broken` and `unproven` the numbers of those now.
    """

    hypotheses: tuple[Hypothesis, ...]
    void: tuple[BrokenPromise, ...]
    already: tuple[Entry, ...]
    standing: int
    broken: int
    open: tuple[BrokenPromise, ...] = ()
    unproven: int = 0


class _Hit(NamedTuple):
    """How a promise is hit: by which condition (empty: it fails by itself), by which root, how far below."""

    by: str
    root: str
    depth: int


def whatif(workspace: Workspace, hypotheses: Iterable[Hypothesis]) -> Consequences:
    """What becomes of the promises to customers if all hypotheses came true at once.

    Make hypotheses with `without` and `late`. All journeys of the workspace count. Each promise is judged once
    more, and each consequence is traced to the nearest root that was not there before.
    """
    supposed = tuple(hypotheses)
    return _Difference(workspace, imagine(workspace, supposed), supposed).consequences()


class _Difference:
    """Two judgements of the same promises, and what leads from one to the other."""

    def __init__(self, before: Workspace, after: Workspace, hypotheses: Sequence[Hypothesis]) -> None:
        self._before = before
        self._after = after
        self._hypotheses = tuple(hypotheses)
        self._entries: dict[str, Entry] = {}

    def consequences(self) -> Consequences:
        """The promises to customers by what becomes of them."""
        void: list[BrokenPromise] = []
        open_: list[BrokenPromise] = []
        already: list[Entry] = []
        standing = 0
        states: Counter[State] = Counter()
        for id_, node in self._before.promises.items():
            if not node.to_customer:
                continue
            state = self._before.verdicts[id_].state
            states[state] += 1
            if id_ not in self._hits:
                standing += state.holds
            elif state is State.BROKEN:
                already.append(self._entry(id_))
            else:
                (void if state.holds else open_).append(self._void(id_))
        return Consequences(
            self._hypotheses, tuple(void), tuple(already), standing, states[State.BROKEN],
            tuple(open_), states[State.UNPROVEN],
        )  # fmt: skip

    def _void(self, id_: str) -> BrokenPromise:
        chain = [id_]
        while self._hits[chain[-1]].by and len(chain) < _MOST_NAMED:
            chain.append(self._hits[chain[-1]].by)
        hit = self._hits[id_]
        if chain[-1] != hit.root:
            chain.append(hit.root)
        because, at = self._roots[hit.root]
        entries = tuple(map(self._entry, chain))
        return BrokenPromise(entries[0], entries, hit.depth + 1 - len(chain), because, at)

    def _entry(self, id_: str) -> Entry:
        if id_ not in self._entries:
            self._entries[id_] = entry_of(self._before, self._before.promises[id_])
        return self._entries[id_]

    @cached_property
    def _roots(self) -> Mapping[str, tuple[str, str]]:
        """The promises that fail by themselves as they did not before: how, and where."""
        found: dict[str, tuple[str, str]] = {}
        for one in self._hypotheses:
            if one.kind in (HypothesisKind.PROMISE, HypothesisKind.LATE):
                found.update((id_, (one.text, self._place(self._before.promises[id_]))) for id_ in one.ids)
        for id_, verdict in self._after.verdicts.items():
            known = {cause.root for cause in self._before.verdicts[id_].causes}
            # A promise that is late or gone is not another word beside its neighbours.
            new = [
                cause
                for cause in verdict.causes
                if cause.root not in known and not cause.unproven and cause.point is not Point.ONE_WORD
            ]
            if new and id_ not in found:
                found[id_] = self._told(id_, new)
        return found

    def _told(self, id_: str, causes: Sequence[Cause]) -> tuple[str, str]:
        """The first cause in words: of an action that nobody can do, the cause is the hypothesis."""
        cause = causes[0]
        finding = told(cause, self._after)
        return self._supposed.get(cause.root, finding.message), where(self._after, finding.place)

    @cached_property
    def _supposed(self) -> Mapping[Root, str]:
        """How the root causes are told that mean a hypothesis."""
        found: dict[Root, str] = {}
        for one in self._hypotheses:
            if one.kind is HypothesisKind.OWNER:
                found.update((Root(Fault.VACANT, (id_,)), one.text) for id_ in one.ids)
            elif one.kind is HypothesisKind.PROMISE:
                found.update(self._unmet(one))
        for journey in self._before.journeys.values():
            for action in journey.actions:
                root = Root(Fault.UNOWNED, (action.id,))
                for one in self._hypotheses:
                    if one.kind is HypothesisKind.ACTION and action.id in one.ids:
                        found[root] = one.text
                    elif one.kind is HypothesisKind.SYSTEM and not one.ids.isdisjoint(action.system):
                        found[root] = f"{one.text}, so that “{action.name}” cannot be done"
        return found

    def _unmet(self, one: Hypothesis) -> Iterator[tuple[Root, str]]:
        """How those fail that say they rely on a promise withdrawn."""
        for node in self._before.promises.values():
            for id_ in one.ids.intersection(node.relies_on):
                yield Root(Fault.UNPROMISED, (node.id, short(id_))), f"it relies on “{one.name}”, and that is withdrawn"

    @cached_property
    def _hits(self) -> Mapping[str, _Hit]:
        """Every promise that is hit, by the nearest of its new roots."""
        above: dict[str, list[str]] = {}
        for node in self._after.promises.values():
            for condition in node.conditions:
                above.setdefault(condition, []).append(node.id)
        found = {id_: _Hit("", id_, 0) for id_ in self._roots}
        # A promise that is late is as good as broken for whom it was made to; others have counted with it already.
        late = {id_ for one in self._hypotheses if one.kind is HypothesisKind.LATE for id_ in one.ids}
        queue = deque(id_ for id_ in self._roots if id_ not in late)
        while queue:
            condition = queue.popleft()
            for promise in above.get(condition, ()):
                if promise not in found:
                    found[promise] = _Hit(condition, found[condition].root, found[condition].depth + 1)
                    queue.append(promise)
        return found

    def _place(self, node: PromiseNode) -> str:
        return where(self._before, node.place)
