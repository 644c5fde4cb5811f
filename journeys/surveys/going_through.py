"""Going through files of answers, once more where some of these turn out not to count."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, datetime

from journeys.errors import ToolError, UsageError
from journeys.graph.index import Index
from journeys.surveys.calls import MOST
from journeys.surveys.counting import Counts
from journeys.surveys.loop import No
from journeys.surveys.responses import Response, Sheet
from journeys.surveys.twice import NO_TIME, Mark, Seen, Twice


class Reader:
    """Goes through sheets, and counts: once more where some responses turn out not to count.

    `rows` and `noes` (where they are to be followed) are by sheet.
    """

    def __init__(self, sheets: Sequence[Sheet], index: Index, since: date | None, following: bool) -> None:
        self._sheets = sheets
        self._index = index
        self._since = since
        self._following = following
        self.rows: list[int] = []
        self.noes: list[list[No]] = []

    def counted(self) -> tuple[Counts, Twice]:
        """The counts of the responses that count, and which do not."""
        try:
            with closing(Seen()) as seen:
                counts = self._count(iter(()), seen)
                twice = seen.judge()
                return (self._count(seen.dropped()) if any(twice.counts.values()) else counts), twice
        except sqlite3.Error as error:
            raise ToolError(
                f"what was read cannot be kept in a temporary file ({error}): make room on the disk"
            ) from None

    def _count(self, dropped: Iterator[Mark], seen: Seen | None = None) -> Counts:
        counts = Counts(self._index, self._since)
        self.rows, self.noes = [0] * len(self._sheets), [[] for _ in self._sheets]
        skipped = next(dropped, None)
        for file, sheet in enumerate(self._sheets):
            for response in sheet.responses():
                mark = Mark(file, response.line)
                self.rows[file] += 1
                if mark == skipped:
                    skipped = next(dropped, None)
                elif counts.add(response, mark):
                    self._follow(file, response)
                    if seen is not None and response.respondent and response.given.answered:
                        seen.put(*_person(response, file), mark)
        counts.close()
        return counts

    def _follow(self, file: int, response: Response) -> None:
        if self._following and response.given.no:
            if len(self.noes[file]) >= MOST:
                raise UsageError(f"more than {MOST:,} said no: take a shorter time, with --since")
            asked = zip(self._index.questions, response.given.heard, strict=True)
            questions = tuple(id_ for (id_, _), one in asked if one.no)
            self.noes[file].append(No(response.respondent, response.when, questions, response.step))


def _person(response: Response, file: int) -> tuple[str, str, int]:
    """What makes responses one (who, on which day, after which step), what they say, and the second of the day.

    Without any day, those of one file are one.
    """
    when = response.when
    day = response.day.isoformat() if response.day else f"file {file}"
    moment = (datetime.combine(date.min, when.time()) - datetime.min).seconds if isinstance(when, datetime) else NO_TIME
    return "\x1f".join((response.respondent, day, response.step)), response.given.said, moment
