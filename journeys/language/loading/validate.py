"""Plain data to a model. Each error becomes a finding and is taken out, so that the rest still gives a model."""

from __future__ import annotations

import copy
from typing import Any, TypeVar

from pydantic import ValidationError

from journeys.language.finding import Finding, KeyPath, Part, Place
from journeys.language.loading.document import Document
from journeys.language.loading.model_findings import never_written, wording
from journeys.language.model.base import OWN, Model
from journeys.language.model.names import UNSAID

M = TypeVar("M", bound=Model)
_ROUNDS = 12
# A mapping without one of these is no use at all: it is left out as a whole.
_ESSENTIAL = frozenset(("do", "at"))


def validate(model: type[M], document: Document, data: dict[str, Any]) -> tuple[M, list[Finding]]:
    """The model of `data` and what was wrong. Marks what it had to leave out in `document.dropped`."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return _Mender(model, document, copy.deepcopy(data)).mend(error)


class _Mender:
    def __init__(self, model: type[Model], document: Document, data: dict[str, Any]) -> None:
        self._model = model
        self._document = document
        self._data = data
        self._findings: list[Finding] = []
        self._missing: dict[KeyPath, Finding] = {}
        self._meant: set[KeyPath] = set()
        self._silent: set[KeyPath] = set()

    def mend(self, error: ValidationError) -> tuple[Any, list[Finding]]:
        for _ in range(_ROUNDS):
            self._round(error)
            try:
                return self._model.model_validate(self._data), self._told()
            except ValidationError as again:
                error = again
        return self._model.model_validate(never_written(self._model)), self._told()

    def _told(self) -> list[Finding]:
        """What was found; a key that is there with a slip in it is not missing as well."""
        missing = (finding for path, finding in self._missing.items() if path not in self._meant)
        return [*self._findings, *missing]

    def _round(self, error: ValidationError) -> None:
        removals: dict[KeyPath, set[int]] = {}
        errors = error.errors(include_url=False, include_context=True)
        # All paths before anything is taken out: in what is gone no way can be found any more.
        located = [(details, self._real_path(details["loc"])) for details in errors]
        for details, path in located:
            if not _is_own(details, path):
                self._report(details, path)
        for details, path in located:
            if _is_own(details, path):
                self._gather(path)
            else:
                self._take_out(details, path, removals)
        # Longest first: taking an item out of an outer list must not move an inner one.
        for holder, indexes in sorted(removals.items(), key=lambda item: -len(item[0])):
            self._drop_items(holder, indexes)

    def _real_path(self, loc: tuple[str | int, ...]) -> KeyPath:
        """A pydantic location holds union tags and indexes that are not in the data; pass over them."""
        node: Any = self._data
        path: list[str | int] = []
        last = len(loc) - 1
        for position, key in enumerate(loc):
            if _holds(node, key):
                node = node[key]
            elif not (position == last and isinstance(node, dict) and isinstance(key, str)):
                continue
            path.append(key)
        return tuple(path)

    def _report(self, details: Any, path: KeyPath) -> None:
        written = self._document.written(path)
        emptied = written in self._document.dropped and not self._value(path)
        if written in self._silent or emptied:
            return
        self._silent.add(written)
        found = wording(self._model, details, path, self._value(path), self._document, written)
        if found is None:
            return
        name, message, help_, fix, meant = found
        if details["type"] == "missing":
            place = Place(self._document.source.name, written[:-1])
            self._missing[written] = Finding(message, place, help=help_, name=name)
            return
        if meant:
            self._meant.add((*written[:-1], meant))
        part = Part.KEY if details["type"] == "extra_forbidden" else Part.VALUE
        place = Place(self._document.source.name, written, part)
        self._findings.append(Finding(message, place, help=help_, fix=fix, name=name))

    def _gather(self, path: KeyPath) -> None:
        """A key of the user's own goes where the model has room for it."""
        holder = self._value(path[:-1])
        holder.setdefault(OWN, {})[path[-1]] = holder.pop(path[-1])

    def _value(self, path: KeyPath) -> Any:
        node: Any = self._data
        for key in path:
            try:
                node = node[key]
            except (KeyError, IndexError, TypeError):
                return None
        return node

    def _take_out(self, details: Any, path: KeyPath, removals: dict[KeyPath, set[int]]) -> None:
        if details["type"] == "missing":
            parent = self._value(path[:-1])
            if self._is_essential(path):
                path = path[:-1]
            elif isinstance(parent, dict):
                parent[path[-1]] = UNSAID
                return
        if not path:
            self._data.clear()
            self._data.update(never_written(self._model))
            return
        holder = self._value(path[:-1])
        if isinstance(holder, dict):
            holder.pop(path[-1], None)
            self._silent.add(self._document.written(path))
        elif isinstance(holder, list) and isinstance(path[-1], int):
            removals.setdefault(path[:-1], set()).add(path[-1])

    @staticmethod
    def _is_essential(path: KeyPath) -> bool:
        inside_flow = any(key in ("next", "anywhere") for key in path[-3:-1])
        inside_results = "results" in path[-3:-1]
        return path[-1] in _ESSENTIAL or (path[-1] == "to" and inside_flow) or inside_results

    def _drop_items(self, holder: KeyPath, indexes: set[int]) -> None:
        items = self._value(holder)
        written = self._document.written(holder)
        before = self._document.dropped.get(written, frozenset())
        originals = [index for index in range(len(items) + len(before)) if index not in before]
        self._document.dropped[written] = before | {originals[index] for index in indexes}
        for index in sorted(indexes, reverse=True):
            del items[index]


def _is_own(details: Any, path: KeyPath) -> bool:
    """Whether what the model does not know is a key of the user's own."""
    return details["type"] == "extra_forbidden" and str(path[-1]).startswith(OWN) and path[-1] != OWN


def _holds(node: Any, key: str | int) -> bool:
    if isinstance(node, dict):
        return key in node
    return isinstance(node, list) and isinstance(key, int) and key < len(node)
