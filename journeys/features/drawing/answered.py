"""What came of reading the answers of customers for a drawing."""

from __future__ import annotations

from dataclasses import dataclass

from blueprints import Figure


@dataclass(frozen=True, slots=True)
class Answered:
    """The figures of a workspace at its steps and actions, and a line for each measure that has none to show.

    `failed` says whether one of these lines is of files that cannot be read.
    """

    figures: tuple[Figure, ...] = ()
    left_out: tuple[str, ...] = ()
    failed: bool = False
