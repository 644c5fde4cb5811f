"""Promises to nodes: the written ones, those of `promised:` on actions, and what each relies on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from journeys.graph.build import Draft
from journeys.graph.names import Target
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.language.finding import Finding, KeyPath, Part, Place
from journeys.language.model.action import Action, Promised
from journeys.language.model.key import plain
from journeys.language.model.lanes import Lane, LaneKind
from journeys.language.model.promise import Promise
from journeys.language.words import did_you_mean

WHEREVER = "wherever"
# Asked for `journey/promise`: the promise's node id and nothing, or nothing and what is known there.
LookUp = Callable[[str, str], tuple[str, list[str]]]


@dataclass
class _PromiseDraft:
    """A promise being built: its node, and what could not be resolved before all were known."""

    node: PromiseNode
    conditions: tuple[str, ...]
    place: Place
    derived: bool


@dataclass
class _Supports:
    """Support both ways (`perhaps_above`: what may build on an action of a list), and the promises kept at each."""

    above: dict[str, list[str]] = field(default_factory=dict)
    perhaps_above: dict[str, list[str]] = field(default_factory=dict)
    below: dict[str, list[str]] = field(default_factory=dict)
    kept: dict[str, list[str]] = field(default_factory=dict)
    implied: dict[str, str] = field(default_factory=dict)


def add_promises(draft: Draft, look_up: LookUp) -> None:
    """All promises of a journey, in the order of the file, implied ones after the written."""
    links = _links(draft)
    drafts = [_written(draft, key, model, links) for key, model in draft.model.promises.items()]
    drafts += _implied(draft, links)
    by_key = _by_key(draft, drafts)
    by_id = {promise_draft.node.id: promise_draft.node for promise_draft in drafts}
    for node in by_id.values():
        for action in node.kept:
            links.kept.setdefault(action, []).append(node.id)
        if node.implied:
            links.implied[node.kept[0]] = node.id
    places = _DerivedPlaces(
        draft, by_id, links, {promise_draft.node.id for promise_draft in drafts if promise_draft.derived}
    )
    for promise_draft in drafts:
        relies_on, unmet = _conditions(promise_draft, by_key, look_up)
        made, unless = places.of(promise_draft.node.id)
        draft.promises.append(
            replace(
                promise_draft.node,
                made=made,
                unless=unless,
                unless_said=promise_draft.node.unless,
                relies_on=tuple(relies_on),
                relies_on_at=tuple(relies_on.values()),
                unmet=unmet,
                beneath=tuple(id_ for id_ in _beneath(promise_draft.node, links) if id_ not in relies_on),
            )
        )


def _links(draft: Draft) -> _Supports:
    links = _Supports()
    for support in draft.supports:
        if support.certain:
            links.above.setdefault(support.below, []).append(support.above)
            links.below.setdefault(support.above, []).append(support.below)
        else:
            links.perhaps_above.setdefault(support.below, []).append(support.above)
    return links


def _by_key(draft: Draft, drafts: list[_PromiseDraft]) -> dict[str, str]:
    by_key: dict[str, str] = {}
    for promise_draft in drafts:
        node = promise_draft.node
        if node.key in by_key:
            draft.findings.append(
                Finding(
                    f"the promise “{node.key}” is there twice",
                    node.place,
                    name="duplicate-id",
                    help="give one another id",
                )
            )
        by_key.setdefault(node.key, node.id)
    for promise_draft in drafts:
        by_key.setdefault(promise_draft.node.name, promise_draft.node.id)
    return by_key


def _written(draft: Draft, key: str, model: Promise, links: _Supports) -> _PromiseDraft:
    path: KeyPath = ("promises", key)
    place = Place(draft.file, draft.written(path), Part.KEY)
    by = draft.owner(model.by, draft.place(*path, "by"))
    to = draft.anyone(model.to, draft.place(*path, "to"))
    standing = model.kept == (WHEREVER,)
    draft.variants(model.for_, *path)
    kept = _standing_places(draft, by, to, links) if standing else _kept(draft, model.kept, path)
    made = [word for entry in model.made for word in entry.at]
    node = PromiseNode(
        id=f"promise:{draft.id}/{key}",
        name=model.promise,
        place=place,
        journey=draft.id,
        key=key,
        by=by,
        by_text=model.by,
        to=(to,) if to else (),
        to_text=(model.to,),
        to_customer=to.startswith("customer:"),
        made=() if standing else _made(draft, model, path),
        made_when=next((entry.when for entry in model.made if entry.when), ""),
        kept=kept,
        standing=standing,
        unless=_steps(draft, model.unless, (*path, "unless")),
        within=model.within,
        valid=model.valid,
        at_least=model.at_least,
        if_broken=model.if_broken or "",
        **plain(model),
    )
    derived = not made and not standing and not node.to_customer
    return _PromiseDraft(node, model.relies_on, Place(draft.file, (*place.path, "relies_on")), derived)


def _made(draft: Draft, model: Promise, path: KeyPath) -> tuple[str, ...]:
    found: list[str] = []
    for number, entry in enumerate(model.made):
        found += _steps(draft, entry.at, (*path, "made", number, "at"))
    return tuple(dict.fromkeys(found))


def _steps(draft: Draft, words: Iterable[str], path: KeyPath) -> tuple[str, ...]:
    return _resolved(draft, words, path, draft.references.step)


def _kept(draft: Draft, words: Iterable[str], path: KeyPath) -> tuple[str, ...]:
    return _resolved(draft, words, (*path, "kept"), draft.references.action)


def _resolved(
    draft: Draft, words: Iterable[str], path: KeyPath, resolve: Callable[[str, Place], Target]
) -> tuple[str, ...]:
    found: list[str] = []
    for number, word in enumerate(words):
        target = resolve(word, draft.place(*path, number))
        if target.finding:
            draft.findings.append(target.finding)
        found += [node.id for node in target.nodes]
    return tuple(dict.fromkeys(found))


def _standing_places(draft: Draft, by: str, to: str, links: _Supports) -> tuple[str, ...]:
    """Each action of the promiser that supports, or is set off by, one of the promisee's."""
    if not by or not to:
        return ()
    owners = {action.id: action.owner for action in draft.actions}
    customers = {action.id for action in draft.actions if not action.company}
    asked = {key: list(value) for key, value in links.above.items()}
    for trigger in draft.triggers:
        asked.setdefault(trigger.target, []).append(trigger.source)
    return tuple(
        action.id
        for action in draft.actions
        if action.company
        and action.owner == by
        and any(
            (above in customers if to.startswith("customer:") else owners[above] == to)
            for above in asked.get(action.id, ())
        )
    )


