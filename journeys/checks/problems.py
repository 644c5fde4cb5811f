"""What loading had to say, by rule: rules about the file itself read their findings from here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from journeys.language.finding import Finding


class File(Protocol):
    """What a rule about files is asked of: a journey, or a workspace for the file that its journeys share."""

    @property
    def problems(self) -> tuple[Finding, ...]:
        """What was wrong, each under the name of its rule."""


def problems(file: File, name: str) -> Iterator[Finding]:
    """The findings that were made under a rule's name while a file was loaded and its graph built."""
    return (problem for problem in file.problems if problem.name == name)
