"""One row of the ledger: a promise with its names, its times in words, and its verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from journeys.checks.told import told
from journeys.graph.facts import Timing
from journeys.graph.journey import JourneyGraph, JourneyPromise
from journeys.graph.leaning import Leaning
from journeys.graph.node import short
from journeys.graph.nodes import ActionNode, CustomerNode, OwnerNode, PromiseNode, StepNode
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace
from journeys.language.finding import Place
from journeys.language.quantities import NO_BOUND, percent, slack

# Of a promise's assumptions so many are said in the ledger; its proof has them all.
_MOST_ASSUMPTIONS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """Who owes whom what, by when, made where, kept where, and whether it holds.

    `id` is `journey/key`; `by` and `to` are ids as in the file, `by_name` and `to_names` what people call them,
    `holder` who fills the post. `made`, `kept` and `unless` are names of steps (and, for `kept`, the action);
    `made_when` the condition of each place of `made`, empty for none; `any_place`: it is kept at one of `kept`.
    `slack` is in seconds of `clock`, which is `working`, `elapsed`, or `calendar` where both occur (then elapsed
    seconds); negative when late, None where no deadline was judged, or nobody can say how late it may be. `sure_rate`
    is what the conditions reach however they fail, `likely_rate` what they reach if they fail independently, both from
    0 to 1. `relies_on` are the ids of the direct conditions, `because` is the nearest root cause if it is broken, and
    what leaves it open if it is unproven. `assumed` is the number of places at and beneath it where what nobody wrote
    down is taken for nothing, `assumptions` says the first dozen of them.
    `standing` promises are kept wherever the promiser meets the promisee; `implied` ones stand at an action.
    """

    id: str
    journey: str
    journey_name: str
    key: str
    promise: str
    by: str
    by_name: str
    holder: str
    to: tuple[str, ...]
    to_names: tuple[str, ...]
    to_customer: bool
    within: str
    at_least: Fraction | None
    made: tuple[str, ...]
    made_when: tuple[str, ...]
    kept: tuple[str, ...]
    any_place: bool
    unless: tuple[str, ...]
    standing: bool
    implied: bool
    state: State
    slack: Fraction | None
    slack_text: str
    clock: str
    sure_rate: Fraction | None
    likely_rate: Fraction | None
    relies_on: tuple[str, ...]
    because: str
    assumed: int
    assumptions: tuple[str, ...]
    measure: str
    if_broken: str
    file: str
    line: int


def entry_of(workspace: Workspace, node: PromiseNode) -> Entry:
    """The row of one promise of a workspace."""
    journey = workspace.journeys[node.journey]
    verdict = workspace.verdicts[node.id]
    owner = journey.owner_of(node)
    breakage = workspace.breakage(node.id)
    timing = verdict.timing
    boundless = JourneyPromise(node, journey).boundless
    file, line = workspace.files.position(node.place)
    return Entry(
        id=short(node.id),
        journey=journey.id,
        journey_name=journey.name,
        key=node.key,
        promise=node.name,
        by=owner.key if owner else node.by_text,
        by_name=owner.name if owner else (node.by_text or "nobody"),
        holder=owner.holder if owner else "",
        to=tuple(_key(journey, id_) for id_ in node.to) or node.to_text,
        to_names=tuple(journey.called(id_) for id_ in node.to) or node.to_text,
        to_customer=node.to_customer,
        within=str(node.within or ""),
        at_least=node.at_least,
        made=tuple(_made_at(journey, making.step) for making in node.makings),
        made_when=tuple(making.when for making in node.makings),
        kept=tuple(kept_where(journey, journey.action(action)) for action in node.kept),
        any_place=node.any_place,
        unless=tuple(journey.node(step).name for step in node.unless),
        standing=node.standing,
        implied=node.implied,
        state=verdict.state,
        slack=None if boundless else verdict.slack,
        slack_text=NO_BOUND if boundless else slack_of(timing, journey),
        clock=clock(timing) if timing else "",
        sure_rate=verdict.rate.sure if verdict.rate else None,
        likely_rate=verdict.rate.likely if verdict.rate else None,
        relies_on=tuple(short(id_) for id_ in node.conditions),
        because=told(breakage.cause, workspace).message if breakage else _left_open(workspace, node.id),
        assumed=workspace.leanings.count(node.id) if leans(verdict.state) else 0,
        assumptions=_assumptions(workspace, node) if leans(verdict.state) else (),
        measure=node.measure,
        if_broken=node.if_broken,
        file=file,
        line=line,
    )


def _left_open(workspace: Workspace, promise: str) -> str:
    """What leaves a promise open: itself, or a promise that it relies on; empty where nothing does."""
    verdict = workspace.verdicts[promise]
    if verdict.state is not State.UNPROVEN:
        return ""
    own = next((told(cause, workspace).message for cause in verdict.causes if cause.unproven), "")
    names = (workspace.promises[id_].name for id_ in verdict.unproven_conditions)
    return own or next((f"it relies on “{name}”, which is unproven" for name in names), "")


def reach(one: Entry) -> str:
    """How often what it relies on can be kept: surely, and if all fail independently; empty where nobody says."""
    if one.sure_rate is None or one.likely_rate is None or not said_rate(one):
        return ""
    return rates(one.sure_rate, one.likely_rate)


def said_rate(one: Entry) -> bool:
    """Whether it relies on anything of which somebody said how often it is kept."""
    return bool(one.relies_on) and (one.at_least is not None or one.likely_rate != 1)


def rates(sure: Fraction, likely: Fraction) -> str:
    """A sure and a likely rate in words: `96% for sure, 96.04% likely`; one figure where they are the same."""
    return percent(sure) if sure == likely else f"{percent(sure)} for sure, {percent(likely)} likely"


def assuming(one: Entry) -> str:
    """How much a promise takes for nothing, and the first of it."""
    if one.assumed == 1:
        return f"on one assumption: {one.assumptions[0]}"
    return f"on {one.assumed} assumptions, such as: {one.assumptions[0]}"


def leans(state: State) -> bool:
    """Whether it is worth saying what a promise takes for nothing: of a broken one, its root cause is."""
    return state in (State.ASSUMED, State.UNPROVEN)


def _assumptions(workspace: Workspace, node: PromiseNode) -> tuple[str, ...]:
    return tuple(said(workspace, one) for one in islice(workspace.leanings.of(node.id), _MOST_ASSUMPTIONS))


def said(workspace: Workspace, one: Leaning) -> str:
    """An assumption in words, with the condition that brings it where it is not the promise's own."""
    needed = _needed_for(workspace, one.way[-1]) if len(one.way) > 1 else ""
    return f"{told(one.assumption, workspace).message}{needed}"


