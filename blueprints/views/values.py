"""From each value down to the practices and promises that serve it, and to where these are practised and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from blueprints.views.actions import Tags, action_card
from blueprints.views.described import described
from blueprints.views.findings import Mark, PromiseState
from blueprints.views.kind import ViewKind
from blueprints.views.marks import Numbered, number_marks
from blueprints.views.promise_cards import promise_card
from blueprints.views.select import without_empty_lanes
from blueprints.views.tree import Node, place_trees
from blueprints.views.view import Card, CardStyle, Connector, ConnectorKind, Detail, Fact, Lane, Tone, View
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import ActionNode, PromiseNode
from journeys.graph.purpose_nodes import PracticeNode, ValueNode
from journeys.graph.serving import practised_in, promises_from
from journeys.language.model.key import said
from journeys.language.model.purpose import Practice, Value

_LANES = (
    Lane("values", "Values", kind="customer"),
    Lane("practices", "Practices", kind="company"),
    Lane("kept-promises", "Promises", kind="promises"),
    Lane("touchpoints", "Touchpoints", kind="company"),
)
_VALUES, _PRACTICES, _PROMISES, _TOUCHPOINTS = range(len(_LANES))


def values_view(journey: JourneyGraph, *, findings: Sequence[Mark] = (), promises: Sequence[PromiseState] = ()) -> View:
    """Values with all that hangs on them, each thing beneath the first that it hangs on.

    `findings` and `promises` mark what is broken there; a value says how many promises beneath it are.
    """
    shown = _Shown(journey)
    columns = {id_: place.column for id_, place in place_trees(list(shown.hanging())).items()}
    order = {id_: number for number, id_ in enumerate(sorted(columns, key=columns.__getitem__))}
    marks = number_marks([one for one in findings if one.node_id in order], order)
    tags = Tags(journey)
    builder = _Cards(shown, columns, marks, tags, {state.promise_id: state for state in promises})
    view = View(
        id=journey.id,
        title=journey.name,
        kind="values",
        subtitle="From values to where they are kept",
        facts=tuple(_facts(journey)),
        columns=("",) * (max(columns.values(), default=0) + 1),
        lanes=_LANES,
        cards=tuple(builder.all()),
        connectors=tuple(shown.connectors()),
        notes=marks.notes,
        owners=tags.used,
    )
    view = without_empty_lanes(view)
    return replace(view, description=described(view))


KIND = ViewKind("Values", values_view, lambda journey: bool(journey.values or journey.practices))


def _facts(journey: JourneyGraph) -> Iterator[Fact]:
    if journey.job:
        yield Fact("Job to be done", journey.job)


@dataclass(frozen=True)
class _Shown:
    """What is shown of a journey, and what hangs on what."""

    journey: JourneyGraph

    @cached_property
    def practised(self) -> Mapping[str, tuple[ActionNode, ...]]:
        """By practice (id): the actions at which it is practised."""
        return {one.id: practised_in(one, self.journey) for one in self.journey.practices.values()}

    @cached_property
    def promises(self) -> Mapping[str, PromiseNode]:
        """The promises that serve a value, and those to customers that are kept where something is practised."""
        kept = {one.id for practice in self.journey.practices.values() for one in promises_from(practice, self.journey)}
        return {one.id: one for one in self.journey.promise_nodes if one.id in kept or self._served(one)}

    def _served(self, promise: PromiseNode) -> list[str]:
        known = {value.id for value in self.journey.values.values()}
        return [id_ for id_ in promise.serves if id_ in known]

    @cached_property
    def touchpoints(self) -> Mapping[str, ActionNode]:
        """The actions of the journey at which something is practised or kept."""
        found = {action.id for actions in self.practised.values() for action in actions}
        found |= {id_ for promise in self.promises.values() for id_ in promise.kept}
        return {action.id: action for action in self.journey.actions if action.id in found}

    def connectors(self) -> Iterator[Connector]:
        """Each line once: from a value to what serves it, from there to where it is practised and kept."""
        for number, (source, target, kind) in enumerate(dict.fromkeys(self._links()), start=1):
            yield Connector(f"{kind}-{number}", source, target, kind)

    def _links(self) -> Iterator[tuple[str, str, ConnectorKind]]:
        known = {value.id for value in self.journey.values.values()}
        for practice in self.journey.practices.values():
            yield from ((value, practice.id, ConnectorKind.SERVED) for value in practice.serves if value in known)
            yield from ((practice.id, one.id, ConnectorKind.PRACTISED) for one in self.practised[practice.id])
        for promise in self.promises.values():
            yield from ((value, promise.id, ConnectorKind.SERVED) for value in self._served(promise))
            yield from ((promise.id, id_, ConnectorKind.KEPT) for id_ in promise.kept if id_ in self.touchpoints)

    def hanging(self) -> Iterator[Node]:
        """Everything with what it hangs on: touchpoints on promises first, promises on what is practised there."""
        first: dict[str, str] = {}
        for source, target, _ in sorted(self._links(), key=lambda link: link[2] is not ConnectorKind.KEPT):
            first.setdefault(target, source)
        entries: tuple[Iterable[ValueNode | PracticeNode], ...] = (
            self.journey.values.values(),
            self.journey.practices.values(),
        )
        for entry in (one for group in entries for one in group):
            yield Node(entry.id, first.get(entry.id, ""))
        for promise in self.promises.values():
            yield Node(promise.id, first.get(promise.id, "") or self._practice_of(promise))
        yield from (Node(id_, first.get(id_, "")) for id_ in self.touchpoints)

    def _practice_of(self, promise: PromiseNode) -> str:
        kept = set(promise.kept)
        return next((id_ for id_, actions in self.practised.items() if any(one.id in kept for one in actions)), "")

    @cached_property
    def _below(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for source, target, _ in self._links():
            found.setdefault(source, []).append(target)
        return found

    def broken_beneath(self, id_: str, states: Mapping[str, PromiseState]) -> int:
        """How many of the promises that serve something, or are kept where it is practised, are broken."""
        places = self._reached(id_)
        broken = (one for one in self.promises.values() if one.id in states and states[one.id].state == "broken")
        return sum(one.id in places or not places.isdisjoint(one.kept) for one in broken)

    def _reached(self, id_: str) -> set[str]:
        below = set(self._below.get(id_, ()))
        practices = [one for one in below if one in self.practised]
        return below | {action.id for one in (*practices, id_) for action in self.practised.get(one, ())}

    def served(self, id_: str) -> bool:
        """Whether anything serves a value."""
        return bool(self._below.get(id_))


@dataclass(frozen=True)
class _Cards:
    """The cards of all of it."""

    shown: _Shown
    columns: Mapping[str, int]
    marks: Numbered
    tags: Tags
    states: Mapping[str, PromiseState]

    def all(self) -> Iterator[Card]:
        """Values, practices, promises, touchpoints."""
        journey = self.shown.journey
        yield from map(self._value, journey.values.values())
        yield from map(self._practice, journey.practices.values())
        for id_, promise in self.shown.promises.items():
            state = self.states.get(id_)
            yield promise_card(promise, journey, state, self.marks, lane=_PROMISES, column=self.columns[id_])
        yield from map(self._touchpoint, self.shown.touchpoints.values())

    def _value(self, value: ValueNode) -> Card:
        unserved = () if self.shown.served(value.id) else (Detail("cross", "Nothing serves it", Tone.BAD),)
        return Card(
            id=value.id,
            text=value.name,
            lane=_VALUES,
            column=self.columns[value.id],
            style=CardStyle.VALUE,
            details=(*self._says(value), *unserved, *self._broken(value.id)),
            marks=self.marks.at(value.id),
            link=value.link,
            tooltip=said(Value, value),
            data=(("node", value.id),),
        )

    def _says(self, value: ValueNode) -> Iterator[Detail]:
        if value.says:
            yield Detail("", value.says)

    def _practice(self, practice: PracticeNode) -> Card:
        journey = self.shown.journey
        details = [Detail("", f"instead of {', '.join(practice.instead_of)}")] if practice.instead_of else []
        if practice.measures:
            details.append(Detail("measure", ", ".join(map(journey.called, practice.measures))))
        unserving = () if practice.serves else (Detail("cross", "Serves no value", Tone.BAD),)
        elsewhere = dict.fromkeys(id_ for id_ in practice.at if id_ not in journey.nodes)
        details += [Detail("leave", f"Practised too at: {journey.called(id_)}") for id_ in elsewhere]
        return Card(
            id=practice.id,
            text=practice.name,
            lane=_PRACTICES,
            column=self.columns[practice.id],
            style=CardStyle.PRACTICE,
            owner=self.tags.named(practice),
            details=(*details, *unserving, *self._broken(practice.id)),
            marks=self.marks.at(practice.id),
            link=practice.link,
            tooltip=said(Practice, practice),
            data=(("node", practice.id), ("owner", practice.owner)),
        )

    def _broken(self, id_: str) -> Iterator[Detail]:
        number = self.shown.broken_beneath(id_, self.states)
        if number:
            yield Detail("cross", f"{number} broken promise{'' if number == 1 else 's'} beneath", Tone.BAD)

    def _touchpoint(self, action: ActionNode) -> Card:
        journey = self.shown.journey
        card = action_card(action, self.columns[action.id], journey, self.tags, self.marks)
        at = Detail("", f"at “{journey.step_of(action).name}”")
        return replace(card, lane=_TOUCHPOINTS, details=(at, *card.details))
