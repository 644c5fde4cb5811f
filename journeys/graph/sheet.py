"""A file while its graph is built: where its words stand, whom they mean, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from journeys.graph.names import unknown
from journeys.graph.shared import Shared
from journeys.language.finding import Finding, KeyPath, Part, Place
from journeys.language.model.action import NONE
from journeys.language.model.base import Model
from journeys.language.model.names import UNSAID, unlike

Written = Callable[[KeyPath], KeyPath]

_MOVE = "take it away, or write it on the company's action that is meant"


class Said(NamedTuple):
    """An owner as somebody says it: the node's id (empty for nobody and for an unknown one), the word, the place."""

    owner: str = ""
    text: str = ""
    place: Place | None = None


@dataclass(kw_only=True)
class Sheet:
    """What is known of a file while its graph is built. `id` is the journey's, empty for the workspace's file.

    `whole` is not said of a text that breaks off.
    """

    id: str = ""
    file: str
    shared: Shared
    written: Written
    whole: bool = True
    findings: list[Finding] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)
    _alike: dict[str, int] = field(default_factory=dict)

    def unique(self, id_: str) -> str:
        """An id that this has given to no node: this one, or with a number behind it."""
        found = unlike(id_, self._taken, self._alike)
        self._taken.add(found)
        return found

    def place(self, *path: str | int, part: Part = Part.VALUE) -> Place:
        """The place of a key path of the model, in the file's own terms."""
        return Place(self.file, self.written(path), part)

    def said(self, word: str | None, *path: str | int) -> Said:
        """Who is said to be the owner at a place; `none` says that nobody is."""
        if not word:
            return Said()
        place = self.place(*path)
        return Said("" if word == NONE else self.owner(word, place), word, place)

    def owner(self, word: str, place: Place) -> str:
        """The node id of an owner named by id or exact name; an unknown one is a finding."""
        return self._person(word, place, "owner")

    def customer(self, word: str, place: Place) -> str:
        """The node id of a customer named by id or exact name; an unknown one is a finding."""
        return self._person(word, place, "customer")

    def anyone(self, word: str, place: Place) -> str:
        """The node id of a customer or an owner."""
        return self._person(word, place, "customer or owner")

    def variants(self, words: Iterable[str], *path: str | int) -> None:
        """Say that something is for some variants only: they are not told apart."""
        for number, word in enumerate(words):
            self.findings.append(
                Finding(
                    f"“{word}” is judged together with all else",
                    self.place(*path, "for", number),
                    help="keep variants that differ much in files of their own",
                    name="variant-not-told-apart",
                )
            )

    def without_effect(self, model: Model, keys: Iterable[str], why: str, path: KeyPath, *, help_: str = _MOVE) -> None:
        """Say of each of some keys (by their fields) that is written at a path that it counts for nothing there."""
        for name in keys:
            value = getattr(model, name)
            if value is not False and value not in (None, (), {}):
                key = type(model).model_fields[name].alias or name
                place = Place(self.file, self.written((*path, key)), Part.KEY)
                text = f"“{key}” has no effect here: {why}"
                self.findings.append(Finding(text, place, help=help_, name="key-without-effect"))

    def _person(self, word: str, place: Place, what: str) -> str:
        if word == UNSAID:
            return ""
        known = self.shared.people(what)
        if word not in known.ids:
            self.findings.append(unknown(word, place, what, known.words))
        return known.ids.get(word, "")
