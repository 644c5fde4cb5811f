"""Why each point of the calculus holds for a promise, in a sentence and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from journeys.checks.report.summary import counted
from journeys.features.ledger.entry import listed, rates, slack_of
from journeys.graph.handoffs import backing
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.graph.resting import links_below
from journeys.graph.verdict import Point, Silence, State, Verdict
from journeys.graph.workspace import Workspace
from journeys.language.model.duration import say_seconds
from journeys.language.quantities import percent, to_spare, week_moment

_POINTS = {
    Silence.TIME: Point.IN_TIME,
    Silence.CONDITION: Point.CONDITIONS,
    Silence.INDEPENDENCE: Point.OFTEN_ENOUGH,
    Silence.RATE: Point.OFTEN_ENOUGH,
}
"""The point that leans on each kind of silence."""


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
        leaning = {_POINTS[one.silence] for one in self.verdict.assumptions}
        leaning |= {Point.CONDITIONS} if self.verdict.assumed_conditions else set()
        failing = {cause.point for cause in self.verdict.causes}
        asked = {
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
        if Point.KEPT in failing:
            failing |= {Point.EVERY_PATH, Point.OWN_BEHAVIOUR, Point.BACKED, Point.IN_TIME}
        for point, claim in asked.items():
            found = claim() if point not in failing else None
            if found is not None:
                yield replace(found, assumed=True) if point in leaning else found

    def _promised(self) -> Claim:
        owner = self.journey.owner_of(self.node)
        holder = f", a post that {owner.holder} fills," if owner and owner.holder else ""
        to = " and ".join(map(self.called, self.node.to))
        return Claim(Point.PROMISED, f"{self.called(self.node.by)}{holder} promises it to {to}")

    def _kept(self) -> Claim:
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

    def _every_path(self) -> Claim | None:
        if self.node.standing:
            return None
        names = [f"“{name}”" for name in dict.fromkeys(self.journey.step_of(one).name for one in self.kept)]
        steps = f"one of {listed(names)}" if self.node.any_place and len(names) > 1 else listed(names)
        released = listed([f"“{self.called(step)}”" for step in self.node.unless])
        more = f", or through {released}, which releases it" if released else ""
        return Claim(Point.EVERY_PATH, f"every way from there comes to {steps}{more}")

    def _own_behaviour(self) -> Claim:
        by = self.called(self.node.by)
        facts = [
            f"{self.called(action.owner)} does “{action.name}”, and promises {by} so: “{promise.name}”"
            for action in self.kept
            if action.owner != self.node.by and (promise := self._backing(action, self.node.by))
        ]
        own = sum(action.owner == self.node.by for action in self.kept)
        says = f"{by} does what keeps it" if own == len(self.kept) else "whoever does what keeps it has promised it"
        return Claim(Point.OWN_BEHAVIOUR, says, tuple(facts))

    def _backing(self, action: ActionNode, to: str) -> PromiseNode | None:
        """The promise by an action's owner, kept there, to somebody, that this one relies on."""
        return next((one for one in backing(self.journey, action, to) if one.id in self.relied), None)

    def _backed(self) -> Claim:
        facts: list[str] = []
        within = 0
        for above, below in self._links():
            promise = self._backing(below, above.owner)
            if above.owner == below.owner or promise is None:
                within += 1
            else:
                facts.append(
                    f"“{above.name}” ({self.called(above.owner)}) needs “{below.name}” ({self.called(below.owner)}), "
                    f"which is promised: “{promise.name}”"
                )
        if not facts and not within:
            return Claim(Point.BACKED, "nothing else stands behind it")
        hands = f"{counted(within, 'link')} within one owner's hands" if within else ""
        words = f"{counted(len(facts), 'handoff')}, each with a promise" if facts else ""
        return Claim(Point.BACKED, " and ".join(filter(None, (words, hands))), tuple(facts))

    def _links(self) -> Iterator[tuple[ActionNode, ActionNode]]:
        """The links below, as far down as this promise answers for: from a condition's place on that one does."""
        nodes = self.workspace.promises
        answered = {action for id_ in self.node.conditions if id_ in nodes for action in nodes[id_].kept}
        return links_below(self.workspace.journeys, self.node, answered)

    def _conditions(self) -> Claim | None:
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

    def _no_circle(self) -> Claim | None:
        return Claim(Point.NO_CIRCLE, "none of them waits for this one") if self.relied else None

    def _in_time(self) -> Claim | None:
        timing, within = self.verdict.timing, self.node.within
        if timing is None or within is None or timing.slack is None:
            return Claim(Point.IN_TIME, "it names no deadline") if within is None else None
        measure = self.journey.working_time if timing.working and not timing.calendar else None
        facts = tuple(
            f"{_after(moment.seconds, say_seconds(moment.seconds, working_time=measure))}: “{moment.name}”"
            f"{' is kept' if moment.node in self.workspace.promises else ''}"
            for moment in timing.critical_path
        )
        room = f"with {to_spare(slack_of(timing, self.journey))}"
        worst = f"; made {week_moment(timing.start)}, the worst moment of a week" if timing.calendar else ""
        latest = say_seconds(timing.latest, working_time=measure)
        silent = any(one.silence is Silence.TIME for one in self.verdict.assumptions)
        room += ", if what says no time takes none" if silent else ""
        return Claim(Point.IN_TIME, f"promised within {within}{worst}, it takes {latest} at the longest, {room}", facts)

    def _often_enough(self) -> Claim | None:
        rate, stated = self.verdict.rate, self.node.at_least
        if rate is None or (stated is None and not self.relied):
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

    def _one_word(self) -> Claim:
        return Claim(Point.ONE_WORD, "no other promise gives another word on it")


def _after(seconds: Fraction, said: str) -> str:
    return f"after {said}" if seconds else "at once"
