"""Making a workspace small while something is still wrong with it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

Workspace = dict[str, Any]
Path = tuple[str | int, ...]
_NEEDED = {"id", "step", "do", "promise", "phase", "journey", "by", "to", "kept", "made", "at", "any", "name"}


def shrink(workspace: Workspace, still_wrong: Callable[[Workspace], bool]) -> Workspace:
    """Delete whatever can be deleted, the largest parts first, as long as `still_wrong` holds.

    A predicate that raises (a name is gone that is still used) counts as not wrong any more.
    """
    smaller = True
    while smaller:
        smaller = False
        for path in sorted(_paths(workspace, ()), key=len):
            tried = _without(workspace, path)
            if tried is not None and _holds(still_wrong, tried):
                workspace, smaller = tried, True
    return workspace


def _holds(still_wrong: Callable[[Workspace], bool], workspace: Workspace) -> bool:
    try:
        return still_wrong(workspace)
    except (KeyError, ValueError, IndexError, StopIteration, TypeError):
        return False


def _paths(value: Any, path: Path) -> Iterator[Path]:
    """Every part that can be deleted; of a list the last first, that the others keep their numbers."""
    if isinstance(value, dict):
        parts: list[tuple[str | int, Any]] = list(value.items())
    elif isinstance(value, list):
        parts = [(number, value[number]) for number in reversed(range(len(value)))]
    else:
        return
    for key, part in parts:
        if len(path) and (key not in _NEEDED or path[-1] in ("promises", "journeys")):
            yield (*path, key)
        yield from _paths(part, (*path, key))


def _without(workspace: Workspace, path: Path) -> Workspace | None:
    """A copy without one part; None where the part is gone already, or is the last of a list."""
    made = copy.deepcopy(workspace)
    inside: Any = made
    try:
        for key in path[:-1]:
            inside = inside[key]
        if isinstance(inside, list) and len(inside) == 1:
            return None
        del inside[path[-1]]
    except (KeyError, IndexError, TypeError):
        return None
    return made
