"""What a file's data are to be after an edit: the text is mended right when it reads as this."""

from __future__ import annotations

from typing import Any

from journeys.checks.fixes.where import spot
from journeys.language.finding import Edit, Entered, KeyPath, Paired, Place
from journeys.language.loading.document import RAW, Document
from journeys.language.loading.tree import parse


def intend(data: Any, document: Document, edit: Edit) -> bool:
    """Make an edit on plain data, in place. `document` is as it was before.

    False where it cannot be made, since the place is not there or another edit has taken it away.
    """
    if edit.place.path[:1] == (RAW,):
        return True  # a comment: the data stay as they are
    try:
        if edit.action == "put":
            return _put(data, document, edit)
        at = spot(document, edit.place)
        if at is None:
            return False
        _make(data, at.path, edit)
    except (KeyError, TypeError, AttributeError):
        return False
    return True


def _put(data: Any, document: Document, edit: Edit) -> bool:
    *above, key = edit.place.path
    value = parse(edit.text).data
    at = spot(document, Place(edit.place.file, tuple(above)))
    if at is None:
        return False
    holder = _inside(data, at.path)
    if isinstance(holder, str):
        _inside(data, at.path[:-1])[at.last] = {edit.key: holder, key: value}
    else:
        holder[key] = value
    return True


def _make(data: Any, path: KeyPath, edit: Edit) -> None:
    if edit.action == "insert":
        _inside(data, path)[edit.key] = edit.text
        return
    if edit.action == "extend":
        holder = _inside(data, path)
        said = holder.get(edit.key)
        holder[edit.key] = [*(said if isinstance(said, list) else [] if said is None else [said]), *edit.items]
        return
    if edit.action == "enter":
        holder = _inside(data, path)
        holder[edit.key] = {**(holder.get(edit.key) or {}), **{one.key: _plain(one) for one in edit.entries}}
        return
    holder, last = _inside(data, path[:-1]), path[-1]
    if edit.action == "replace":
        holder[last] = edit.text
    elif edit.action == "rename":
        holder[edit.text] = holder[last]
        del holder[last]
    elif isinstance(holder, list):
        holder[int(last)] = _GONE
    else:
        del holder[last]


def _plain(entry: Entered | Paired) -> dict[str, Any]:
    return {key: _value(value) for key, value in entry.says}


def _value(value: str | tuple[str, ...] | Paired) -> Any:
    if isinstance(value, str):
        return value
    return _plain(value) if isinstance(value, Paired) else list(value)


_GONE = object()


def without_gaps(data: Any) -> Any:
    """The data without the items that were removed: they kept their places until all edits were made."""
    if isinstance(data, dict):
        return {key: without_gaps(value) for key, value in data.items()}
    if isinstance(data, list):
        return [without_gaps(item) for item in data if item is not _GONE]
    return data


def _inside(data: Any, path: KeyPath) -> Any:
    for key in path:
        data = data[key]
    return data
