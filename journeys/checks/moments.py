"""Moments in words: when a promise is due and kept, and what takes the time before."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from journeys.graph.facts import Taken, Timing, Took
from journeys.language.model.duration import WorkingTime
from journeys.language.quantities import moment_after, reached


def when(timing: Timing, seconds: Fraction, working_time: WorkingTime) -> str:
    """When something is reached, in seconds from the promise: `after 2 days`, `at once`, `on Tuesday at 17:00`."""
    if timing.calendar and seconds:
        return moment_after(timing.start, seconds)
    return reached(seconds, timing.measure(working_time))


def due_and_kept(start: int, latest: Fraction, slack: Fraction, ending: str = "at the latest") -> str:
    """When a promise is due and kept: `it falls due on Friday at 9:00 and is kept on Monday at 9:00 at the latest`.

    In elapsed seconds: it is made at `start`, from a Monday at midnight; `latest` is how long until it is kept, `slack`
    how long from there to its deadline.
    """
    kept = moment_after(start, latest) if slack else "just then"
    return f"it falls due {moment_after(start, latest + slack)} and is kept {kept} {ending}"


_MOST_TAKEN = 4


def taking(taken: Sequence[Taken]) -> str:
    """What takes the time before a stop, for after its name: ` (Bake, 2 h; Ice, 1 h)`; empty for nothing."""
    told = [_taking(one) for one in taken]
    shown = told if len(told) <= _MOST_TAKEN else [*told[: _MOST_TAKEN - 1], f"{len(told) - _MOST_TAKEN + 1} more"]
    return f" ({'; '.join(shown)})" if shown else ""


def _taking(one: Taken) -> str:
    words = {
        Took.ACTION: f"{one.name}, {one.duration}",
        Took.WAIT: f"a wait of {one.duration}",
        Took.AFTER: f"begins after {one.duration}",
        Took.WITHIN: f"promised within {one.duration}",
        Took.JOURNEY: f"the journey “{one.name}”",
    }
    return words[one.what]