def _implied(draft: Draft, links: _Supports) -> list[_PromiseDraft]:
    by_id = {action.id: action for action in draft.actions}
    drafts: list[_PromiseDraft] = []
    for action in draft.actions:
        model = draft.models[action.id]
        if isinstance(model, Action) and model.promised is not None and action.company:
            drafts.append(_short_form(draft, action, model.promised, links, by_id))
    return drafts


def _short_form(
    draft: Draft, action: ActionNode, model: Promised, links: _Supports, by_id: dict[str, ActionNode]
) -> _PromiseDraft:
    key = model.id or action.key
    to = _promisees(draft, action, model, links, by_id)
    base = action.entry("promised")
    draft.variants(model.for_, *base.path)
    node = PromiseNode(
        id=f"promise:{draft.id}/{key}",
        name=model.promise or action.name,
        place=Place(base.file, base.path, Part.KEY),
        journey=draft.id,
        key=key,
        by=action.owner,
        by_text=action.owner_text,
        to=to,
        to_text=(model.to,) if model.to else (),
        to_customer=any(node.startswith("customer:") for node in to),
        kept=(action.id,),
        implied=True,
        unless=_resolved(draft, model.unless, (*base.path, "unless"), draft.references.step),
        within=model.within,
        valid=model.valid,
        at_least=model.at_least,
        if_broken=model.if_broken or "",
        **plain(model),
    )
    return _PromiseDraft(node, model.relies_on, base.at("relies_on"), derived=True)


