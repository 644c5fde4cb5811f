"""The rows of a CSV file with voices: columns by their headings, lines as an editor counts them."""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from journeys.checks.report.spreadsheet import guarded
from journeys.errors import UsageError
from journeys.language.loading.reader import MAX_BYTES
from journeys.language.quantities import counted

_COLUMNS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "voice": ("what was said", ("voice", "voices", "words", "quote", "comment", "feedback", "said")),
        "from": ("who said it", ("from", "who", "by", "said by", "speaker", "owner", "customer")),
        "at": ("the step that it is about", ("at", "step", "steps", "where", "touchpoint", "action", "place")),
        "heard": ("the day on which it was heard", ("heard", "heard on", "date", "day", "on", "when")),
    }
)
"""What is read: the column's name, what it says, and the headings under which it is looked for, best first."""
_SIGNS = (",", ";", "\t")
"""What may part the cells: spreadsheets write one or another, by the country."""
_PARTED_BY = re.compile(r"sep=[,;\t]\r?\n", re.IGNORECASE)
"""A first line that tells a spreadsheet what parts the cells."""
_NEEDED = ("voice", "from", "heard")


class Problem(NamedTuple):
    """What is wrong in a file of voices: the line, from 1, and what to do, in words."""

    line: int
    message: str


class Row(NamedTuple):
    """A voice as a row says it. `line`, from 1, is where the row begins; `at` are words for steps or actions."""

    line: int
    voice: str
    by: str
    at: tuple[str, ...]
    heard: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a file, the headings of columns that are not read, and what is wrong."""

    rows: tuple[Row, ...] = ()
    unread: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_rows(path: Path) -> Rows:
    """The voices in a CSV file. Raises UsageError where it cannot be read as text at all."""
    text = _text(path)
    before = _PARTED_BY.match(text)
    first = 2 if before else 1
    text = text[before.end() :] if before else text
    sign = max(_SIGNS, key=lambda sign: len(_found(_heading(text, sign))))
    heading = _heading(text, sign)
    missing = [name for name in _NEEDED if name not in _found(heading)]
    if missing:
        return Rows(problems=(_missing(missing, heading, first),))
    problems: list[Problem] = []
    rows = tuple(_rows(text, sign, _found(heading), len(heading), first, problems))
    read = _found(heading).values()
    unread = tuple(name.strip() for place, name in enumerate(heading) if name.strip() and place not in read)
    return Rows(rows, unread, tuple(problems))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from None
    if len(data) > MAX_BYTES:
        raise UsageError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB: add it in parts")
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in data.partition(b"\n")[0]:
        raise UsageError(f"{path} is in UTF-16: save it as CSV in UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}: line {line} is not in UTF-8: save it as CSV in UTF-8") from None


def _heading(text: str, sign: str) -> list[str]:
    try:
        return next(_reader(text, sign), [])
    except csv.Error:
        return []


def _reader(text: str, sign: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)


def _found(heading: Sequence[str]) -> dict[str, int]:
    """Where each column stands that is read and there."""
    there: dict[str, int] = {}
    for place, name in enumerate(heading):
        there.setdefault(" ".join(name.replace("_", " ").replace("-", " ").split()).casefold(), place)
    found: dict[str, int] = {}
    for name, (_, words) in _COLUMNS.items():
        for word in reversed(words):
            if word in there:
                found[name] = there[word]
    return found


def _missing(names: Sequence[str], heading: Sequence[str], line: int) -> Problem:
    wanted = ", and ".join(_wanted(name) for name in names)
    there = ", ".join(f"“{one.strip()[:40]}”" for one in heading[:12])
    shown = f"the columns are {there}" if there else "the first line has to name the columns"
    return Problem(line, f"no column says {wanted}; {shown}")


def _wanted(name: str) -> str:
    says, words = _COLUMNS[name]
    others = ", ".join(f"“{word}”" for word in words[1:4])
    return f"{says}: call one “{name}” ({others} are read too)"


def _rows(
    text: str, sign: str, places: Mapping[str, int], width: int, first: int, problems: list[Problem]
) -> Iterator[Row]:
    """The rows below the heading, which is line `first`; what is wrong with one is among the problems."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    next(reader)
    line = reader.line_num + first
    try:
        for cells in reader:
            said = {name: _cell(cells, place) for name, place in places.items()}
            if any(cell.strip() for cell in cells[width:]):
                problems.append(Problem(line, _too_many(len(cells), width, sign)))
            elif any(cell.strip() for cell in cells):
                yield from _row(line, said, problems)
            line = reader.line_num + first
    except csv.Error as error:
        problems.append(Problem(line, f"the row that begins here cannot be read ({error}): look for a quotation mark"))


def _cell(cells: Sequence[str], place: int) -> str:
    """What a cell says; without the `'` that keeps a spreadsheet from taking it for a formula."""
    said = cells[place].replace("\r\n", "\n").replace("\r", "\n").strip() if place < len(cells) else ""
    return said[1:] if guarded(said) else said


def _too_many(cells: int, width: int, sign: str) -> str:
    shown = "a tab" if sign == "\t" else f"`{sign}`"
    return f"{counted(cells, 'cell')}, and the heading has {width}: put a text that holds {shown} in quotation marks"


def _row(line: int, said: Mapping[str, str], problems: list[Problem]) -> Iterator[Row]:
    empty = [name for name in ("voice", "from", "heard") if not said[name]]
    for name in empty:
        problems.append(Problem(line, f"nothing says {_COLUMNS[name][0]}: write it in the column “{name}”"))
    if not empty:
        at = tuple(word.strip() for word in said.get("at", "").split(";") if word.strip())
        yield Row(line, said["voice"], said["from"], tuple(dict.fromkeys(at)), said["heard"])
