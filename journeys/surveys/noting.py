"""What was left out of a measure, and why, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from journeys.language.quantities import counted
from journeys.language.words import shortened
from journeys.surveys.asking import listed_words
from journeys.surveys.counting import Counts
from journeys.surveys.responses import Sheet
from journeys.surveys.twice import SHOWN, Mark, Twice, Verdict

_TWICE: Mapping[Verdict, tuple[str, str]] = MappingProxyType(
    {
        Verdict.SAME: ("the same person gave the same answers on the same day", "counted once"),
        Verdict.REPLACED: ("the same person gave other answers later that day", "the last ones count"),
        Verdict.CONTRADICTED: (
            "the same person gave other answers on the same day, and nothing says which came later",
            "none of them counts",
        ),
    }
)


def notes_of(sheets: Sequence[Sheet], counts: Counts, twice: Twice) -> tuple[str, ...]:
    """What there is to know of files that were read, and of responses that do not count."""
    place = Places(sheets)
    return (
        *(f"{sheet.table.name}: {note}" for sheet in sheets for note in sheet.table.notes),
        *_unread(sheets),
        *_left_out(counts),
        *_off(counts, place),
        *_twice(twice, place),
        *_undated(counts, place),
        *_columns(sheets, counts),
    )


class Places:
    """Lines of files as they are told: the file is named where there are several."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._names = [sheet.table.name for sheet in sheets]

    def __call__(self, mark: Mark) -> str:
        return f"line {mark.line}" + (f" of {self._names[mark.file]}" if len(self._names) > 1 else "")


def _unread(sheets: Iterable[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        if sheet.unread:
            first = sheet.problems[0]
            yield (
                f"{sheet.table.name}: {counted(sheet.unread, 'row')} cannot be read, the first in line {first.line}: "
                f"{first.message}"
            )


def _left_out(counts: Counts) -> Iterator[str]:
    if counts.unanswered:
        yield f"{counted(counts.unanswered, 'row')} without any answer: left out"
    if counts.left_out:
        sure, of = counts.whole.values, counts.whole.responses + counts.left_out
        least, most = Fraction(sure) / of, Fraction(sure + counts.left_out) / of
        yield (
            f"{counted(counts.left_out, 'response')} without a no, and with a question that was not answered: left out "
            f"(with them: {float(least):.1%} if none of these would say yes to all, {float(most):.1%} if each would)"
        )


def _off(counts: Counts, place: Places) -> Iterator[str]:
    for (_, words), asked in zip(counts.index.questions, counts.questions, strict=True):
        if asked.off_at:
            yield (
                f"“{words}”: marks that are none of {counts.index.scale or 'whole numbers'} count as not answered: "
                f"{listed_words(dict(asked.off.most_common()))}, the first in {place(asked.off_at)}"
            )


def _twice(twice: Twice, place: Places) -> Iterator[str]:
    for verdict, (why, what) in _TWICE.items():
        if number := twice.counts[verdict]:
            shown = "; ".join(f"{place(one)} and {place(other)}" for one, other in twice.shown[verdict])
            more = "; …" if len(twice.shown[verdict]) == SHOWN else ""
            yield f"{counted(number, 'response')} left out: {why}, {what} ({shown}{more})"


def _undated(counts: Counts, place: Places) -> Iterator[str]:
    if counts.undated_at and (counts.first or counts.since):
        where = "left out" if counts.since else "in no month"
        yield (
            f"{counted(counts.undated, 'response')} without a day that can be read, {where}: the first in "
            f"{place(counts.undated_at)}"
        )


def _columns(sheets: Sequence[Sheet], counts: Counts) -> Iterator[str]:
    for sheet in sheets:
        if "respondent" not in sheet.places:
            yield (
                f"{sheet.table.name}: no column says who answered, so a response that stands twice counts twice "
                "(`--column respondent=…` names it)"
            )
        if "when" not in sheet.places and not sheet.source.legend.on:
            yield (
                f"{sheet.table.name}: no column says the day, so nothing is told by month (`--column when=…` names it)"
            )
    for role, groups in (("when", counts.months), ("segment", counts.segments), ("step", counts.steps)):
        if groups.too_many:
            headings = dict.fromkeys(sheet.heading(role) for sheet in sheets if sheet.heading(role))
            column = " and ".join(f"“{shortened(heading, 40)}”" for heading in headings)
            yield f"{column} says too many different things to tell of each ({role})"
