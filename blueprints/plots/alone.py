"""matplotlib by itself: with its own settings, whatever those of the reader are, and without a word of its own."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from blueprints.formats.format import installed
from journeys.errors import ToolError

_ALONE = Lock()
"""matplotlib's settings are those of the whole process: one at a time changes them."""


@contextmanager
def matplotlib_alone() -> Iterator[None]:
    """Within it matplotlib is as it is shipped; afterwards it is as it was. Raises ToolError where it is missing."""
    if not installed("matplotlib"):
        raise ToolError("plots need matplotlib: pip install 'journeys[plots]'")
    with _ALONE, _unheard():
        try:
            import matplotlib
            import matplotlib.figure  # Whatever of it does not start does not start here.
        except (ImportError, OSError, ValueError) as error:
            raise ToolError(f"plots need matplotlib, which does not start: {error}") from None

        with matplotlib.rc_context():
            matplotlib.rcdefaults()
            matplotlib.rcParams["svg.hashsalt"] = "journeys"
            matplotlib.rcParams["path.simplify"] = False
            yield


@contextmanager
def _unheard() -> Iterator[None]:
    """Where nobody listens to logs, without what it says of its caches: they have no part in a drawing."""
    logger, nowhere = logging.getLogger("matplotlib"), logging.NullHandler()
    logger.addHandler(nowhere)
    try:
        yield
    finally:
        logger.removeHandler(nowhere)
