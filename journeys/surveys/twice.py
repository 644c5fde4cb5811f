"""Responses that stand twice: found in a temporary database, so that memory does not grow with their number."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

_AT_ONCE = 20_000
SHOWN = 5
"""So many of a kind are told with their lines."""
NO_TIME = -1


class Verdict(IntEnum):
    """Why a response does not count."""

    SAME = 0
    """The same answers stand elsewhere, too."""
    REPLACED = 1
    """The same person gave other answers later that day."""
    CONTRADICTED = 2
    """The same person gave other answers that day, and nothing says which came later."""


class Mark(NamedTuple):
    """Where a response stands: the number of its file, from 0, and the line."""

    file: int
    line: int


@dataclass
class Twice:
    """How many responses do not count, by why, and the first few of each with that which they go against, in order."""

    counts: dict[Verdict, int] = field(default_factory=lambda: dict.fromkeys(Verdict, 0))
    shown: dict[Verdict, list[tuple[Mark, Mark]]] = field(default_factory=lambda: {one: [] for one in Verdict})

    def note(self, verdict: Verdict, one: Mark, other: Mark) -> None:
        """One more; of two that contradict each other the pair is shown once."""
        self.counts[verdict] += 1
        pair = min(one, other), max(one, other)
        if len(self.shown[verdict]) < SHOWN and pair not in self.shown[verdict][-1:]:
            self.shown[verdict].append(pair)


class Seen:
    """The responses of one measure. Put all in, in their order, then ask which do not count.

    Of who answered nothing but a hash is kept, and no answer at all; the file is gone when it is closed, or the program
    ends. Two persons have one hash (of 128 bits) by chance less often than a disk errs.
    """

    def __init__(self) -> None:
        # An empty name makes a database on disk, which SQLite deletes (https://www.sqlite.org/inmemorydb.html).
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.execute("PRAGMA temp_store = FILE")
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.execute("CREATE TABLE seen (who BLOB, what BLOB, moment INTEGER, file INTEGER, line INTEGER)")
        self._waiting: list[tuple[bytes, bytes, int, int, int]] = []

    def put(self, who: str, what: str, moment: int, mark: Mark) -> None:
        """One response: `who` is the same for all that are to be one, `what` for the same answers; `moment` is the
        second of the day, or NO_TIME."""
        self._waiting.append((_hash(who), _hash(what), moment, *mark))
        if len(self._waiting) >= _AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        self._base.execute("BEGIN")
        self._base.executemany("INSERT INTO seen VALUES (?, ?, ?, ?, ?)", self._waiting)
        self._base.execute("COMMIT")
        self._waiting.clear()

    def judge(self) -> Twice:
        """Which responses do not count, and why; `dropped` gives them then."""
        self._flush()
        found = Twice()
        self._base.execute("CREATE TABLE dropped (file INTEGER, line INTEGER)")
        rows = self._base.execute(
            "SELECT who, what, moment, file, line FROM seen WHERE who IN "
            "(SELECT who FROM seen GROUP BY who HAVING count(*) > 1) ORDER BY who, moment, file, line"
        )
        self._base.execute("BEGIN")
        for _, group in groupby(rows, itemgetter(0)):
            self._base.executemany("INSERT INTO dropped VALUES (?, ?)", _judged(group, found))
        self._base.execute("COMMIT")
        return found

    def dropped(self) -> Iterator[Mark]:
        """The responses that do not count, in their order."""
        return (Mark(*row) for row in self._base.execute("SELECT file, line FROM dropped ORDER BY file, line"))

    def close(self) -> None:
        """Delete what was kept."""
        self._base.close()


def _judged(group: Iterable[tuple[bytes, bytes, int, int, int]], found: Twice) -> Iterator[Mark]:
    """Those of one person and day, by the time of the day, that do not count."""
    last: tuple[bytes, int, Mark] | None = None
    counts = True
    """Whether the last one does, so far: it does not once others of its moment say something else."""
    for _, what, moment, *mark in group:
        here = Mark(*mark)
        if last is None:
            last = what, moment, here
            continue
        before_what, before, there = last
        if what == before_what and counts:
            found.note(Verdict.SAME, here, there)
            yield here
        elif NO_TIME < before < moment:
            if counts:
                found.note(Verdict.REPLACED, there, here)
                yield there
            last, counts = (what, moment, here), True
        else:
            if counts:
                found.note(Verdict.CONTRADICTED, there, here)
                yield there
            counts = False
            found.note(Verdict.CONTRADICTED, here, there)
            yield here


def _hash(said: str) -> bytes:
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()
