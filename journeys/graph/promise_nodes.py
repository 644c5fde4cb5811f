"""Promises to nodes: the written ones, those of `promised:` on actions, and what each relies on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from journeys.graph.bonds import Bond, Bonds, DerivedPlaces
from journeys.graph.draft import Draft
from journeys.graph.lexicon import EXPECTATION, MEASURE, VALUE, Lexicon
from journeys.graph.node import Node
from journeys.graph.nodes import ActionNode, Agreement, Making, PromiseNode
from journeys.graph.promise_names import AllNames, PromiseNames, conditions
from journeys.language.finding import Finding, KeyPath, Part, Place
from journeys.language.model.action import Action, Promised
from journeys.language.model.key import plain
from journeys.language.model.lanes import FRONTSTAGE
from journeys.language.model.names import UNSAID
from journeys.language.model.promise import AnyPlace, Promise

WHEREVER = "wherever"


@dataclass
class _PromiseDraft:
    """A promise being built: what is written, what others rest on, the rest of its node, and the id that it says.

    `place` is where it says on what it relies; `derived` is one that does not say where it is made.
    """

    model: Promise | Promised
    bond: Bond
    node: partial[PromiseNode]
    id: str
    place: Place
    derived: bool


def add_promises(drafts: Iterable[Draft], lexicon: Lexicon) -> None:
    """The promises of all journeys, in the order of each file, implied ones after the written."""
    drafts = list(drafts)
    bonds = Bonds()
    bonds.add_supports(drafts)
    found = [(draft, [*_all_written(draft, bonds), *_implied(draft, bonds)]) for draft in drafts]
    for _, promises in found:
        for one in promises:
            bonds.add_promise(one.bond, derived=one.derived)
    places = DerivedPlaces(drafts, bonds)
    names = {draft.id: _names(draft, promises) for draft, promises in found}
    for draft, promises in found:
        _complete(draft, promises, bonds, places, names, lexicon)


def _complete(
    draft: Draft,
    promises: list[_PromiseDraft],
    bonds: Bonds,
    places: DerivedPlaces,
    names: AllNames,
    lexicon: Lexicon,
) -> None:
    """What of a journey's promises follows from others: where they are made and released, on what they rest."""
    for one in promises:
        relies_on, unmet = conditions(draft, one.model.relies_on, one.place, names)
        makings, unless = places.of(one.bond.id)
        draft.promises.append(
            one.node(
                **one.bond._asdict() | {"makings": makings, "unless": unless},
                unless_said=one.bond.unless,
                relies_on=tuple(relies_on),
                relies_on_at=tuple(relies_on.values()),
                unmet=unmet,
                beneath=tuple(id_ for id_ in bonds.beneath(one.bond) if id_ not in relies_on),
                answers=_named(draft, one, lexicon, EXPECTATION, "answers") if one.model.answers else (),
                serves=_named(draft, one, lexicon, VALUE, "serves") if one.model.serves else (),
                measured_by=lexicon.knows(draft, MEASURE, one.model.measure or ""),
            )
        )


def _named(draft: Draft, one: _PromiseDraft, lexicon: Lexicon, what: str, key: str) -> tuple[str, ...]:
    """The expectations that a promise says it answers, or the values that it serves, by id."""
    base = Place(one.place.file, one.place.path[:-1])
    words: tuple[str, ...] = getattr(one.model, key)
    found = (lexicon.find(draft, (what,), word, base.at(key, number)) for number, word in enumerate(words))
    return tuple(dict.fromkeys(filter(None, found)))


def _plain(draft: Draft, model: Promise | Promised, base: Place) -> dict[str, Any]:
    """What is written under plain keys, and who agreed to it."""
    found = plain(model)
    if model.agreed is not None:
        by = draft.owner(model.agreed.by, base.at("agreed", "by"))
        called = next((owner.name for owner in draft.shared.owners.values() if owner.id == by), model.agreed.by)
        found["agreed"] = Agreement(by, called, model.agreed.on)
    return found


