"""A workspace as its site tells it: what each page needs to know, gathered once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from journeys.features.ledger import Entry, ledger
from journeys.graph.journey import JourneyGraph
from journeys.graph.nodes import CustomerNode, OwnerNode, PromiseNode
from journeys.graph.verdict import State
from journeys.graph.workspace import Workspace
from journeys.language.finding import Located, Severity
from journeys.language.model.key import own
from journeys.language.model.names import UNSAID
from journeys.surfaces.site.answered import Answered
from journeys.surfaces.site.purpose import OnPurpose


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise as a row of the ledger, and its node, by whose ids pages are found."""

    entry: Entry
    node: PromiseNode


@dataclass(frozen=True, slots=True)
class Counts:
    """How many promises are in each state, and how many findings of each weight."""

    sound: int = 0
    assumed: int = 0
    broken: int = 0
    unproven: int = 0
    errors: int = 0
    warnings: int = 0

    @property
    def promises(self) -> int:
        """All promises."""
        return self.sound + self.assumed + self.broken + self.unproven


@dataclass(frozen=True, eq=False)
class SiteContents:
    """A workspace and what a check of it finds, told on a day. Journeys are those that were asked for."""

    workspace: Workspace
    located: tuple[Located, ...]
    today: date

    @property
    def name(self) -> str:
        """What the site is called."""
        return self.workspace.name or "Journeys"

    @property
    def own(self) -> tuple[tuple[str, str], ...]:
        """The user's own keys of the workspace file, and what they say."""
        model = self.workspace.files.shared_model
        return own(model) if model else ()

    @cached_property
    def journeys(self) -> tuple[JourneyGraph, ...]:
        """The journeys, in the order of their files."""
        return self.workspace.selected

    @cached_property
    def owed(self) -> tuple[Owed, ...]:
        """The ledger."""
        nodes = self.workspace.promises
        return tuple(Owed(entry, nodes[f"promise:{entry.id}"]) for entry in ledger(self.workspace))

    @cached_property
    def _owed_by_journey(self) -> Mapping[str, tuple[Owed, ...]]:
        found: dict[str, list[Owed]] = {}
        for one in self.owed:
            found.setdefault(one.entry.journey, []).append(one)
        return {key: tuple(owed) for key, owed in found.items()}

    def owed_in(self, journey: JourneyGraph) -> tuple[Owed, ...]:
        """The promises of a journey."""
        return self._owed_by_journey.get(journey.id, ())

    @cached_property
    def purpose(self) -> OnPurpose:
        """What is designed on purpose."""
        return OnPurpose(self.workspace, self.journeys)

    @cached_property
    def answered(self) -> Answered:
        """What customers answered."""
        return Answered(self.workspace, self.purpose.measures, self.purpose.expectations, self.today)

    @cached_property
    def owners(self) -> Mapping[str, OwnerNode]:
        """Every owner by node id, those of the workspace before those that a journey declares for itself."""
        found = {owner.id: owner for owner in self.workspace.shared.owners.values()}
        return found | {owner.id: owner for journey in self.journeys for owner in journey.owners.values()}

    @cached_property
    def customers(self) -> Mapping[str, CustomerNode]:
        """Every customer by node id."""
        found = {customer.id: customer for customer in self.workspace.shared.customers.values()}
        return found | {one.id: one for journey in self.journeys for one in journey.known_customers.values()}

    @cached_property
    def _located_by_file(self) -> Mapping[str, tuple[Located, ...]]:
        found: dict[str, list[Located]] = {}
        for one in self.located:
            found.setdefault(one.source.name, []).append(one)
        return {name: tuple(located) for name, located in found.items()}

    @property
    def files(self) -> Mapping[str, tuple[Located, ...]]:
        """The findings by the file they are in."""
        return self._located_by_file

    def located_in(self, journey: JourneyGraph) -> tuple[Located, ...]:
        """The findings in a journey's file."""
        return self._located_by_file.get(journey.file, ())

    @cached_property
    def apart(self) -> tuple[Located, ...]:
        """The findings that are in no journey's file: what is wrong with the workspace's own."""
        files = {journey.file for journey in self.journeys}
        return tuple(one for one in self.located if one.source.name not in files)

    def counts(self, journey: JourneyGraph | None = None) -> Counts:
        """What there is in a journey, or in all of them."""
        if journey is None:
            return _counts(self.owed, self.located)
        return _counts(self.owed_in(journey), self.located_in(journey))

    @cached_property
    def unkept(self) -> tuple[Owed, ...]:
        """The promises to customers that are broken."""
        return tuple(one for one in self.owed if one.entry.to_customer and one.entry.state is State.BROKEN)


def _counts(owed: Iterable[Owed], located: Iterable[Located]) -> Counts:
    states = [one.entry.state for one in owed]
    weights = [one.finding.severity for one in located]
    return Counts(
        states.count(State.SOUND),
        states.count(State.ASSUMED),
        states.count(State.BROKEN),
        states.count(State.UNPROVEN),
        weights.count(Severity.ERROR),
        weights.count(Severity.WARNING),
    )


def name_of(journey: JourneyGraph) -> str:
    """What a journey is called; its id where its file is too broken to say."""
    return journey.name if journey.name and journey.name != UNSAID else journey.id
