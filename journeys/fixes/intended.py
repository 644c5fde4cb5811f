"""What a file's data are to be after an edit: the text is mended right when it reads as this."""

from __future__ import annotations

from typing import Any

from journeys.finding import Edit
from journeys.fixes.where import spot
from journeys.loading.document import RAW, Document


def intend(data: Any, document: Document, edit: Edit) -> bool:
    """Make an edit on plain data, in place. False where it cannot be made. `document` is as it was before."""
    if edit.place.path[:1] == (RAW,):
        return True  # a comment: the data stay as they are
    at = spot(document, edit.place)
    if at is None:
        return False
    if edit.action == "insert":
        holder = _inside(data, at.path)
        holder[edit.key] = edit.text
        return True
    holder = _inside(data, at.path[:-1])
    if edit.action == "replace":
        holder[at.last] = edit.text
    elif edit.action == "rename":
        holder[edit.text] = holder.pop(at.last)
    elif isinstance(holder, list):
        holder[int(at.last)] = _GONE
    else:
        del holder[at.last]
    return True


_GONE = object()


def without_gaps(data: Any) -> Any:
    """The data without the items that were removed: they kept their places until all edits were made."""
    if isinstance(data, dict):
        return {key: without_gaps(value) for key, value in data.items()}
    if isinstance(data, list):
        return [without_gaps(item) for item in data if item is not _GONE]
    return data


def _inside(data: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        data = data[key]
    return data
