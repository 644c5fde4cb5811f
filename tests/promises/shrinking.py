"""The smallest workspace that still shows something."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from .strategies import Draft


def smallest(draft: Draft, shows: Callable[[Draft], bool]) -> Draft:
    """Take out keys and items one by one for as long as what is left still shows it."""
    again = True
    while again:
        again = False
        for path in list(_paths(_data(draft))):
            smaller = _without(draft, path)
            if smaller is not None and _still(smaller, shows):
                draft, again = smaller, True
    return draft


def _still(draft: Draft, shows: Callable[[Draft], bool]) -> bool:
    try:
        return shows(draft)
    except Exception:
        return False


def _data(draft: Draft) -> dict[str, Any]:
    return {"journeys": draft.journeys, "shared": draft.shared}


def _paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of each entry and item, outer ones first, later items first."""
    entries = list(data.items()) if isinstance(data, dict) else list(enumerate(data)) if isinstance(data, list) else []
    for key, value in reversed(entries):
        if len(path) > 0:
            yield (*path, key)
        yield from _paths(value, (*path, key))


def _without(draft: Draft, path: tuple[str | int, ...]) -> Draft | None:
    """The workspace without the entry at a path; None where an earlier removal took it away."""
    data = copy.deepcopy(_data(draft))
    holder: Any = data
    try:
        for key in path[:-1]:
            holder = holder[key]
        del holder[path[-1]]
    except (KeyError, IndexError, TypeError):
        return None
    return Draft(data["journeys"], data["shared"])