def _names(draft: Draft, promises: Iterable[_PromiseDraft]) -> PromiseNames:
    names = PromiseNames()
    for one in promises:
        if not names.add(one.bond, one.id):
            message = f"the promise “{one.bond.key}” is there twice"
            draft.findings.append(Finding(message, one.bond.place, name="duplicate-id", help="give one another id"))
    return names


def _all_written(draft: Draft, bonds: Bonds) -> Iterator[_PromiseDraft]:
    return (_written(draft, key, model, bonds) for key, model in draft.model.promises.items())


def _written(draft: Draft, key: str, model: Promise, bonds: Bonds) -> _PromiseDraft:
    path: KeyPath = ("promises", key)
    place = Place(draft.file, draft.written(path), Part.KEY)
    by = draft.owner(model.by, draft.place(*path, "by"))
    to = draft.anyone(model.to, draft.place(*path, "to"))
    standing = model.kept == (WHEREVER,)
    draft.variants(model.for_, *path)
    kept = _Kept(_standing_places(by, to, bonds)) if standing else _kept(draft, model.kept, (*path, "kept"))
    bond = Bond(
        id=f"promise:{draft.id}/{key}",
        key=key,
        name=model.promise,
        place=place,
        journey=draft.id,
        makings=() if standing else _makings(draft, model, path),
        kept=kept.actions,
        unless=_steps(draft, model.unless, (*path, "unless")),
        standing=standing,
    )
    node = partial(
        PromiseNode,
        by=by,
        by_text=model.by,
        to=(to,) if to else (),
        to_text=(model.to,),
        to_undeclared=() if to or model.to == UNSAID else (model.to,),
        to_customer=to.startswith("customer:"),
        any_place=isinstance(model.kept, AnyPlace),
        unfit=kept.unfit,
        within=model.within,
        valid=model.valid,
        at_least=model.at_least,
        if_broken=model.if_broken or "",
        **_plain(draft, model, Place(place.file, place.path)),
    )
    if standing and model.made:
        draft.findings.append(_made_and_standing(draft.place(*path, "made", part=Part.KEY)))
    said = any(entry.at for entry in model.made)
    derived = not said and not standing and not to.startswith("customer:")
    relying = Place(draft.file, (*place.path, "relies_on"))
    return _PromiseDraft(model, bond, node, key, relying, derived)


def _made_and_standing(place: Place) -> Finding:
    return Finding(
        "a promise that is kept wherever the two meet is made nowhere in particular",
        place,
        help="take `made` away, or name in `kept` the step or action that delivers it",
        name="key-without-effect",
    )


def _makings(draft: Draft, model: Promise, path: KeyPath) -> tuple[Making, ...]:
    """Where a promise is made, each place with its own condition."""
    found: dict[Making, None] = {}
    for number, entry in enumerate(model.made):
        steps = _steps(draft, entry.at, (*path, "made", number, "at"))
        found.update((Making(step, entry.when or ""), None) for step in steps)
    return tuple(found)


def _steps(draft: Draft, words: Iterable[str], path: KeyPath) -> tuple[str, ...]:
    found: list[str] = []
    for number, word in enumerate(words):
        target = draft.step(word, draft.place(*path, number))
        if target.finding:
            draft.findings.append(target.finding)
        found += [node.id for node in target.nodes]
    return tuple(dict.fromkeys(found))


class _Kept(NamedTuple):
    """The company actions where a promise is kept; the words that name none, each with its place and help."""

    actions: tuple[str, ...]
    unfit: tuple[tuple[str, Place, str], ...] = ()


