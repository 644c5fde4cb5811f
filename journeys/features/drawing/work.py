"""Files from drawings, several at a time: in processes where there are many, since most of the work is our own."""

from __future__ import annotations

import os
import signal
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from blueprints.drawing import Drawing
from blueprints.formats import Format
from journeys.errors import ToolError
from journeys.features.drawing.order import DrawnFile
from journeys.writing import write_output

_MANY = 12
"""So many drawings take longer than it takes to start another process."""


class Target(NamedTuple):
    """A file to write, and in which format."""

    path: Path
    format: Format
    within: Path | None = None
    """The folder that was asked for, if it was one."""
    replaces: bool = False
    """Whether the file that stands there is known to be our own, or may be replaced in any case."""


@dataclass(frozen=True)
class Sheet:
    """A drawing and the files that are made of it."""

    drawing: Drawing
    targets: tuple[Target, ...]
    scale: float


def draw_sheets(sheets: Sequence[Sheet], same: Collection[Path]) -> Iterator[DrawnFile]:
    """Write the files of all sheets but those that are the `same` as before; each file as it is done, in order.

    Raises ToolError where drawing or writing one fails; those before it are whole.
    """
    fresh = [tuple(target for target in sheet.targets if target.path not in same) for sheet in sheets]
    waiting = [replace(sheet, targets=targets) for sheet, targets in zip(sheets, fresh, strict=True) if targets]
    done = _drawn(waiting)
    for sheet, targets in zip(sheets, fresh, strict=True):
        if targets:
            next(done)
        yield from (DrawnFile(target.path, fresh=target in targets) for target in sheet.targets)


def _drawn(sheets: Sequence[Sheet]) -> Iterator[None]:
    """Draw some sheets; None for each that is done, in order."""
    count = 0
    pool = _pool(len(sheets))
    try:
        for _ in pool.map(_draw, sheets):
            count += 1
            yield
    except BrokenExecutor:
        # A script that does not ask whether it is the main one, or no memory for several: here it is done alone.
        for sheet in sheets[count:]:
            _draw(sheet)
            yield
    finally:
        # All done, it is waited for: Python's own end meets a pool that is just closing with a traceback.
        pool.shutdown(wait=count == len(sheets), cancel_futures=True)


def _pool(count: int) -> Executor:
    cores = _cores()
    if count < _MANY or cores == 1:
        # Graphviz is a process of its own: while one drawing waits for it, another is laid out.
        return ThreadPoolExecutor(max_workers=cores)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A forked process would inherit locks that other threads hold.
    context = get_context("spawn")
    return ProcessPoolExecutor(max_workers=min(cores, 61), mp_context=context, initializer=_leave_interrupts)


def _cores() -> int:
    """How many cores this process may use, where the system says so."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that was started by a person; when that one ends, this one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _draw(sheet: Sheet) -> None:
    for target in sheet.targets:
        try:
            content = target.format.render(sheet.drawing, scale=sheet.scale)
        except ToolError as error:
            raise ToolError(f"{target.path}: {error}") from None
        write_output(target.path, content, within=target.within, replaces=target.replaces)
