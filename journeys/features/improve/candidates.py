"""The small changes that a journey asks for, each with what it would do to the promises to customers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeys.api import edited
from journeys.checks.fixes import flowing
from journeys.checks.registry import by_name
from journeys.checks.told import told
from journeys.features.improve.candidate import Candidate, CandidateKind
from journeys.features.improve.entry import FILL_IN, change_entry
from journeys.graph.answering import answering
from journeys.graph.hardship import low_points, silent_waits
from journeys.graph.journey import JourneyGraph
from journeys.graph.node import short
from journeys.graph.nodes import ActionNode, OwnerNode, PromiseNode, StepNode
from journeys.graph.purpose_nodes import ExpectationNode
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace
from journeys.language.finding import Edit, Entered, Place
from journeys.language.model.duration import MINUTE
from journeys.language.model.names import slug
from journeys.mending import Mend, RemedyKind, mends
from journeys.mending.effects import effects
from journeys.mending.imagined import changed

ENOUGH = 120
"""How often promises are judged for the least mend of one of them."""


def candidates(workspace: Workspace, journey: JourneyGraph) -> tuple[Candidate, ...]:
    """What could be changed next in a journey, what weighs most first."""
    found = (
        *_mends(workspace, journey),
        *_expectations(workspace, journey),
        *_waits(journey),
        *_pains(journey),
        *_voices(workspace, journey),
    )
    return tuple(_once(sorted(found, key=lambda one: one.rank)))


def _once(ranked: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each change once; no mend of what one before it mends too."""
    told_of: set[str] = set()
    mended: set[str] = set()
    for one in ranked:
        if one.do in told_of or (one.kind is CandidateKind.MEND and mended.issuperset(one.mended)):
            continue
        told_of.add(one.do)
        mended.update(one.mended)
        yield one


