"""What somebody supposes: an owner gone, a system down, an action that cannot be done, a promise withdrawn or late."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from journeys.errors import UsageError
from journeys.graph.node import short
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.graph.workspace import Workspace
from journeys.language.model.duration import DAY, HOUR, Duration, parse_duration
from journeys.language.model.names import slug
from journeys.language.words import did_you_mean

T = TypeVar("T", ActionNode, PromiseNode)


class HypothesisKind(StrEnum):
    """What can be supposed to be gone, or late."""

    OWNER = "owner"
    SYSTEM = "system"
    ACTION = "action"
    PROMISE = "promise"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One supposition, resolved: `ids` are node ids (for a system, its name), `name` is what people call it.

    `late` is by how much, for a promise that is late, in the promise's own kind of time.
    """

    kind: HypothesisKind
    word: str
    name: str
    ids: frozenset[str]
    late: Duration | None = None

    @property
    def text(self) -> str:
        """The supposition as a clause: `Network operations is gone`."""
        match self.kind:
            case HypothesisKind.OWNER:
                return f"nobody fills the post of {self.name}"
            case HypothesisKind.SYSTEM:
                return f"{self.name} is down"
            case HypothesisKind.ACTION:
                return f"“{self.name}” cannot be done"
            case HypothesisKind.PROMISE:
                return f"“{self.name}” is withdrawn"
            case HypothesisKind.LATE:
                return f"“{self.name}” is kept {self.late} late"


def without(workspace: Workspace, word: str) -> Hypothesis:
    """`owner:network`, `system:Netcracker`, `action:REF` or `promise:KEY` as a hypothesis on a workspace.

    Owners go by id or exact name, systems by name, wherever they occur. An action goes by its id, name or
    `step.lane`, a promise by its key or words, each with `journey/` before it where several journeys have one.
    Raises UsageError for what is not there, with the nearest word, and for what is there more than once.
    """
    kind, colon, name = word.partition(":")
    if not colon or kind not in ("owner", "system", "action", "promise"):
        raise UsageError(f"“{word}” does not say what is gone: write owner:…, system:…, action:… or promise:…")
    match kind:
        case "owner":
            return _owner(workspace, name)
        case "system":
            return _system(workspace, name)
        case "action":
            action = _single(name, "action", _named_actions(workspace))
            return Hypothesis(HypothesisKind.ACTION, word, action.name, frozenset({action.id}))
        case _:
            promise = promise_named(workspace, name)
            return Hypothesis(HypothesisKind.PROMISE, word, promise.name, frozenset({promise.id}))


def late(workspace: Workspace, word: str) -> Hypothesis:
    """`line-switched-on=2d` as a hypothesis: a promise is kept that much later than it says.

    Days are of the kind the promise counts in: two days on top of four working days are six working days.
    Raises UsageError for a promise that is not there or has no deadline, and for what is no duration.
    """
    name, equals, amount = word.rpartition("=")
    if not equals:
        raise UsageError(f"“{word}” does not say how late: write a promise and a duration, like line-switched-on=2d")
    promise = promise_named(workspace, name)
    if promise.within is None:
        raise UsageError(f"“{promise.name}” says no `within`, so that it cannot be late")
    try:
        duration = _in_kind(parse_duration(amount), promise.within)
    except ValueError as error:
        raise UsageError(str(error)) from None
    return Hypothesis(HypothesisKind.LATE, word, promise.name, frozenset({promise.id}), duration)


def _in_kind(amount: Duration, like: Duration) -> Duration:
    """An amount in the other's kind of time: its days are taken for days of that kind, its hours for hours."""
    if amount.working == like.working:
        return amount
    if not like.working:
        raise ValueError(f"“{amount.text}” is working time, and the promise counts all hours: write `2 days` or `5 h`")
    days = amount.elapsed / DAY
    if days < 1:
        return Duration(f"{amount.text} of working time", working_hours=amount.elapsed / HOUR)
    return Duration(f"{float(days):g} working {'day' if days == 1 else 'days'}", working_days=days)


def _owner(workspace: Workspace, word: str) -> Hypothesis:
    owners = [owner for journey in workspace.journeys.values() for owner in journey.owners.values()]
    found = [owner for owner in owners if word in (owner.key, owner.name, short(owner.id))]
    if not found:
        raise _unknown("owner", word, (name for owner in owners for name in (owner.key, owner.name)))
    return Hypothesis(HypothesisKind.OWNER, f"owner:{word}", found[0].name, frozenset(owner.id for owner in found))


def _system(workspace: Workspace, word: str) -> Hypothesis:
    known = {
        system for journey in workspace.journeys.values() for action in journey.actions for system in action.system
    }
    if word not in known:
        raise _unknown("system", word, sorted(known))
    return Hypothesis(HypothesisKind.SYSTEM, f"system:{word}", word, frozenset({word}))


def promise_named(workspace: Workspace, word: str) -> PromiseNode:
    """The promise of a key, `journey/key`, its own words or their slug. Raises UsageError for none, or for several."""
    return _single(word, "promise", _named_promises(workspace))


def promises_called(workspace: Workspace, word: str) -> tuple[PromiseNode, ...]:
    """All promises of a key, `journey/key` or words, in the order of the files."""
    return tuple(dict.fromkeys(node for name, node in _named_promises(workspace) if name == word))


def promise_words(workspace: Workspace) -> Iterable[str]:
    """The words by which promises can be spoken of."""
    return dict.fromkeys(name for name, _ in _named_promises(workspace))


def _named_promises(workspace: Workspace) -> Sequence[tuple[str, PromiseNode]]:
    nodes = workspace.promises.values()
    return [(word, node) for node in nodes for word in (node.key, short(node.id), node.name, slug(node.name))]


def _named_actions(workspace: Workspace) -> Sequence[tuple[str, ActionNode]]:
    """Every company action by the words of the file: its id, its name and its slug, `step.lane` and `step.lane.2`."""
    found: list[tuple[str, ActionNode]] = []
    for journey in workspace.journeys.values():
        for action in journey.actions:
            if action.company:
                step = journey.step_of(action)
                alone = len(journey.cell(step.id, action.lane.id)) == 1
                cells = [f"{name}.{action.lane.id}" for name in (step.key, step.name)]
                words = [
                    action.key,
                    action.name,
                    slug(action.name),
                    *(f"{cell}.{action.order + 1}" for cell in cells),
                    *(cells if alone else ()),
                ]
                found += [(word, action) for word in (*words, *(f"{journey.id}/{word}" for word in words))]
    return found


def _single(word: str, what: str, named: Sequence[tuple[str, T]]) -> T:
    found = list({node.id: node for name, node in named if name == word}.values())
    if not found:
        raise _unknown(what, word, (name for name, _ in named))
    if len(found) > 1:
        raise UsageError(f"“{word}” is the {what} {' and '.join(short(node.id) for node in found[:5])}: say which")
    return found[0]


def _unknown(what: str, word: str, known: Iterable[str]) -> UsageError:
    help_ = did_you_mean(word, dict.fromkeys(known))
    return UsageError(f"no {what} is called “{word}”: {help_}" if help_ else f"no {what} is named in these journeys")