def _promisees(
    draft: Draft, action: ActionNode, model: Promised, links: _Supports, by_id: dict[str, ActionNode]
) -> tuple[str, ...]:
    """Whom an action's own promise is made to: the owners it supports; the customer for a touchpoint, and
    for work behind a step where the customer meets nobody."""
    if model.to:
        to = draft.anyone(model.to, action.entry("promised", "to"))
        return (to,) if to else ()
    above = [by_id[id_] for id_ in links.above.get(action.id, links.perhaps_above.get(action.id, []))]
    owners = dict.fromkeys(other.owner for other in above if other.company and other.owner)
    others = [owner for owner in owners if owner != action.owner] or list(owners)
    alone = not above and any(draft.references.cell(action.step, lane.id) for lane in _customer_lanes(draft))
    if action.touchpoint or alone or any(not other.company for other in above):
        return (*(person.id for person in draft.customers), *others)
    return tuple(others)


def _customer_lanes(draft: Draft) -> Iterable[Lane]:
    return (lane for lane in draft.shared.lanes if lane.kind is LaneKind.CUSTOMER)


class _DerivedPlaces:
    """Where promises are made that do not say so: where what they support is made."""

    def __init__(self, draft: Draft, nodes: dict[str, PromiseNode], links: _Supports, derived: set[str]) -> None:
        self._steps = {action.id: action.step for action in draft.actions}
        self._order = {step.id: step.index for step in draft.steps}
        self._nodes = nodes
        self._links = links
        self._derived = derived

    def of(self, promise: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The steps a promise is made at, and those that release it.

        What is promised only for the sake of other promises is released where all of those are.
        """
        node = self._nodes[promise]
        if promise not in self._derived:
            return node.made, node.unless
        sources = self._sources(node)
        made = {step for source in sources for step in source.made} or {self._steps[action] for action in node.kept}
        released = set.intersection(*(set(source.unless) for source in sources)) if sources else set()
        return self._sorted(made), self._sorted(released | set(node.unless))

    def _sorted(self, steps: set[str]) -> tuple[str, ...]:
        return tuple(sorted(steps, key=self._order.__getitem__))

    def _sources(self, node: PromiseNode) -> list[PromiseNode]:
        """The nearest promises above, that say themselves where they are made."""
        found: dict[str, PromiseNode] = {}
        seen, queue = set(node.kept), list(node.kept)
        while queue:
            for above in self._links.above.get(queue.pop(), ()):
                said = [
                    id_ for id_ in self._links.kept.get(above, ()) if id_ not in self._derived and self._nodes[id_].made
                ]
                found.update((id_, self._nodes[id_]) for id_ in said)
                if not said and above not in seen:
                    seen.add(above)
                    queue.append(above)
        return list(found.values())


def _beneath(node: PromiseNode, links: _Supports) -> Iterable[str]:
    """The promises of `promised:` at the nearest actions below those where a promise is kept."""
    seen, queue, found = set[str](), list(node.kept), dict[str, None]()
    while queue:
        for below in links.below.get(queue.pop(), ()):
            if below in seen:
                continue
            seen.add(below)
            promise = links.implied.get(below)
            if promise is None:
                queue.append(below)
            elif promise != node.id:
                found[promise] = None
    return found


def _conditions(
    promise_draft: _PromiseDraft, by_key: dict[str, str], look_up: LookUp
) -> tuple[dict[str, Place], tuple[tuple[str, Place, str], ...]]:
    """The promises that a promise says it relies on, each with its place; and the words that name none, with help."""
    found: dict[str, Place] = {}
    unmet: list[tuple[str, Place, str]] = []
    for number, word in enumerate(promise_draft.conditions):
        place = promise_draft.place.at(number)
        known: Iterable[str] = by_key
        id_ = by_key.get(word, "")
        if not id_ and "/" in word:
            journey, _, key = word.partition("/")
            id_, known = look_up(journey, key)
        if id_:
            found.setdefault(id_, place)
        else:
            unmet.append((word, place, did_you_mean(word, known)))
    return found, tuple(unmet)