def _names(workspace: Workspace, ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(workspace.node(id_).name for id_ in ids)


def _assumed(workspace: Workspace) -> int:
    states = (workspace.verdicts[id_].state for id_, node in workspace.promises.items() if node.to_customer)
    return sum(state is State.ASSUMED for state in states)


def _mends(workspace: Workspace, journey: JourneyGraph) -> Iterator[Candidate]:
    """The least that makes a promise to a customer hold which does not."""
    for node in journey.promise_nodes:
        if not node.to_customer or workspace.verdicts[node.id].state.holds:
            continue
        found = mends(workspace, node.id, most=ENOUGH, seek=State.ASSUMED).ways
        if found:
            yield _mend(workspace, journey, node, found[0])


def _mend(workspace: Workspace, journey: JourneyGraph, node: PromiseNode, way: Mend) -> Candidate:
    done = [one.text for one in way.remedies if one.kind is not RemedyKind.SAID]
    do = _sentence("; ".join(done))
    breakage = workspace.breakage(node.id)
    because = f"“{node.name}” is {workspace.verdicts[node.id].state}"
    if breakage:
        because += f": {told(breakage.cause, workspace).message}"
    must_be = sum(one.must_be for one in _answered(journey, way.effects.mended))
    steps = _edited(journey, way) or _kept(journey, node)
    expects = next((one.key for one in _answered(journey, [node.id])), node.name)
    return Candidate(
        CandidateKind.MEND, do, because, tuple(step.name for step in steps),
        change_entry(journey, do, steps, key=f"mend-{node.key}", kind="alter", expects=expects),
        way.effects.mended, (*way.effects.broken, *way.effects.worse), _assumed(edited(workspace, way.texts)), must_be,
        agree=_names(workspace, way.agree), effort=len(way.remedies),
        command=f"journeys mend {short(node.id)}",
    )  # fmt: skip


def _edited(journey: JourneyGraph, way: Mend) -> list[StepNode]:
    """The steps in which a mend writes."""
    places = [edit.place for one in way.remedies for edit in one.edits if edit.place.file == journey.file]
    return [
        step
        for step in journey.steps
        if any(place.path[: len(step.place.path) - 1] == step.place.path[:-1] for place in places)
    ]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _kept(journey: JourneyGraph, node: PromiseNode) -> list[StepNode]:
    actions = (journey.action(id_) for id_ in node.kept)
    steps = [journey.step_of(action) for action in actions if action.journey == journey.id]
    return list({step.id: step for step in steps}.values())


def _answered(journey: JourneyGraph, promises: Sequence[str]) -> list[ExpectationNode]:
    """The expectations that some promises answer."""
    asked = frozenset(promises)
    answers = answering(journey)
    return [one for id_, one in journey.expectations.items() if any(promise.id in asked for promise in answers[id_])]


def _expectations(workspace: Workspace, journey: JourneyGraph) -> Iterator[Candidate]:
    """A promise for what customers want and nobody answers, at the step where it is expected."""
    answers = answering(journey)
    for id_, one in journey.expectations.items():
        step = journey.node(one.step)
        if one.wanted and not answers[id_] and isinstance(step, StepNode):
            yield _promise(workspace, journey, step, one)


def _promise(workspace: Workspace, journey: JourneyGraph, step: StepNode, one: ExpectationNode) -> Candidate:
    touchpoint = next((action for action in journey.touchpoints(step.id) if action.owner), None)
    customer = journey.customers[0] if journey.customers else None
    owner = journey.owner_of(touchpoint) if touchpoint else None
    who = owner.name if owner else "somebody"
    do = f"Let {who} promise what customers expect at “{step.name}”: “{one.name}”"
    because = f"customers expect “{one.name}”{f' ({one.kano})' if one.kano else ''}, and no promise answers it"
    entry = change_entry(
        journey, f"Promise: {one.name}", [step], kind="add", answers=[one.key], expects=one.key
    )  # fmt: skip
    must_be = int(one.must_be)
    plain = Candidate(
        CandidateKind.EXPECTATION, do, because, (step.name,), entry, must_be=must_be, agree=(who,), effort=2
    )
    if touchpoint is None or owner is None or customer is None:
        return plain
    return _weighed(workspace, journey, plain, _entered(journey, one, touchpoint, owner, customer.key))


def _entered(
    journey: JourneyGraph, one: ExpectationNode, touchpoint: ActionNode, owner: OwnerNode, customer: str
) -> Entered:
    key = slug(one.name) or one.key
    step = journey.step_of(touchpoint)
    return Entered(
        key if key not in journey.promises else f"{key}-promised",
        (
            ("promise", one.name), ("by", owner.key), ("to", customer), ("made", step.key), ("kept", touchpoint.key),
            ("answers", (one.key,)),
        ),
    )  # fmt: skip


def _weighed(workspace: Workspace, journey: JourneyGraph, one: Candidate, entered: Entered) -> Candidate:
    """A candidate with what its promise would do to all, and be worth itself."""
    edit = Edit(Place(journey.file, ()), "enter", key="promises", entries=(entered,))
    texts = changed(workspace, (edit,), proven=False)
    after = edited(workspace, texts) if texts else workspace
    found = effects(workspace, after)
    own = f"promise:{journey.id}/{entered.key}"
    verdict = after.verdicts.get(own)
    holds = verdict is not None and verdict.state.holds
    broken = (*found.broken, *found.worse, *(() if holds or not texts else (own,)))
    lines = ("promises:", f"  {entered.key}: {flowing(dict(entered.says))}")
    return replace(one, mended=found.mended, broken=broken, assumed=_assumed(after), writes=lines)


def _waits(journey: JourneyGraph) -> Iterator[Candidate]:
    """A word in a wait in which nothing is heard."""
    limit = by_name()["silent-wait"].limit or 0
    for step in silent_waits(journey, limit * MINUTE):
        change = f"Tell customers at “{step.name}” how far it is before they ask"
        because = f"they wait {step.wait} there, and hear nothing"
        entry = change_entry(journey, change, [step], kind="add", expects="I know how far it is", proactive=True)
        yield Candidate(CandidateKind.WAIT, change, because, (step.name,), entry, agree=_owners(journey, step))


def _owners(journey: JourneyGraph, step: StepNode) -> tuple[str, ...]:
    """Who would do it: the owner of the step's first touchpoint, else of the first that the company does there."""
    actions = [*journey.touchpoints(step.id), *(one for one in journey.actions_of(step.id) if one.company)]
    owner = next((journey.owner_of(action) for action in actions if action.owner), None)
    return (owner.name,) if owner else ()


def _pains(journey: JourneyGraph) -> Iterator[Candidate]:
    """What could be tried about a pain; and a low point, of which it is said that it is one."""
    low = {step.id for step in low_points(journey)}
    for step in journey.steps:
        felt = f"customers feel worst at “{step.name}” ({step.feeling:g})" if step.id in low and step.feeling else ""
        kind = CandidateKind.LOW_POINT if felt else CandidateKind.PAIN
        hurts = "; ".join(step.pains or (step.thought if felt else ()))
        because = ": ".join(filter(None, (felt, f"“{hurts}”" if hurts else "")))
        if step.opportunities and because:
            for change in step.opportunities:
                entry = change_entry(journey, change, [step], kind="add", expects=FILL_IN)
                yield Candidate(kind, f"Try at “{step.name}”: {change}", because, (step.name,), entry,
                                agree=_owners(journey, step))  # fmt: skip
        elif felt:
            do = f"Find one thing that hurts less at “{step.name}”"
            entry = change_entry(journey, FILL_IN, [step], key=f"better-{step.key}", kind="alter", expects=FILL_IN)
            yield Candidate(kind, do, because, (step.name,), entry, agree=_owners(journey, step), effort=2)


def _voices(workspace: Workspace, journey: JourneyGraph) -> Iterator[Candidate]:
    """An answer to what was said, and no change answers."""
    for heard in workspace.hearing.heard:
        voice = heard.voice
        steps = _steps(workspace, voice.at)
        here = [step for step in steps if step.journey == journey.id]
        if not heard.open or not (here or (voice.journey == journey.id and not steps)):
            continue
        who = workspace.node(voice.by).name if voice.by else voice.by_text or "somebody"
        when = f", heard on {voice.heard}" if voice.heard else ""
        entry = change_entry(journey, FILL_IN, here, key=f"answer-{voice.key}", answers=[voice.key], expects=FILL_IN)
        yield Candidate(
            CandidateKind.VOICE, f"Answer what {who} said: “{voice.name}”", f"no change answers it{when}",
            tuple(step.name for step in here), entry, voices=1,
            agree=tuple(dict.fromkeys(name for step in here for name in _owners(journey, step))),
        )  # fmt: skip


def _steps(workspace: Workspace, ids: Sequence[str]) -> list[StepNode]:
    found: Mapping[str, StepNode] = {
        step.id: step
        for id_ in ids
        for node in [workspace.find(id_)]
        for step in [workspace.find(node.step) if isinstance(node, ActionNode) else node]
        if isinstance(step, StepNode)
    }
    return list(found.values())
