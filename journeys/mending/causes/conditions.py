"""Remedies where what a promise relies on is not there, is another's, comes too late, in a circle, or disagrees."""

from __future__ import annotations

from collections.abc import Iterator

from journeys.checks.fixes import flowing
from journeys.graph.facts import Contradiction, Entry
from journeys.graph.nodes import OwnerNode, PromiseNode
from journeys.language.finding import Edit, Place
from journeys.language.quantities import percent
from journeys.language.words import nearest
from journeys.mending.case import Case, term
from journeys.mending.remedy import Remedy, RemedyKind

_UNNEEDED = "do it only if it is not needed"


def named_aright(case: Case) -> Iterator[Remedy]:
    """The promise that was probably meant; or it is not needed."""
    assert isinstance(case.facts, Entry)
    node = case.node
    word, place, *_ = node.unmet[case.facts.number]
    others = {one.key: one for one in case.journey.promise_nodes if one.id not in (node.id, *node.conditions)}
    found = nearest(word, others)
    if found:
        text = f"write that “{node.name}” relies on “{others[found].name}”: “{word}” is no promise"
        yield Remedy(RemedyKind.RELIANCE, text, (Edit(place, "replace", found),), case.people(node.by))
    text = f"take “{word}”, which nobody promises, out of what “{node.name}” relies on"
    yield _dropped(case, node, place, text)


def promised_to_who_relies(case: Case) -> Iterator[Remedy]:
    """It is promised to whoever relies on it; or it is not needed."""
    node, other = case.node, case.workspace.promises[case.ids[1]]
    owner = case.workspace.find(node.by)
    if isinstance(owner, OwnerNode):
        text = f"let {case.owner(other.by)} promise “{other.name}” to {owner.name}"
        yield Remedy(
            RemedyKind.PROMISE,
            text,
            (term(other, "to", flowing(owner.key)),),
            case.people(other.by, *other.to, owner.id),
        )
    yield from _not_needed(case, node, other)


def done_without(case: Case) -> Iterator[Remedy]:
    """What is kept after it cannot be needed for it."""
    yield from _not_needed(case, case.node, case.workspace.promises[case.ids[1]])


def circle_opened(case: Case) -> Iterator[Remedy]:
    """One of those who wait for one another waits no more."""
    reliance = case.workspace.reliance
    circle = [reliance.ids[number] for number in reliance.circle(reliance.number[case.node.id])]
    members = frozenset(circle)
    for node in (case.workspace.promises[id_] for id_ in circle):
        for other in node.relies_on:
            if other in members:
                yield from _not_needed(case, node, case.workspace.promises[other])


def _not_needed(case: Case, node: PromiseNode, other: PromiseNode) -> Iterator[Remedy]:
    if other.id in node.relies_on:
        text = f"take “{other.name}” out of what “{node.name}” relies on"
        yield _dropped(case, node, node.relying_at(other.id), text)


def _dropped(case: Case, node: PromiseNode, place: Place, text: str) -> Remedy:
    only = len(node.relies_on) + len(node.unmet) == 1
    gone = Place(place.file, place.path[:-1]) if only else place
    edit = Edit(gone, "remove")
    return Remedy(RemedyKind.RELIANCE, text, (edit,), case.people(node.by), hint=_UNNEEDED)


def one_word(case: Case) -> Iterator[Remedy]:
    """It says what another of those says that contradict it."""
    assert isinstance(case.facts, Contradiction)
    node = case.node
    key = "at_least" if case.facts.word == "within" else "within"
    for other in (case.workspace.promises[id_] for id_ in case.facts.promises if id_ != node.id):
        said = _said(other, key)
        if said:
            text = f"let “{node.name}” say {said}, as “{other.name}” does"
            yield Remedy(RemedyKind.RATE if key == "at_least" else RemedyKind.TIME, text,
                         (term(node, key, said),), case.parties(node), (node.id,))  # fmt: skip


def _said(node: PromiseNode, key: str) -> str:
    if key == "within":
        return node.within.text if node.within else ""
    return "100%" if node.at_least is None else percent(node.at_least)
