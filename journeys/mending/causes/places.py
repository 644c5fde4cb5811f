"""Remedies where a promise is made or kept nowhere, or not on every way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeys.checks.fixes import flowing
from journeys.graph.algorithms import leading_to
from journeys.graph.facts import Entry, Missed
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, StepNode
from journeys.language.finding import Edit
from journeys.language.words import nearest
from journeys.mending.case import MOST_CHOICES, Case, step_word, term
from journeys.mending.remedy import Remedy, RemedyKind


def kept_at_an_action(case: Case) -> Iterator[Remedy]:
    """What the company does at the step that was named, or at the one nearest in name."""
    assert isinstance(case.facts, Entry)
    word, place, _ = case.node.unfit[case.facts.number]
    step = _meant(case.journey, word)
    for action in _actions_at(case, step) if step else ():
        text = f"keep “{case.node.name}” at “{action.name}”"
        edit = Edit(place, "replace", action.key)
        yield Remedy(RemedyKind.PLACE, text, (edit,), case.people(case.node.by, action.owner))


def _meant(journey: JourneyGraph, word: str) -> StepNode | None:
    """The step of what a word names, be it a step or anything in one; else the step nearest in name."""
    names = {name: journey.step_of(action) for action in journey.actions for name in (action.name, action.key)}
    names.update({name: step for step in journey.steps for name in (step.name, step.key)})
    said = word.partition(".")[0]
    return names.get(word) or names.get(said) or names.get(nearest(said, names) or "")


def _actions_at(case: Case, step: StepNode) -> Sequence[ActionNode]:
    found = [action for action in case.journey.actions_of(step.id) if action.company]
    return sorted(found, key=lambda action: action.owner != case.node.by)[:MOST_CHOICES]


def kept_somewhere(case: Case) -> Iterator[Remedy]:
    """What the promiser does, the last first: there it is most often delivered."""
    node = case.node
    own = [one for one in case.journey.actions if one.company and one.owner and one.owner == node.by]
    for action in own[: -MOST_CHOICES - 1 : -1]:
        text = f"keep “{node.name}” at “{action.name}”, at “{case.journey.step_of(action).name}”"
        yield Remedy(RemedyKind.PLACE, text, (term(node, "kept", flowing(action.key)),), case.people(node.by))


def made_somewhere(case: Case) -> Iterator[Remedy]:
    """Where the journey starts, or where it is kept."""
    yield from _made_at(case, [*case.journey.starts, *_kept_steps(case)])


def made_within_reach(case: Case) -> Iterator[Remedy]:
    """The starts from which a way leads to where it is kept, or that step itself."""
    kept = _kept_steps(case)
    leading = leading_to(case.journey.step_graph, {step.id for step in kept} & set(case.journey.step_graph))
    yield from _made_at(case, [*(step for step in case.journey.starts if step.id in leading), *kept])


def _kept_steps(case: Case) -> list[StepNode]:
    home = case.journey
    actions = (home.action(id_) for id_ in case.node.kept)
    return [home.step_of(action) for action in actions if action.journey == home.id]


def _made_at(case: Case, steps: Sequence[StepNode]) -> Iterator[Remedy]:
    node = case.node
    for step in list({step.id: step for step in steps}.values())[:MOST_CHOICES]:
        edit = term(node, "made", flowing(step_word(case.journey, step)))
        text = f"make “{node.name}” at “{step.name}”"
        yield Remedy(RemedyKind.PLACE, text, (edit,), case.parties(node))


def released(case: Case) -> Iterator[Remedy]:
    """Where it is missed releases it: all such ends, and where a way goes round and round."""
    assert isinstance(case.facts, Missed)
    node, journey = case.node, case.journey
    lasts = dict.fromkeys(escape.steps[-1] for escape in case.facts.escapes)
    steps = [step for step in journey.steps if step.id in lasts]
    if len(steps) == len(lasts):
        words = tuple(step_word(journey, step) for step in steps)
        named = ", ".join(f"“{step.name}”" for step in steps)
        text = f"release “{node.name}” at {named}: whoever comes there is owed it no more"
        edit = Edit(node.place, "extend", key="unless", items=words)
        yield Remedy(RemedyKind.RELEASE, text, (edit,), case.parties(node), (node.id,))
