"""The journeys of a workspace by their names, before any graph is made: ids, other words for them, promises' ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from journeys.language.loading.files import LoadedFile
from journeys.language.model.journey import Journey
from journeys.language.model.names import UNSAID, slug, unlike


class Directory:
    """Where references to other journeys are looked up."""

    def __init__(self, files: Sequence[LoadedFile]) -> None:
        self._files = files
        self._promise_keys: dict[str, frozenset[str]] = {}

    @cached_property
    def files(self) -> Mapping[str, LoadedFile]:
        """Files by journey id; a second journey of an id gets another, and a finding says so."""
        found: dict[str, LoadedFile] = {}
        alike: dict[str, int] = {}
        for file in self._files:
            found[unlike(journey_id(file.model, file.stem), found, alike)] = file
        return found

    @cached_property
    def _aliases(self) -> Mapping[str, str]:
        """Other words for a journey: the name of its file, and its own name."""
        found: dict[str, str] = {}
        for id_, file in self.files.items():
            found.setdefault(file.stem, id_)
            found.setdefault(file.model.journey, id_)
        return found

    def journey(self, word: str) -> str:
        """The id of a journey by its id, its file's name or its own name; empty if there is none."""
        return word if word in self.files else self._aliases.get(word, "")

    def promise(self, journey: str, key: str) -> tuple[str, list[str]]:
        """The node id of the promise `journey/key`, or nothing and the promises (or journeys) that are known."""
        id_ = self.journey(journey)
        if not id_:
            return "", [f"{known}/{key}" for known in self.files]
        if id_ not in self._promise_keys:
            self._promise_keys[id_] = frozenset(_promise_keys(self.files[id_].model))
        keys = self._promise_keys[id_]
        if key in keys:
            return f"promise:{id_}/{key}", []
        return "", [f"{id_}/{known}" for known in sorted(keys)]


def journey_id(model: Journey, stem: str) -> str:
    """A journey's id: what it says, else the slug of its name, else its file's name."""
    return model.id or (slug(model.journey) if model.journey != UNSAID else "") or stem


def _promise_keys(model: Journey) -> Iterable[str]:
    yield from model.promises
    phases = [step for phase in model.phases for step in phase.steps]
    for step in (*phases, *model.steps):
        for cell in (step.frontstage, step.backstage, step.support, *step.lanes.values()):
            for action in cell:
                if action.promised is not None and action.promised.id:
                    yield action.promised.id