def _kept(draft: Draft, said: tuple[str, ...] | AnyPlace, path: KeyPath) -> _Kept:
    words, path = (said.any, (*path, "any")) if isinstance(said, AnyPlace) else (said, path)
    actions: dict[str, None] = {}
    unfit: list[tuple[str, Place, str]] = []
    for number, word in enumerate(words):
        place = draft.place(*path, number)
        target = draft.action(word, place)
        if target.finding:
            draft.findings.append(target.finding)
            unfit.append((word, place, target.finding.help))
        for node in target.nodes:
            if isinstance(node, ActionNode) and node.company:
                actions[node.id] = None
            else:
                unfit.append((word, place, _delivering(draft, node)))
    return _Kept(tuple(actions), tuple(unfit))


def _delivering(draft: Draft, node: Node) -> str:
    """What to name in place of what the customer does: the company's action there, if that is just one."""
    home = draft.others.get(node.journey, draft)
    step = node.step if isinstance(node, ActionNode) else ""
    touchpoints = home.references.cell(step, FRONTSTAGE.id)
    found = touchpoints or [action for action in home.actions if action.company and action.step == step]
    prefix = "" if home is draft else f"{home.id}/"
    if not found:
        return "name the touchpoint that delivers it; at that step the company does nothing yet"
    names = " or ".join(f"`{prefix}{action.key}`" for action in found[:4])
    return f"name what the company does to deliver it: {names}"


def _standing_places(by: str, to: str, bonds: Bonds) -> tuple[str, ...]:
    """Each action of the promiser that supports one of the promisee's, in all journeys; for a customer, each that meets
    one on a journey of that customer."""
    if not by or not to:
        return ()

    def supports(action: ActionNode) -> bool:
        if to.startswith("customer:"):
            return bonds.meets(action, to)
        return any(bonds.actions[above].owner == to for above in bonds.above.get(action.id, ()))

    own = (action for action in bonds.actions.values() if action.company and action.owner == by)
    return tuple(action.id for action in own if supports(action))


def _implied(draft: Draft, bonds: Bonds) -> Iterator[_PromiseDraft]:
    for action in draft.actions:
        model = draft.models[action.id]
        if isinstance(model, Action) and model.promised is not None and action.company:
            yield _short_form(draft, action, model.promised, bonds)


def _short_form(draft: Draft, action: ActionNode, model: Promised, bonds: Bonds) -> _PromiseDraft:
    key = model.id or action.key
    to, undeclared = _promisees(draft, action, model, bonds)
    base = action.entry("promised")
    draft.variants(model.for_, *base.path)
    bond = Bond(
        id=f"promise:{draft.id}/{key}",
        key=key,
        name=model.promise or action.name,
        place=Place(base.file, base.path, Part.KEY),
        journey=draft.id,
        makings=(),
        kept=(action.id,),
        unless=_steps(draft, model.unless, (*base.path, "unless")),
        implied=True,
    )
    node = partial(
        PromiseNode,
        by=action.owner,
        by_text=action.owner_text,
        to=to,
        to_text=(model.to,) if model.to else (),
        to_undeclared=undeclared,
        to_customer=any(node.startswith("customer:") for node in to),
        within=model.within,
        valid=model.valid,
        at_least=model.at_least,
        if_broken=model.if_broken or "",
        **_plain(draft, model, base),
    )
    return _PromiseDraft(model, bond, node, model.id or "", base.at("relies_on"), True)


def _promisees(
    draft: Draft, action: ActionNode, model: Promised, bonds: Bonds
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom an action's own promise is made to: the owners it supports directly, and the customer where it is the first
    that the customer meets; and the owners it supports whom nobody declared, in the words of the file."""
    if model.to:
        to = draft.anyone(model.to, action.entry("promised", "to"))
        return ((to,) if to else ()), ()
    above = [bonds.actions[id_] for id_ in bonds.above.get(action.id, ())]
    others = list(dict.fromkeys(other.owner for other in above if other.company and other.owner))
    people = [*(person.id for person in draft.customers if action.id in bonds.first), *others]
    unknown = dict.fromkeys(one.owner_text for one in above if one.company and one.owned and not one.owner)
    return tuple(people), tuple(unknown)
