"""Questions of what is designed on purpose that need several entries: answered or open, how far, where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeVar

from journeys.graph.hearing import Heard, Hearing
from journeys.graph.nodes import ActionNode, AnyNode, PromiseNode

if TYPE_CHECKING:
    from journeys.graph.purpose_nodes import ChangeNode, GoalNode, Measured, MeasureNode

T = TypeVar("T")


class Lived(Protocol):
    """All that was heard, promised and changed, in whichever file it stands, by node id."""

    @property
    def hearing(self) -> Hearing:
        """What was heard, and which change answers what."""

    @property
    def promises(self) -> Mapping[str, PromiseNode]:
        """Every promise."""

    @property
    def changes(self) -> Mapping[str, ChangeNode]:
        """Every change."""

    @property
    def measures(self) -> Mapping[str, MeasureNode]:
        """Every measure."""

    def find(self, id_: str) -> AnyNode | None:
        """The node of an id."""


class Progress(StrEnum):
    """How far a change has come."""

    THOUGHT_OF = "thought of"
    BEGUN = "begun"
    DONE = "done"
    MEASURED = "measured"
    LASTED = "lasted"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a goal stands: the last result of a change with its measure. `reached` is None where nothing is bound."""

    result: Measured
    change: ChangeNode
    reached: bool | None = None


class Answers:
    """What was heard, expected and changed, and what became of it. `Workspace.answers` is one."""

    def __init__(self, lived: Lived) -> None:
        self._lived = lived

    @cached_property
    def _promised(self) -> Mapping[str, tuple[PromiseNode, ...]]:
        return _grouped((id_, promise) for promise in self._lived.promises.values() for id_ in promise.answers)

    def promised(self, expectation: str) -> tuple[PromiseNode, ...]:
        """The promises, of whichever journey, that say that they answer an expectation (by node id)."""
        return self._promised.get(expectation, ())

    def changed_for(self, expectation: str) -> tuple[ChangeNode, ...]:
        """The changes that answer an expectation (by node id) or make it."""
        making = (one for one in self._lived.changes.values() if expectation in one.makes)
        return tuple({one.id: one for one in (*self._lived.hearing.changes(expectation), *making)}.values())

    @cached_property
    def _heard_at(self) -> Mapping[str, tuple[Heard, ...]]:
        return _grouped((place, one) for one in self._lived.hearing.heard for place in self._places(one.voice.at))

    def heard_at(self, id_: str) -> tuple[Heard, ...]:
        """The voices about a step or an action (by node id); those about an action are about its step too."""
        return self._heard_at.get(id_, ())

    @cached_property
    def _changed_at(self) -> Mapping[str, tuple[ChangeNode, ...]]:
        return _grouped((place, one) for one in self._lived.changes.values() for place in self._places(one.at))

    def changed_at(self, id_: str) -> tuple[ChangeNode, ...]:
        """The changes of a step or an action (by node id); those of an action are of its step too."""
        return self._changed_at.get(id_, ())

    def _places(self, ids: Iterable[str]) -> Iterable[str]:
        found: dict[str, None] = {}
        for id_ in ids:
            node = self._lived.find(id_)
            found |= dict.fromkeys((id_, node.step) if isinstance(node, ActionNode) else (id_,))
        return found

    def progress(self, change: ChangeNode) -> Progress:
        """How far a change has come; it has lasted if it is seen on two days after it was done that it still holds."""
        if not change.done:
            return Progress.BEGUN if change.started else Progress.THOUGHT_OF
        before = [one for one in change.results if one.on < change.done]
        after = change.results[len(before) :]
        if len(after) > 1 and _holds(before, after, self._better(change)):
            return Progress.LASTED
        return Progress.MEASURED if after else Progress.DONE

    def improved(self, change: ChangeNode) -> bool | None:
        """Whether the last result is better than the first; None where one cannot say, or it is the same."""
        wanted, difference = _WANTED.get(self._better(change), 0), change.difference
        return None if not wanted or not difference else _sign(difference) == wanted

    def _better(self, change: ChangeNode) -> str:
        measure = self._lived.measures.get(change.measure)
        return measure.better if measure else ""

    def standing(self, goal: GoalNode) -> Standing | None:
        """Where a goal stands, if a change was ever measured by its measure."""
        found = [
            (result, change)
            for change in self._lived.changes.values()
            for result in change.results
            if goal.measure and change.measure == goal.measure
        ]
        if not found:
            return None
        result, change = max(found, key=lambda one: one[0].on)
        return Standing(result, change, _reached(goal, result))


_WANTED: Mapping[str, int] = MappingProxyType({"lower": -1, "higher": 1})


def _holds(before: Sequence[Measured], after: Sequence[Measured], better: str) -> bool:
    """Whether the last result is as good as it became: better than before, or, with nothing before, no worse."""
    wanted = _WANTED.get(better, 0)
    last = after[-1].value.amount
    if not before:
        return (last - after[0].value.amount) * wanted >= 0
    wanted = wanted or _sign(after[0].value.amount - before[-1].value.amount)
    return wanted != 0 and _sign(last - before[-1].value.amount) == wanted


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _reached(goal: GoalNode, result: Measured) -> bool | None:
    """Whether a result is within what a goal asks; None where it asks for no number that can be compared."""
    low, high = goal.at_least, goal.at_most
    if not (low or high) or any(bound and bound.measure != result.value.measure for bound in (low, high)):
        return None
    amount = result.value.amount
    return not (low and amount < low.amount) and not (high and amount > high.amount)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for id_, one in pairs:
        found.setdefault(id_, []).append(one)
    return {id_: tuple(group) for id_, group in found.items()}
