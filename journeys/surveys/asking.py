"""What a command asks for, where nothing says it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping, Sequence

from journeys.errors import UsageError
from journeys.language.words import shortened
from journeys.tables import Days

LISTED = 12
"""So many words of a column are listed."""


class Unexplained(UsageError):
    """Something in a file of answers that nothing explains. `options` are those of a command that explain it, each with
    `…` for what only a person knows."""

    def __init__(self, message: str, options: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.options = tuple(options)

    def asks_for(self, said: str) -> bool:
        """Whether it asks for what an option `--column` says: that heading is not there."""
        return column_option(said.partition("=")[0].strip()) in self.options

    def with_command(self, command: str) -> UsageError:
        """What is asked, and the command that answers it: one that was called, and the options."""
        return UsageError(f"{self}. Say it with: {' '.join((command, *self.options))}")


def column_option(role: str) -> str:
    """The option that says which column says something."""
    return f"--column {shlex.quote(role)}=…"


def answer_option(word: str) -> str:
    """The option that says what a word means."""
    return f"--answer {shlex.quote(word)}=…"


def listed_words(words: Mapping[str, int]) -> str:
    """Words of a column with their counts, in their order, for a message; of very many the first."""
    shown = ", ".join(f"“{shortened(word, 40)}” ({count})" for word, count in list(words.items())[:LISTED])
    return f"{shown} and {len(words) - LISTED} more" if len(words) > LISTED else shown


def all_of(asked: Iterable[Unexplained]) -> Unexplained | None:
    """What is asked for in one message; None where nothing is."""
    found = tuple(asked)
    if not found:
        return None
    options = dict.fromkeys(option for one in found for option in one.options)
    return Unexplained("; ".join(map(str, found)), tuple(options))


def two_ways(name: str, heading: str, days: Days) -> Unexplained:
    """What is asked where the days of a column can be read in two ways."""
    message = f"{name}: the days in “{shortened(heading, 40)}” can be read in two ways: {days.ambiguous}"
    return Unexplained(message, ["--dates '… first'"])