def _needed_for(workspace: Workspace, promise: str) -> str:
    """Which promise leans on something, and whose it is: it may be called like an action."""
    node = workspace.promises[promise]
    by = workspace.journeys[node.journey].called(node.by) if node.by else node.by_text or "nobody"
    return f": the promise “{node.name}” ({by}) leans on it"


def _key(journey: JourneyGraph, id_: str) -> str:
    node = journey.node(id_)
    return node.key if isinstance(node, OwnerNode | CustomerNode) else short(id_)


def kept_where(journey: JourneyGraph, action: ActionNode) -> str:
    """A step and what is done there, as `step: action`; what is in another journey begins with its name."""
    return f"{_home(journey, action.journey)}{journey.step_of(action).name}: {action.name}"


def _made_at(journey: JourneyGraph, id_: str) -> str:
    step = journey.node(id_)
    return f"{_home(journey, step.journey) if isinstance(step, StepNode) else ''}{step.name}"


def _home(journey: JourneyGraph, other: str) -> str:
    """What is put before the name of a thing of another journey."""
    return "" if other == journey.id else f"{journey.workspace.journey_name(other)}/"


def made_where(entry: Entry) -> list[str]:
    """Each place where a promise is made, with its condition: `Order when “it is a gift”`."""
    return [f"{step} when “{when}”" if when else step for step, when in zip(entry.made, entry.made_when, strict=True)]


def where(workspace: Workspace, place: Place) -> str:
    """A place as `file:line`."""
    file, line = workspace.files.position(place)
    return f"{file}:{line}"


def clock(timing: Timing) -> str:
    """The kind of time a timing counts in."""
    if timing.calendar:
        return "calendar"
    return "working" if timing.working else "elapsed"


def slack_of(timing: Timing | None, journey: JourneyGraph) -> str:
    """A slack in words: `2 days`, `none`, `3 h late`; empty where there is none to speak of."""
    if timing is None or timing.slack is None:
        return ""
    return slack(timing.slack, journey.working_time if timing.working and not timing.calendar else None)


def listed(names: Sequence[str], most: int = 4) -> str:
    """Names in a row, of a long row the first `most`: `a, b and 3 more`."""
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"
