"""Why each point of the calculus holds for a promise, in a sentence and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from journeys.checks.moments import due_and_kept
from journeys.features.ledger.entry import listed, rates, slack_of
from journeys.features.ledger.stops import path_stops, told_stops
from journeys.graph.facts import Backed, Own, Rate, Timing
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.graph.verdict import Point, Silence, State, Verdict
from journeys.graph.workspace import Workspace
from journeys.language.model.duration import say_seconds
from journeys.language.quantities import counted, percent, to_spare, week_moment


@dataclass(frozen=True, slots=True)
class Claim:
    """A point of the calculus that holds: `says` why, `rests_on` are the single facts behind it.

    `assumed`: it holds if what nobody wrote down, here or at what it relies on, is nothing.
    """

    point: Point
    says: str
    rests_on: tuple[str, ...] = ()
    assumed: bool = False


def claims(workspace: Workspace, promise: PromiseNode) -> tuple[Claim, ...]:
    """The points that hold, in the order of calculus.md. Those that fail, or were not asked, are left out."""
    return tuple(_Proof(workspace, promise).claims())


class _Proof:
    """A promise, and what can be said for it."""

    def __init__(self, workspace: Workspace, node: PromiseNode) -> None:
        self.workspace = workspace
        self.node = node
        self.journey: JourneyGraph = workspace.journeys[node.journey]
        self.verdict: Verdict = workspace.verdicts[node.id]
        self.called = self.journey.called
        self.kept: Sequence[ActionNode] = [self.journey.action(id_) for id_ in node.kept]
        self.relied = workspace.relies_on(node.id)

    def claims(self) -> Iterator[Claim]:
        leaning = {one.silence.point for one in self.verdict.assumptions}
        leaning |= {Point.CONDITIONS} if self.verdict.assumed_conditions else set()
        told: dict[Point, Callable[[Any], Claim | None]] = {
            Point.PROMISED: self._promised,
            Point.KEPT: self._kept,
            Point.EVERY_PATH: self._every_path,
            Point.OWN_BEHAVIOUR: self._own_behaviour,
            Point.BACKED: self._backed,
            Point.CONDITIONS: self._conditions,
            Point.NO_CIRCLE: self._no_circle,
            Point.IN_TIME: self._in_time,
            Point.OFTEN_ENOUGH: self._often_enough,
            Point.ONE_WORD: self._one_word,
        }
        for point, claim in told.items():
            found = claim(self.verdict.held[point]) if point in self.verdict.held else None
            if found is not None:
                yield replace(found, assumed=True) if point in leaning else found

    def _promised(self, _: None) -> Claim:
        owner = self.journey.owner_of(self.node)
        holder = f", a post that {owner.holder} fills," if owner and owner.holder else ""
        to = " and ".join(map(self.called, self.node.to))
        return Claim(Point.PROMISED, f"{self.called(self.node.by)}{holder} promises it to {to}")

    def _kept(self, _: None) -> Claim:
        any_ = self.node.any_place
        keeps = "can keep it, as one of several places" if any_ and len(self.kept) > 1 else "keeps it"
        facts = tuple(f"“{action.name}” at “{self.journey.step_of(action).name}” {keeps}" for action in self.kept)
        if self.node.standing:
            says = "it stands always, and is kept wherever the two meet"
        else:
            made = listed(
                [f"“{self.called(step)}”{f' when {when}' if when else ''}" for step, when in self.node.makings]
            )
            says = f"it is made at {made}, and has a place where it is kept"
        return Claim(Point.KEPT, says, facts)

    def _every_path(self, _: None) -> Claim:
        names = [f"“{name}”" for name in dict.fromkeys(self.journey.step_of(one).name for one in self.kept)]
        steps = f"one of {listed(names)}" if self.node.any_place and len(names) > 1 else listed(names)
        released = listed([f"“{self.called(step)}”" for step in self.node.unless])
        more = f", or through {released}, which releases it" if released else ""
        return Claim(Point.EVERY_PATH, f"every way from there comes to {steps}{more}")

    def _own_behaviour(self, own: Own) -> Claim:
        called, by = self.called, self.called(self.node.by)
        facts = tuple(
            f"{self._owner(one.below)} does “{called(one.below)}”, and promises {by} so: “{called(one.promise)}”"
            for one in own.others
        )
        says = "whoever does what keeps it has promised it" if facts else f"{by} does what keeps it"
        return Claim(Point.OWN_BEHAVIOUR, says, facts)

    def _owner(self, action: str) -> str:
        node = self.journey.action(action)
        return self.called(node.owner) if node.owner else f"“{node.owner_text}”"

    def _backed(self, found: Backed) -> Claim:
        if not found.links:
            return Claim(Point.BACKED, "nothing else stands behind it")
        facts = tuple(
            f"“{self.called(above)}” ({self._owner(above)}) needs “{self.called(below)}” ({self._owner(below)}), "
            f"which is promised: “{self.called(promise)}”"
            for above, below, promise in found.handoffs
        )
        within = found.links - len(facts)
        hands = f"{counted(within, 'link')} within one owner's hands" if within else ""
        each = "each with" if len(facts) > 1 else "with"
        words = f"{counted(len(facts), 'handoff')}, {each} a promise" if facts else ""
        return Claim(Point.BACKED, " and ".join(filter(None, (words, hands))), facts)

    def _conditions(self, _: None) -> Claim | None:
        direct = self.node.conditions
        if not direct:
            return Claim(Point.CONDITIONS, "it relies on no other promise")
        if self.verdict.broken_conditions or self.verdict.unproven_conditions:
            return None
        deeper = len(self.relied) - len(direct)
        more = f", and on {counted(deeper, 'more promise')} beneath" if deeper else ""
        return Claim(Point.CONDITIONS, f"it relies on {counted(len(direct), 'promise')}{more}, {self._how_sound()}")

    def _how_sound(self) -> str:
        states = [self.workspace.verdicts[id_].state for id_ in self.relied]
        assumed = states.count(State.ASSUMED)
        if len(states) == 1:
            return "which is assumed" if assumed else "which is sound"
        if not assumed:
            return "all of them sound"
        return "all of them assumed" if assumed == len(states) else f"{assumed} of them assumed, the others sound"

    def _no_circle(self, _: None) -> Claim | None:
        return Claim(Point.NO_CIRCLE, "none of them waits for this one") if self.relied else None

    def _in_time(self, timing: Timing | None) -> Claim:
        if timing is None:
            return Claim(Point.IN_TIME, "it names no deadline")
        room = f"with {to_spare(slack_of(timing, self.journey))}"
        if timing.calendar and timing.slack is not None:
            due = due_and_kept(timing.start, timing.latest, timing.slack)
            takes = f"made {week_moment(timing.start)}, the worst moment of a week, {due}"
        else:
            latest = say_seconds(timing.latest, working_time=timing.measure(self.journey.working_time))
            takes = f"it takes {latest} at the longest"
        silent = any(one.silence is Silence.TIME for one in self.verdict.assumptions)
        room += ", if what says no time takes none" if silent else ""
        says = f"promised within {self.node.within}{'; ' if timing.calendar else ', '}{takes}, {room}"
        return Claim(
            Point.IN_TIME, says, tuple(told_stops(self.workspace, self.journey, path_stops(self.workspace, self.node)))
        )

    def _often_enough(self, rate: Rate) -> Claim | None:
        stated = self.node.at_least
        if stated is None and not self.relied:
            return None
        if stated is None and rate.likely == 1:
            return Claim(Point.OFTEN_ENOUGH, "nobody says how often, here or beneath")
        nearest = self.workspace.nearest_rates(self.node.id)
        facts = tuple(f"{percent(share)} of the time: “{self.workspace.promises[id_].name}”" for id_, share in nearest)
        how = rates(rate.sure, rate.likely)
        if rate.sure != rate.likely:
            how = f"{percent(rate.sure)} however they fail, and {percent(rate.likely)} if they fail independently"
            if rate.shared:
                how += f" (they share {listed(self._names(rate.shared))})"
        if stated is None:
            return Claim(Point.OFTEN_ENOUGH, f"it states no rate of its own; what it relies on reaches {how}", facts)
        if not nearest:
            return Claim(
                Point.OFTEN_ENOUGH, f"promised {percent(stated)} of the time, and nothing beneath makes it less"
            )
        return Claim(
            Point.OFTEN_ENOUGH, f"promised {percent(stated)} of the time, and what it relies on reaches {how}", facts
        )

    def _names(self, things: Sequence[str], most: int = 3) -> list[str]:
        """What conditions share, by name: the first few, and how many more."""
        plain = (one.removeprefix("system:") if one.startswith("system:") else self.called(one) for one in things)
        names = [f"“{name}”" for name in dict.fromkeys(plain)]
        return names if len(names) <= most else [*names[:most], counted(len(names) - most, "more thing")]

    def _one_word(self, _: None) -> Claim:
        return Claim(Point.ONE_WORD, "no other promise gives another word on it")
