"""Two states of a workspace compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from journeys.checks.told import told
from journeys.checks.triage.examine import examine
from journeys.features.diff.changes import FindingChange, How, JourneyDiff, PromiseChange, WorkspaceDiff
from journeys.features.diff.consent import agreements
from journeys.features.diff.declared import shared
from journeys.features.diff.designed import all_designed, designed
from journeys.features.diff.matching import Matching, match
from journeys.features.diff.nodes import all_of, people, steps_and_actions, whole
from journeys.features.diff.terms import promisees, promiser, terms
from journeys.graph.journey import JourneyGraph, JourneyPromise
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace, workspace_around
from journeys.language.finding import Located

_MOST_ASSUMED = 12


def compare(old: Workspace, new: Workspace) -> WorkspaceDiff:
    """What became of a workspace: its people, journeys and promises, its findings, and who has to agree.

    Only the journeys that were asked for are told of; who relies on them is looked for in all.
    """
    matching = match(old, new)
    journeys = tuple(_journeys(old, new, matching))
    appeared, gone = _findings(old, new)
    changed_people = tuple(people(old, new, matching))
    agreeing = agreements(journeys, old, new, matching)
    was, is_ = (_called(each) for each in (old, new))
    declared = (*shared(old, new), *designed(old.purpose, new.purpose, was, is_, matching))
    return WorkspaceDiff(journeys, changed_people, declared, appeared, gone, agreeing)


def _called(workspace: Workspace) -> Callable[[str], str]:
    """What the nodes of a workspace are called."""

    def called(id_: str) -> str:
        node = workspace.find(id_)
        return node.name if node else id_

    return called


def _journeys(old: Workspace, new: Workspace, matching: Matching) -> Iterator[JourneyDiff]:
    partners = {after.id: before for before, after in matching.journeys}
    for journey in new.selected:
        before = partners.get(journey.id)
        if before is None:
            nodes = (*all_of(journey, How.ADDED), *all_designed(journey.purpose, How.ADDED))
            yield JourneyDiff(journey.id, journey.name, journey.file, How.ADDED, None, nodes, tuple(_made(journey)))
            continue
        itself = whole(before, journey, matching)
        entries = designed(before.purpose, journey.purpose, before.called, journey.called, matching)
        nodes = (*steps_and_actions(before, journey, matching), *entries)
        promises = tuple(_promises(before, journey, matching))
        if itself or nodes or promises:
            yield JourneyDiff(journey.id, journey.name, journey.file, How.CHANGED, itself, nodes, promises)
    known = {before.id for before, _ in matching.journeys}
    for journey in old.selected:
        if journey.id not in known:
            nodes = (*all_of(journey, How.REMOVED), *all_designed(journey.purpose, How.REMOVED))
            yield JourneyDiff(
                journey.id, journey.name, journey.file, How.REMOVED, None, nodes, tuple(_dropped(journey))
            )


def _promises(old: JourneyGraph, new: JourneyGraph, matching: Matching) -> Iterator[PromiseChange]:
    back = {matching.ids[one.node.id]: one for one in old.promises.values() if one.node.id in matching.ids}
    for after in new.promises.values():
        before = back.get(after.node.id)
        if before is None:
            yield _new(after)
        else:
            yield from _changed(before, after, matching)
    yield from _dropped(old, matching)


def _changed(old: JourneyPromise, new: JourneyPromise, matching: Matching) -> Iterator[PromiseChange]:
    found = tuple(terms(old, new, matching))
    if found or old.node.name != new.node.name:
        before, after = old.node, new.node
        yield PromiseChange(
            How.CHANGED, after.id, after.key, after.name, promiser(new), promisees(new), before.id, before.name, found,
            old.verdict.state.value, new.verdict.state.value, _why(new),
            () if old.verdict.state is State.ASSUMED else _assumed(new),
        )  # fmt: skip


def _made(journey: JourneyGraph) -> Iterator[PromiseChange]:
    return (_new(promise) for promise in journey.promises.values())


def _new(promise: JourneyPromise) -> PromiseChange:
    node, state = promise.node, promise.verdict.state.value
    return PromiseChange(
        How.ADDED,
        node.id,
        node.key,
        node.name,
        promiser(promise),
        promisees(promise),
        new_state=state,
        why=_why(promise),
        assumed=_assumed(promise),
    )


def _dropped(journey: JourneyGraph, matching: Matching | None = None) -> Iterator[PromiseChange]:
    for old in journey.promises.values():
        node = old.node
        if matching is None or node.id not in matching.ids:
            yield PromiseChange(
                How.REMOVED, node.id, node.key, node.name, promiser(old), promisees(old), node.id, node.name,
                old_state=old.verdict.state.value,
            )  # fmt: skip


def _assumed(promise: JourneyPromise) -> tuple[str, ...]:
    """What an assumed promise takes for nothing, its own first."""
    if promise.verdict.state is not State.ASSUMED:
        return ()
    workspace = workspace_around(promise.journey)
    found = workspace.leanings.of(promise.node.id)
    return tuple(told(one.assumption, workspace).message for one in islice(found, _MOST_ASSUMED))


def _why(promise: JourneyPromise) -> str:
    """Why a broken promise is broken, by the nearest cause."""
    if promise.verdict.state is not State.BROKEN:
        return ""
    workspace = workspace_around(promise.journey)
    breakage = workspace.breakage(promise.node.id)
    return told(breakage.cause, workspace).message if breakage else ""


def _findings(old: Workspace, new: Workspace) -> tuple[tuple[FindingChange, ...], tuple[FindingChange, ...]]:
    """The findings that appeared and went. One that says the same of another place has only moved."""
    before, after = list(examine(old).located), list(examine(new).located)
    before, after = _unlike(before, after, by_mark=True)
    before, after = _unlike(before, after, by_mark=False)
    return tuple(map(_finding, after)), tuple(map(_finding, before))


def _unlike(old: list[Located], new: list[Located], *, by_mark: bool) -> tuple[list[Located], list[Located]]:
    """Both without what is in both."""

    def mark(item: Located) -> tuple[str, ...]:
        return (item.fingerprint,) if by_mark else (item.finding.code, item.finding.message)

    def left(items: list[Located], others: list[Located]) -> list[Located]:
        known = Counter(map(mark, others))
        result = []
        for item in items:
            if known[mark(item)]:
                known[mark(item)] -= 1
            else:
                result.append(item)
        return result

    return left(old, new), left(new, old)


def _finding(item: Located) -> FindingChange:
    finding = item.finding
    line, column = item.source.position(item.span.start)
    return FindingChange(
        finding.code,
        finding.name,
        finding.severity.value,
        finding.message,
        item.source.name,
        line,
        column,
        item.fingerprint,
    )
