"""Which column says what: by the headings that people write, or by the one that they named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from journeys.language.words import nearest

_LISTED, _OFFERED, _LONGEST = 12, 3, 40


class Wanted(NamedTuple):
    """A column that is looked for: what it is called, and what it says, in words (`the day on which it was heard`).

    `words` are headings that are as good as its name, best first. `heading` is the only one that will do, where
    somebody said which column it is.
    """

    name: str
    says: str
    words: tuple[str, ...] = ()
    needed: bool = True
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Where each column stands that is there (from 0), the names of those that are needed and missing, and what to do
    about that, in words; empty where none is."""

    places: Mapping[str, int] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    missing: str = ""


def find_columns(wanted: Sequence[Wanted], headings: Sequence[str]) -> Found:
    """The columns that are wanted, among the headings of a table.

    Case, blanks, `_` and `-` make no difference, unless two headings differ in nothing else. A heading that somebody
    named and that is not there is missing, needed or not; `column C` names the third where it has no heading.
    """
    there = _There(headings)
    places = {one.name: place for one in wanted if (place := there.place(one)) is not None}
    lost = [one for one in wanted if one.name not in places and (one.needed or one.heading)]
    if not lost:
        return Found(places)
    asked = ", and ".join(_asked(one, headings) for one in lost)
    return Found(places, tuple(one.name for one in lost), f"{asked}; {listed(headings)}")


def listed(headings: Sequence[str]) -> str:
    """The headings for a message: `the columns are “Nr”, “Frage 1”`."""
    names = [f"“{name[:_LONGEST]}”" for name in headings if name]
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"the columns are {', '.join(names[:_LISTED])}{more}" if names else "the first line has to name the columns"


def letter(place: int) -> str:
    """What a spreadsheet calls a column, from 0: `A`, `Z`, `AA`."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class _There:
    """Headings as they are looked up."""

    def __init__(self, headings: Sequence[str]) -> None:
        self._exact = {name or f"column {letter(place)}": place for place, name in reversed([*enumerate(headings)])}
        self._alike: dict[str, list[int]] = {}
        for name, place in self._exact.items():
            self._alike.setdefault(_folded(name), []).insert(0, place)

    def place(self, wanted: Wanted) -> int | None:
        if wanted.heading:
            exact = self._exact.get(" ".join(wanted.heading.split()))
            alike = self._alike.get(_folded(wanted.heading), [])
            return exact if exact is not None or len(alike) != 1 else alike[0]
        words = map(_folded, (wanted.name, *wanted.words))
        return next((self._alike[word][0] for word in words if word in self._alike), None)


def _folded(heading: str) -> str:
    return " ".join(heading.replace("_", " ").replace("-", " ").split()).casefold()


def _asked(wanted: Wanted, headings: Sequence[str]) -> str:
    if wanted.heading:
        near = nearest(wanted.heading, [name for name in headings if name])
        meant = f" (did you mean “{near[:_LONGEST]}”?)" if near else ""
        return f"no column is called “{wanted.heading[:_LONGEST]}”, which is to say {wanted.says}{meant}"
    others = ", ".join(f"“{word}”" for word in [word for word in wanted.words if word != wanted.name][:_OFFERED])
    also = f" ({others} {'is' if len(wanted.words) == 1 else 'are'} read too)" if others else ""
    return f"no column says {wanted.says}: call one “{wanted.name}”{also}"
