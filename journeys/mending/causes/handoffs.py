"""Remedies where one owner builds on what another does, and nobody promised it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from fractions import Fraction

from journeys.checks.fixes import flowing
from journeys.graph.facts import Backing
from journeys.graph.handoffs import backing
from journeys.graph.nodes import ActionNode, OwnerNode, PromiseNode
from journeys.language.finding import Edit, Entered, Place
from journeys.language.model.duration import Duration
from journeys.language.model.names import slug
from journeys.language.quantities import percent
from journeys.mending.case import Case, beside, relying, term
from journeys.mending.lengths import shorter
from journeys.mending.remedy import Remedy, RemedyKind


def agreed_below(case: Case) -> Iterator[Remedy]:
    """The owner below promises it to the owner above; or the owner above does it."""
    above, below = (case.journey.action(id_) for id_ in case.ids)
    yield from _agreed(case, below, above.owner)
    yield from _taken_over(case, below, above.owner)


def agreed_with_who_does_it(case: Case) -> Iterator[Remedy]:
    """Who does it where it is kept promises it to the promiser, or is the promiser; or the promiser does it."""
    node, action = case.node, case.journey.action(case.ids[1])
    known = backing(case.journey, action, node.promiser)
    for other in known[:1]:
        yield _relied_on(case, node, other)
    if not known:
        yield from _agreed(case, action, node.by)
    owner = case.workspace.find(action.owner)
    if isinstance(owner, OwnerNode) and not node.implied:
        text = f"let {owner.name} promise “{node.name}”, and not {case.owner(node.by)}"
        yield Remedy(RemedyKind.OWNER, text, (term(node, "by", flowing(owner.key)),), case.people(owner.id, node.by))
    yield from _taken_over(case, action, node.by)


def relied_on(case: Case) -> Iterator[Remedy]:
    """What is promised already is relied on."""
    assert isinstance(case.facts, Backing)
    yield _relied_on(case, case.node, case.workspace.promises[case.facts.promise])


def _relied_on(case: Case, node: PromiseNode, other: PromiseNode) -> Remedy:
    text = f"write that “{node.name}” relies on “{other.name}”, which {case.owner(other.by)} promises"
    return Remedy(RemedyKind.RELIANCE, text, (relying(node, other),), case.people(node.by))


def _taken_over(case: Case, action: ActionNode, by: str) -> Iterator[Remedy]:
    owner = case.workspace.find(by)
    if isinstance(owner, OwnerNode) and not owner.vacant:
        text = f"let {owner.name} do “{action.name}” in place of {case.owner(action.owner)}"
        edit = beside(action, "owner", flowing(owner.key))
        yield Remedy(RemedyKind.OWNER, text, (edit,), case.people(owner.id, action.owner))


def _agreed(case: Case, below: ActionNode, to: str) -> Iterator[Remedy]:
    """A promise to agree on, with the longest time and the lowest rate at which the promise above just holds."""
    promisee = case.workspace.find(to)
    promiser = case.workspace.find(below.owner)
    if not isinstance(promisee, OwnerNode) or not isinstance(promiser, OwnerNode):
        return
    rate = _needed(case)
    free = _Terms(case, below, promiser, promisee, rate)
    if case.node.within is None:
        yield free.remedy(None)
        return
    time = _fitting(case, free, case.node.within)
    if time is not None:
        yield free.remedy(time)


def _needed(case: Case) -> Fraction | None:
    """The rate that one more condition has to have at least, so that the promise's own follows for sure."""
    node, rate = case.node, case.workspace.verdicts[case.node.id].rate
    if node.at_least is None:
        return None
    sure = rate.sure if rate else Fraction(1)
    return min(Fraction(1), 1 - (sure - node.at_least))


def _fitting(case: Case, terms: _Terms, within: Duration) -> str | None:
    """The longest time that leaves the promise above in time; its own where none does, as it is late without it too."""
    hours = case.journey.working_time
    if not case.late(terms.remedy(within.text)):
        return within.text
    found = shorter(within, hours, lambda text: not case.late(terms.remedy(text)))
    return found or within.text


class _Terms:
    """A promise between two owners about an action, written at it, or under `promises` where one stands there."""

    def __init__(
        self, case: Case, below: ActionNode, promiser: OwnerNode, promisee: OwnerNode, rate: Fraction | None
    ) -> None:
        self._case, self._below = case, below
        self._promiser, self._promisee = promiser, promisee
        self._rate = percent(rate) if rate is not None else ""

    def remedy(self, within: str | None) -> Remedy:
        """The promise with a time, or without one."""
        terms = {"within": within, "at_least": self._rate}
        said = {key: value for key, value in terms.items() if value}
        by, to = self._promiser, self._promisee
        when = "".join((f" within {within}" if within else "", f", {self._rate} of the time" if self._rate else ""))
        text = f"agree with {by.name} that they promise {to.name} “{self._below.name}”{when}"
        return Remedy(RemedyKind.PROMISE, text, tuple(self._edits(said)), (by.id, to.id))

    def _edits(self, said: dict[str, str]) -> Iterator[Edit]:
        case, below = self._case, self._below
        node = case.node
        home = case.workspace.journeys[below.journey]
        supports = any(
            case.journey.action(link.above).owner == self._promisee.id for link in home.supported_by(below.id)
        )
        at_it = supports and not any(one.implied for one in home.kept_at(below.id)) and below.id not in node.kept
        if at_it:
            yield beside(below, "promised", flowing(said))
            return
        key = _free(home.promises, slug(below.name) or "agreed")
        terms = (
            ("promise", below.name), ("by", self._promiser.key), ("to", self._promisee.key), ("kept", below.key),
            *said.items(),
        )  # fmt: skip
        yield Edit(Place(home.file, ()), "enter", key="promises", entries=(Entered(key, terms),))
        word = key if home.id == node.journey else f"{home.id}/{key}"
        yield Edit(Place(node.place.file, node.place.path), "extend", key="relies_on", items=(word,))


def _free(taken: Container[str], key: str) -> str:
    number, found = 1, key
    while found in taken:
        number += 1
        found = f"{key}-{number}"
    return found
