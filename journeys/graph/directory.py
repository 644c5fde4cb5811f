"""The journeys of a workspace by their names, before any graph is made: ids, and other words for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from journeys.language.loading.files import LoadedFile
from journeys.language.model.journey import Journey
from journeys.language.model.names import UNSAID, slug, unlike


class Directory:
    """Where references to other journeys are looked up."""

    def __init__(self, files: Sequence[LoadedFile]) -> None:
        self._files = files

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


def journey_id(model: Journey, stem: str) -> str:
    """A journey's id: what it says, else the slug of its name, else its file's name."""
    return model.id or (slug(model.journey) if model.journey != UNSAID else "") or stem
